"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";
import { recordEvent } from "#lib/events/record-event";
import { mayTry } from "#lib/limits/count-try";
import { currentVisitor } from "#lib/limits/current-visitor";
import { isMailOn } from "#lib/mail/send-mail";
import { currentWords } from "#lib/settings/read/current-words";
import type { EntryRefusal } from "./entry-refusal.ts";
import { type FieldProblems, fieldProblemsOf } from "./field-problems.ts";
import { hashPassword, isHashingBusy } from "./hash-password.ts";
import { hashToken } from "./one-time-token.ts";
import { passwordProblem } from "./password-problem.ts";
import { currentViewer } from "./read/current-viewer.ts";
import { isAddressTaken } from "./read/find-user.ts";
import { signUpRefusal } from "./read/registration.ts";
import { returnPath, signInForm, signUpForm } from "./schema.ts";
import { redeemAdminToken } from "./write/admin-link.ts";
import { auth } from "./write/auth.ts";
import { createAccount } from "./write/create-account.ts";
import { codePath, type Entered, enter, enterCode } from "./write/enter.ts";
import { guestLearnerId } from "./write/guest-cookie.ts";
import { mailSignUp } from "./write/mail-links.ts";
import { nameRefusal } from "./write/name-refusal.ts";
import { endSessionsOf, forgetOtherCookie, sessionTokens } from "./write/session-cookies.ts";

/** What a form shows again after a refusal: never the password. */
export interface FormState {
  readonly refusal: EntryRefusal | null;
  readonly fields: FieldProblems;
  readonly values: Readonly<Record<string, string>>;
}

export async function signUp(_: FormState, form: FormData): Promise<FormState> {
  const parsed = signUpForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused(form, null, fieldProblemsOf(parsed.error));
  if (isMailOn()) return signUpByMail(parsed.data, form);
  const { email, password } = parsed.data;
  // Somebody who signs up again with the same password never saw that the account was created: they want to get in.
  const isTaken = await isAddressTaken(database(), email.toLowerCase());
  const refusal = isTaken ? null : await makeAccount(parsed.data);
  if (refusal !== null) return refused(form, refusal.refusal, refusal.fields);
  const entered = await enter({ email, password });
  if (!entered.ok && entered.error === "wrong-password") return refused(form, "address-taken");
  if (!entered.ok) return refused(form, entered.error);
  redirect(pathAfter(entered.value, form));
}

/** Mails a link that creates the account. Says and does the same for an address that already has one. */
async function signUpByMail(given: z.infer<typeof signUpForm>, form: FormData): Promise<FormState> {
  const now = new Date();
  const refusal = await mayMake(given, now);
  if (refusal !== null) return refused(form, refusal.refusal, refusal.fields);
  const { name, invitation, password } = given;
  const unfit = await database().write((tx) => nameRefusal(tx, name, null));
  if (unfit !== null) return refused(form, null, { name: [unfit] });
  const kept = { name, passwordHash: await hashPassword(password), returnTo: returnPath(form.get("returnTo")) };
  mailSignUp(await currentWords(), given.email.toLowerCase(), { ...kept, ...invited(invitation) }, now);
  redirect("/sign-up?sent=1");
}

/** Null if the account was created, or if somebody else was faster. A taken address does not count as a new account. */
async function makeAccount(given: z.infer<typeof signUpForm>): Promise<Refusal | null> {
  const now = new Date();
  const refusal = await mayMake(given, now);
  if (refusal !== null) return refusal;
  const { name, email, password, invitation } = given;
  const [guestId, passwordHash] = await Promise.all([guestLearnerId(), hashPassword(password)]);
  const account = { guestId, name, email: email.toLowerCase(), passwordHash, ...invited(invitation) };
  const made = await createAccount({ db: database(), ...account, now });
  if (made.ok) await recordEvent("signed-up", { actor: null, address: email });
  if (made.ok || made.error === "address-taken") return null;
  if (made.error === "not-invited") return { refusal: "not-invited", fields: {} };
  return { refusal: null, fields: { name: [made.error] } };
}

