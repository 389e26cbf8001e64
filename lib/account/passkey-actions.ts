"use server";

import { isAPIError } from "better-auth/api";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { z } from "zod";
import { passkeyAddedMail } from "#lib/auth/mails";
import { currentSessionId } from "#lib/auth/read/current-session";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { madePasskey, readPasskey } from "#lib/auth/read-passkey";
import type { Member } from "#lib/auth/viewer";
import { askDevice, type PasskeyRequest, refuseWithoutPasskeys } from "#lib/auth/write/ask-device";
import { auth } from "#lib/auth/write/auth";
import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";
import { siteUrl } from "#lib/env/site-url";
import { recordEvent } from "#lib/events/record-event";
import { fail, ok, type Result } from "#lib/exam/result";
import { isMailOn, mailInBackground } from "#lib/mail/send-mail";
import { passwordSentences } from "./password-sentences.ts";
import { type AccountFormState, passkeyForm, passkeyName } from "./schema.ts";
import { confirmPassword } from "./write/change-account.ts";
import { removePasskey } from "./write/remove-passkey.ts";

/** As many passkeys has nobody, and the page shows them all. */
const mostPasskeys = 20;

/** With the password: what the browser is to ask a device for. `addPasskeyAction` takes what it made, within five minutes. */
export async function beginPasskeyAction(
  form: FormData,
): Promise<PasskeyRequest<PublicKeyCredentialCreationOptionsJSON>> {
  refuseWithoutPasskeys();
  const name = passkeyName.safeParse(form.get("name"));
  if (!name.success) return { message: z.flattenError(name.error).formErrors.join(" "), options: null };
  const confirmed = await confirm(form);
  if (!confirmed.ok) return { message: confirmed.error, options: null };
  const count = await database().read.passkey.count({ where: { userId: confirmed.value.userId } });
  if (count >= mostPasskeys) return { message: "You have many passkeys. Remove one first.", options: null };
  return askDevice((request) => auth().api.generatePasskeyRegistrationOptions(request));
}

/** Takes the passkey that a device has made. */
export async function addPasskeyAction(form: FormData): Promise<AccountFormState> {
  const { member } = await currentViewer();
  const [credential, name] = [
    readPasskey(madePasskey, form.get("credential")),
    passkeyName.safeParse(form.get("name")),
  ];
  if (member === null) return refused(passwordSentences["sign-in-first"]);
  if (credential === null || !name.success) return refused("The passkey could not be read. Try again.");
  const problem = await register(credential, name.data);
  if (problem !== null) {
    await recordEvent("access-refused", { actor: member.userId }, { to: "passkeys", cause: problem });
    return refused(sentences[problem] ?? "That did not work. Try again.");
  }
  await record(member, "added");
  if (isMailOn()) mailInBackground(async () => passkeyAddedMail(member.email, siteUrl(environment())));
  refresh();
  return { ...nothing, isDone: true };
}

/** Forgets a passkey of the account. */
export async function removePasskeyAction(_: AccountFormState, form: FormData): Promise<AccountFormState> {
  const chosen = String(form.get("passkey") ?? "");
  const parsed = passkeyForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { ...nothing, chosen, fields: z.flattenError(parsed.error).fieldErrors };
  const confirmed = await confirm(form);
  if (!confirmed.ok) return { ...refused(confirmed.error), chosen };
  await removePasskey(database(), confirmed.value.userId, parsed.data.passkey);
  await record(confirmed.value, "removed");
  refresh();
  return { ...nothing, isDone: true };
}

/** Returns the library's code for what is wrong, null when the passkey is kept. */
async function register(response: z.infer<typeof madePasskey>, name: string): Promise<string | null> {
  try {
    await auth().api.verifyPasskeyRegistration({ body: { response, name }, headers: await headers() });
    return null;
  } catch (error) {
    if (isAPIError(error)) return error.body?.code ?? "unknown";
    throw error;
  }
}

const sentences: Readonly<Record<string, string>> = {
  CHALLENGE_NOT_FOUND: "That took too long. Try again.",
  NOT_VERIFIED: "Your device did not check that it is you. Unlock it with its PIN, your finger or your face.",
};

async function confirm(form: FormData): Promise<Result<Member, string>> {
  const [viewer, sessionId] = [await currentViewer(), await currentSessionId()];
  const password = String(form.get("current") ?? "").slice(0, 200);
  const confirmed = await confirmPassword({ db: database(), viewer, password, sessionId, now: new Date() });
  if (confirmed.ok) return ok(confirmed.value);
  const { error: cause } = confirmed;
  await recordEvent("password-refused", { actor: viewer.member?.userId ?? null }, { to: "passkeys", cause });
  return fail(passwordSentences[cause]);
}

async function record({ userId }: Member, state: "added" | "removed"): Promise<void> {
  await recordEvent("passkeys-changed", { actor: userId }, { state });
}

const nothing: AccountFormState = { message: null, isDone: false, fields: {}, chosen: null };

function refused(message: string): AccountFormState {
  return { ...nothing, message };
}
