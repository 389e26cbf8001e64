import { isAPIError } from "better-auth/api";
import { headers } from "next/headers";
import { database } from "#lib/db/current";
import { recordEvent } from "#lib/events/record-event";
import { currentVisitor } from "#lib/limits/current-visitor";
import { knownDevice, rememberDevice } from "../device-cookie.ts";
import { isHashingBusy } from "../hash-password.ts";
import { adoptGuest } from "../read/current-viewer.ts";
import { admitSignIn, type SignInRefusal } from "./admit-sign-in.ts";
import { auth } from "./auth.ts";
import { endSessionsOf, sessionTokens } from "./session-cookies.ts";

export const wrongPassword = "The address or the password is wrong.";
export const busy = "Many people sign in at this moment. Wait a few seconds, then try again.";
const sentences: Readonly<Record<SignInRefusal, string>> = {
  "many-by-visitor": "Too many wrong tries from your network. Wait ten minutes, then try again.",
  "many-at-account":
    "Many try this address at this moment. Try again in a few seconds, or on a device where you signed in before.",
};

/** Begins a session and gives the account what this device's guest did. Returns a sentence when that is refused. Only in actions. */
export async function enter(body: { readonly email: string; readonly password: string }): Promise<string | null> {
  const { email } = body;
  const [visitor, device, earlier] = await Promise.all([currentVisitor(), knownDevice(email), sessionTokens()]);
  const admitted = await admitSignIn({ db: database(), email, visitor, device, now: new Date() });
  if (!admitted.ok) return refuseSignIn(email, admitted.error, sentences[admitted.error]);
  if (isHashingBusy()) return busy;
  const begun = await beginSession(body);
  if (begun === null) return refuseSignIn(email, "wrong-password", wrongPassword);
  await recordEvent("signed-in", { actor: begun.userId, address: email });
  await admitted.value();
  await endSessionsOf(database(), earlier);
  await rememberDevice(email);
  await adoptGuest(begun.learnerId);
  return null;
}

async function refuseSignIn(email: string, cause: SignInRefusal | "wrong-password", sentence: string): Promise<string> {
  await recordEvent("sign-in-refused", { actor: null, address: email }, { cause });
  return sentence;
}

/** The account and its learner, or null when address or password are wrong. */
async function beginSession(body: { readonly email: string; readonly password: string }) {
  try {
    const { user } = await auth().api.signInEmail({ body, headers: await headers() });
    return { userId: user.id, learnerId: (user as typeof user & { learnerId: string }).learnerId };
  } catch (error) {
    if (isAPIError(error) && Number(error.statusCode) < 500) return null;
    throw error;
  }
}