type Refusal = Pick<FormState, "refusal" | "fields">;

/** Why a new account is refused, whatever its address; null if it is allowed. Counts as a try. */
async function mayMake(given: z.infer<typeof signUpForm>, now: Date): Promise<Refusal | null> {
  const closed = await signUpRefusal(database(), environment().REGISTRATION, given.invitation, now);
  if (closed !== null) return { refusal: closed, fields: {} };
  const weakness = await passwordProblem(given.password, given);
  if (weakness !== null) return { refusal: null, fields: { password: [weakness] } };
  if (!(await maySignUp(now))) return { refusal: "many-sign-ups", fields: {} };
  return isHashingBusy() ? { refusal: "busy", fields: {} } : null;
}

/** The invitation that an account uses up, if one is needed: the hash of its token, since it may have to wait for a mail. */
function invited(invitation: string | undefined): { readonly invitation?: string } {
  return environment().REGISTRATION === "invitation" && invitation ? { invitation: hashToken(invitation) } : {};
}

export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  const parsed = signInForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused(form, null, fieldProblemsOf(parsed.error));
  const entered = await enter(parsed.data);
  if (!entered.ok) return refused(form, entered.error);
  redirect(pathAfter(entered.value, form));
}

/** The second step of a sign-in, for those with an authenticator app. */
export async function signInCode(_: FormState, form: FormData): Promise<FormState> {
  const code = String(form.get("code") ?? "").replace(/\s/g, "");
  if (code === "" || code.length > 20) return refused(form, null, { code: ["code-missing"] });
  const entered = await enterCode(code);
  if (!entered.ok) return refused(form, entered.error);
  redirect(returnPath(form.get("returnTo")));
}

function pathAfter(entered: Entered, form: FormData): string {
  const path = returnPath(form.get("returnTo"));
  return entered === "in" ? path : `${codePath}?returnTo=${encodeURIComponent(path)}`;
}

/** Without a trusted proxy, all visitors count as one, so this limit is what one installation can bear. */
async function maySignUp(now: Date): Promise<boolean> {
  const visitor = await currentVisitor();
  if (visitor === null) return mayTry(database(), "sign-up-by-everybody", "", now);
  return mayTry(database(), "sign-up-by-visitor", visitor, now);
}

export async function signOut(): Promise<void> {
  const [tokens, { member }] = await Promise.all([sessionTokens(), currentViewer()]);
  await recordEvent("signed-out", { actor: member?.userId ?? null });
  await auth().api.signOut({ headers: await headers() });
  await endSessionsOf(database(), tokens);
  await forgetOtherCookie();
  redirect("/");
}

export interface AdminLinkState {
  readonly refusal: EntryRefusal | null;
  readonly isDone: boolean;
}

/** Redeems a link that a start has printed. */
export async function becomeAdministrator(_: AdminLinkState, form: FormData): Promise<AdminLinkState> {
  const [viewer, token] = [await currentViewer(), String(form.get("token") ?? "")];
  const used = await redeemAdminToken({ db: database(), viewer, token, now: new Date() });
  const actor = viewer.member?.userId ?? null;
  if (used.ok) {
    await recordEvent("role-changed", { actor }, { role: "administrator", cause: "link" });
    return { refusal: null, isDone: true };
  }
  await recordEvent("access-refused", { actor }, { to: "first-administrator", cause: used.error });
  return { refusal: used.error === "not-valid" ? "admin-link-over" : used.error, isDone: false };
}

function refused(form: FormData, refusal: EntryRefusal | null, fields: FormState["fields"] = {}): FormState {
  const values = Object.fromEntries(["name", "email"].map((name) => [name, String(form.get(name) ?? "")]));
  return { refusal, fields, values };
}
