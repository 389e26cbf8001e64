"use server";

import { isAPIError } from "better-auth/api";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { database } from "#lib/db/current";
import { recordEvent } from "#lib/events/record-event";
import { mayTry } from "#lib/limits/count-try";
import { currentVisitor } from "#lib/limits/current-visitor";
import { readPasskey, usedPasskey } from "./read-passkey.ts";
import { returnPath } from "./schema.ts";
import { askDevice, type PasskeyRequest, refuseWithoutPasskeys } from "./write/ask-device.ts";
import { auth } from "./write/auth.ts";
import { toBegun } from "./write/enter.ts";
import { keepCookies } from "./write/keep-cookies.ts";
import { sessionTokens } from "./write/session-cookies.ts";
import { welcome } from "./write/welcome.ts";

/** What a sign-in by passkey begins with. */
export async function beginPasskeySignIn(): Promise<PasskeyRequest<PublicKeyCredentialRequestOptionsJSON>> {
  refuseWithoutPasskeys();
  const visitor = await currentVisitor();
  if (visitor !== null && !(await mayTry(database(), "passkey-by-visitor", visitor, new Date())))
    return { message: "Too many tries from your network. Wait ten minutes, then try again.", options: null };
  return askDevice((request) => auth().api.generatePasskeyAuthenticationOptions(request));
}

/** Begins a session for whoever's device has signed with its passkey, and leads on. Comes back with a sentence when it is refused. */
export async function signInByPasskey(form: FormData): Promise<string> {
  refuseWithoutPasskeys();
  const passkey = readPasskey(usedPasskey, form.get("credential"));
  if (passkey === null) return refuse("unreadable");
  const earlier = await sessionTokens();
  const begun = await verify(passkey);
  if (typeof begun === "string") return refuse(begun);
  await welcome(begun, earlier, { by: "passkey" });
  redirect(returnPath(form.get("returnTo")));
}

/** Returns the library's code for what is wrong as a string. */
async function verify(response: z.infer<typeof usedPasskey>) {
  try {
    const request = { body: { response }, headers: await headers(), returnHeaders: true } as const;
    const reply = await auth().api.verifyPasskeyAuthentication(request);
    await keepCookies(reply.headers);
    return toBegun(reply.response.user);
  } catch (error) {
    if (isAPIError(error) && Number(error.statusCode) < 500) return error.body?.code ?? "unknown";
    throw error;
  }
}

const sentences: Readonly<Record<string, string>> = {
  PASSKEY_NOT_FOUND: "No account here has this passkey. Sign in another way, and add it at your account.",
  CHALLENGE_NOT_FOUND: "That took too long. Try again.",
  NOT_VERIFIED: "Your device did not check that it is you. Unlock it with its PIN, your finger or your face.",
};

async function refuse(cause: string): Promise<string> {
  await recordEvent("sign-in-refused", { actor: null }, { cause: `passkey: ${cause}` });
  return sentences[cause] ?? "This passkey was not accepted. Try again, or sign in another way.";
}
