import { isAPIError } from "better-auth/api";
import { headers } from "next/headers";
import { database } from "#lib/db/current";
import { recordEvent } from "#lib/events/record-event";
import { fail, ok, type Result } from "#lib/exam/result";
import { mayTry } from "#lib/limits/count-try";
import { currentVisitor } from "#lib/limits/current-visitor";
import { knownDevice } from "../device-cookie.ts";
import type { EntryRefusal } from "../entry-refusal.ts";
import { isHashingBusy } from "../hash-password.ts";
import { admitSignIn } from "./admit-sign-in.ts";
import { auth } from "./auth.ts";
import { keepCookies } from "./keep-cookies.ts";
import { endSessionsOf, sessionTokens } from "./session-cookies.ts";
import { type Begun, welcome } from "./welcome.ts";

/** A session has begun, or a code is requested first at `codePath`. */
export type Entered = "in" | "code-asked";
/** The page that requests the code of an authenticator app. */
export const codePath = "/sign-in/code";

type Credentials = { readonly email: string; readonly password: string };

/** Begins a session and gives the account what this device's guest did. Only in actions. */
export async function enter(body: Credentials): Promise<Result<Entered, EntryRefusal>> {
  const { email } = body;
  const [visitor, device, earlier] = await Promise.all([currentVisitor(), knownDevice(email), sessionTokens()]);
  const admitted = await admitSignIn({ db: database(), email, visitor, device, now: new Date() });
  if (!admitted.ok) return refuseSignIn(email, admitted.error);
  if (isHashingBusy()) return fail("busy");
  const begun = await beginSession(body);
  if (begun === null) return refuseSignIn(email, "wrong-password");
  await admitted.value();
  if (begun === "code-asked") return ok(begun);
  await welcome(begun, earlier);
  return ok("in");
}

/** The second step, if one is needed: six digits of the app, or a recovery code, which is used up. */
export async function enterCode(code: string): Promise<Result<Entered, EntryRefusal>> {
  const earlier = await sessionTokens();
  const begun = await verifyCode(code);
  if (typeof begun === "string") {
    await recordEvent("sign-in-refused", { actor: null }, { cause: `code: ${begun}` });
    return fail(codeRefusals[begun] ?? "code-wrong");
  }
  // The library accepts a code any number of times while the app shows it.
  if (!(await mayTry(database(), "code-of-app", `${begun.userId} ${code}`, new Date()))) {
    await endSessionsOf(database(), [begun.token]);
    await recordEvent("sign-in-refused", { actor: begun.userId }, { cause: "code: used before" });
    return fail("code-used");
  }
  await welcome(begun, earlier);
  return ok("in");
}

/** By the codes of the library. */
const codeRefusals: Readonly<Record<string, EntryRefusal>> = {
  INVALID_TWO_FACTOR_COOKIE: "code-late",
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "many-codes",
  ACCOUNT_TEMPORARILY_LOCKED: "codes-locked",
};

async function refuseSignIn(email: string, cause: EntryRefusal) {
  await recordEvent("sign-in-refused", { actor: null, address: email }, { cause });
  return fail(cause);
}

/** The account and its learner, or null if address or password are wrong. */
async function beginSession(body: Credentials): Promise<Begun | "code-asked" | null> {
  try {
    const reply = await auth().api.signInEmail({ body, headers: await headers(), returnHeaders: true });
    await keepCookies(reply.headers);
    return "user" in reply.response && reply.response.user ? toBegun(reply.response.user) : "code-asked";
  } catch (error) {
    if (isAPIError(error) && Number(error.statusCode) < 500) return null;
    throw error;
  }
}

/** Returns the library's error code as a string. */
async function verifyCode(code: string): Promise<(Begun & { readonly token: string }) | string> {
  const request = { body: { code }, headers: await headers(), returnHeaders: true } as const;
  try {
    const { verifyTOTP, verifyBackupCode } = auth().api;
    const reply = await (/^\d{6}$/.test(code) ? verifyTOTP(request) : verifyBackupCode(request));
    await keepCookies(reply.headers);
    return { ...toBegun(reply.response.user), token: reply.response.token ?? "" };
  } catch (error) {
    if (isAPIError(error) && Number(error.statusCode) < 500) return error.body?.code ?? "INVALID_CODE";
    throw error;
  }
}

/** Whose session the library has begun. */
export function toBegun(user: { readonly id: string; readonly email: string }): Begun {
  return { userId: user.id, email: user.email, learnerId: (user as typeof user & { learnerId: string }).learnerId };
}
