import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const mostAccounts = 5;

/**
 * A cookie that proves which accounts this device signed in to before, the newest first: for each, a hash of the
 * address, a random id of this device, and a signature. `cookie` is the device's current value.
 */
export function signDevice(cookie: string | undefined, email: string, secret: string): string {
  const account = accountOf(email, secret);
  const others = (cookie ?? "").split("~").filter((entry) => entry !== "" && !entry.startsWith(`${account}.`));
  const id = randomBytes(12).toString("base64url");
  return [`${account}.${id}.${signatureOf(account, id, secret)}`, ...others].slice(0, mostAccounts).join("~");
}

/** The id of this device if its cookie proves that it signed in to the account; otherwise null. */
export function readDevice(cookie: string | undefined, email: string, secret: string): string | null {
  const account = accountOf(email, secret);
  const entry = (cookie ?? "").split("~").find((each) => each.startsWith(`${account}.`));
  const [, id, given] = entry?.split(".") ?? [];
  if (!id || !given) return null;
  const [expected, actual] = [Buffer.from(signatureOf(account, id, secret)), Buffer.from(given)];
  return actual.length === expected.length && timingSafeEqual(actual, expected) ? id : null;
}

function accountOf(email: string, secret: string): string {
  return sign(`device-account:${email.trim().toLowerCase()}`, secret);
}

function signatureOf(account: string, id: string, secret: string): string {
  return sign(`device:${account}.${id}`, secret);
}

function sign(text: string, secret: string): string {
  return createHmac("sha256", secret).update(text).digest("base64url");
}
