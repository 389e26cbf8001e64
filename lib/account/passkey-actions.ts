"use server";

import { isAPIError } from "better-auth/api";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import type { z } from "zod";
import { type FieldProblems, fieldProblemsOf } from "#lib/auth/field-problems";
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
import { currentWords } from "#lib/settings/read/current-words";
import { type AccountFormState, type AccountRefusal, passkeyForm, passkeyName } from "./schema.ts";
import { confirmPassword, type PasswordRefusal } from "./write/change-account.ts";
import { removePasskey } from "./write/remove-passkey.ts";

/** More passkeys than anybody has; the page shows them all. */
const mostPasskeys = 20;

type PasskeyBeginning = PasskeyRequest<PublicKeyCredentialCreationOptionsJSON, AccountRefusal> & {
  readonly fields: FieldProblems;
};

/** Requires the password, and returns what the browser should ask a device for. `addPasskeyAction` accepts the result within five minutes. */
export async function beginPasskeyAction(form: FormData): Promise<PasskeyBeginning> {
  refuseWithoutPasskeys();
  const name = passkeyName.safeParse(form.get("name"));
  if (!name.success) return notBegun(null, { name: fieldProblemsOf(name.error)[""] });
  const confirmed = await confirm(form);
  if (!confirmed.ok) return notBegun(confirmed.error);
  const count = await database().read.passkey.count({ where: { userId: confirmed.value.userId } });
  if (count >= mostPasskeys) return notBegun("many-passkeys");
  const options = await askDevice((request) => auth().api.generatePasskeyRegistrationOptions(request));
  return { refusal: null, fields: {}, options };
}

function notBegun(refusal: AccountRefusal | null, fields: FieldProblems = {}): PasskeyBeginning {
  return { refusal, fields, options: null };
}

/** Stores the passkey that a device has created. */
export async function addPasskeyAction(form: FormData): Promise<AccountFormState> {
  const { member } = await currentViewer();
  const [credential, name] = [
    readPasskey(madePasskey, form.get("credential")),
    passkeyName.safeParse(form.get("name")),
  ];
  if (member === null) return refused("sign-in-first");
  if (credential === null || !name.success) return refused("passkey-unreadable");
  const problem = await register(credential, name.data);
  if (problem !== null) {
    await recordEvent("access-refused", { actor: member.userId }, { to: "passkeys", cause: problem });
    return refused(refusals[problem] ?? "failed");
  }
  await record(member, "added");
  const t = await currentWords();
  if (isMailOn()) mailInBackground(async () => passkeyAddedMail(t, member.email, siteUrl(environment())));
  refresh();
  return { ...nothing, isDone: true };
}

/** Removes a passkey of the account. */
export async function removePasskeyAction(_: AccountFormState, form: FormData): Promise<AccountFormState> {
  const chosen = String(form.get("passkey") ?? "");
  const parsed = passkeyForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { ...nothing, chosen, fields: fieldProblemsOf(parsed.error) };
  const confirmed = await confirm(form);
  if (!confirmed.ok) return { ...refused(confirmed.error), chosen };
  await removePasskey(database(), confirmed.value.userId, parsed.data.passkey);
  await record(confirmed.value, "removed");
  refresh();
  return { ...nothing, isDone: true };
}

/** Returns the library's error code, or null when the passkey was saved. */
async function register(response: z.infer<typeof madePasskey>, name: string): Promise<string | null> {
  try {
    await auth().api.verifyPasskeyRegistration({ body: { response, name }, headers: await headers() });
    return null;
  } catch (error) {
    if (isAPIError(error)) return error.body?.code ?? "unknown";
    throw error;
  }
}

/** By the codes of the library. */
const refusals: Readonly<Record<string, AccountRefusal>> = {
  CHALLENGE_NOT_FOUND: "passkey-late",
  NOT_VERIFIED: "passkey-unverified",
};

async function confirm(form: FormData): Promise<Result<Member, PasswordRefusal>> {
  const [viewer, sessionId] = [await currentViewer(), await currentSessionId()];
  const password = String(form.get("current") ?? "").slice(0, 200);
  const confirmed = await confirmPassword({ db: database(), viewer, password, sessionId, now: new Date() });
  if (confirmed.ok) return ok(confirmed.value);
  const { error: cause } = confirmed;
  await recordEvent("password-refused", { actor: viewer.member?.userId ?? null }, { to: "passkeys", cause });
  return fail(cause);
}

async function record({ userId }: Member, state: "added" | "removed"): Promise<void> {
  await recordEvent("passkeys-changed", { actor: userId }, { state });
}

const nothing: AccountFormState = { refusal: null, isDone: false, fields: {}, chosen: null };

function refused(refusal: AccountRefusal): AccountFormState {
  return { ...nothing, refusal };
}
