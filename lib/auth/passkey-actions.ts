"use server";

import { isAPIError } from "better-auth/api";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { database } from "#lib/db/current";
import { recordEvent } from "#lib/events/record-event";
import { mayTry } from "#lib/limits/count-try";
import { currentVisitor } from "#lib/limits/current-visitor";
import type { EntryRefusal } from "./entry-refusal.ts";
import { readPasskey, usedPasskey } from "./read-passkey.ts";
import { returnPath } from "./schema.ts";
import { askDevice, type PasskeyRequest, refuseWithoutPasskeys } from "./write/ask-device.ts";
import { auth } from "./write/auth.ts";
import { toBegun } from "./write/enter.ts";
import { keepCookies } from "./write/keep-cookies.ts";
import { sessionTokens } from "./write/session-cookies.ts";
import { welcome } from "./write/welcome.ts";

/** The start of a sign-in by passkey. */
export async function beginPasskeySignIn(): Promise<
  PasskeyRequest<PublicKeyCredentialRequestOptionsJSON, EntryRefusal>
> {
  refuseWithoutPasskeys();
  const visitor = await currentVisitor();
  if (visitor !== null && !(await mayTry(database(), "passkey-by-visitor", visitor, new Date())))
    return { refusal: "many-passkeys", options: null };
  const options = await askDevice((request) => auth().api.generatePasskeyAuthenticationOptions(request));
  return { refusal: null, options };
}

/** Starts a session for the owner of the passkey that a device has signed with, and redirects. Returns only when it is refused. */
export async function signInByPasskey(form: FormData): Promise<EntryRefusal> {
  refuseWithoutPasskeys();
  const passkey = readPasskey(usedPasskey, form.get("credential"));
  if (passkey === null) return refuse("unreadable");
  const earlier = await sessionTokens();
  const begun = await verify(passkey);
  if (typeof begun === "string") return refuse(begun);
  await welcome(begun, earlier, { by: "passkey" });
  redirect(returnPath(form.get("returnTo")));
}

/** Returns the library's error code as a string. */
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

/** By the codes of the library. */
const refusals: Readonly<Record<string, EntryRefusal>> = {
  PASSKEY_NOT_FOUND: "passkey-unknown",
  CHALLENGE_NOT_FOUND: "passkey-late",
  NOT_VERIFIED: "passkey-unverified",
};

async function refuse(cause: string): Promise<EntryRefusal> {
  await recordEvent("sign-in-refused", { actor: null }, { cause: `passkey: ${cause}` });
  return refusals[cause] ?? "passkey-refused";
}
