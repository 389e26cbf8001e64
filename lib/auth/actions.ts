"use server";

import { isAPIError } from "better-auth/api";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";
import { recordEvent } from "#lib/events/record-event";
import { mayTry } from "#lib/limits/count-try";
import { currentVisitor } from "#lib/limits/current-visitor";
import { closedSentences } from "./closed-sentences.ts";
import { knownDevice, rememberDevice } from "./device-cookie.ts";
import { hashPassword, isHashingBusy } from "./hash-password.ts";
import { passwordProblem } from "./password-problem.ts";
import { adoptGuest, currentViewer } from "./read/current-viewer.ts";
import { isAddressTaken } from "./read/find-user.ts";
import { signUpRefusal } from "./read/registration.ts";
import { returnPath, signInForm, signUpForm } from "./schema.ts";
import { redeemAdminToken } from "./write/admin-link.ts";
import { admitSignIn, type SignInRefusal } from "./write/admit-sign-in.ts";
import { auth } from "./write/auth.ts";
import { createAccount } from "./write/create-account.ts";
import { guestLearnerId } from "./write/guest-cookie.ts";
import { nameSentences } from "./write/name-refusal.ts";
import { endSessionsOf, forgetOtherCookie, sessionTokens } from "./write/session-cookies.ts";

/** What a form shows again after a refusal: never the password. */
export interface FormState {
  readonly message: string | null;
  readonly fields: Readonly<Record<string, string[] | undefined>>;
  readonly values: Readonly<Record<string, string>>;
}

export async function signUp(_: FormState, form: FormData): Promise<FormState> {
  const parsed = signUpForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused(form, null, z.flattenError(parsed.error).fieldErrors);
  const { email, password } = parsed.data;
  // Who signs up again with the same password never saw that the account was made: they want in.
  const isTaken = await isAddressTaken(database(), email.toLowerCase());
  const refusal = isTaken ? null : await makeAccount(parsed.data);
  if (refusal !== null) return refused(form, refusal.message, refusal.fields);
  const problem = await enter({ email, password });
  if (problem === wrongPassword)
    return refused(form, "This address has an account. Sign in with its password, or use another address.");
  if (problem !== null) return refused(form, problem);
  redirect(returnPath(form.get("returnTo")));
}

/** Null when the account is made, or somebody was quicker. A taken address is no new account and counts as none. */
async function makeAccount(given: z.infer<typeof signUpForm>): Promise<Pick<FormState, "message" | "fields"> | null> {
  const { name, email, password, invitation } = given;
  const registration = environment().REGISTRATION;
  const closed = await signUpRefusal(database(), registration, invitation, new Date());
  if (closed !== null) return { message: closedSentences[closed], fields: {} };
  const weakness = await passwordProblem(password, given);
  if (weakness !== null) return { message: null, fields: { password: [weakness] } };
  const now = new Date();
  if (!(await maySignUp(now)))
    return { message: "Too many new accounts at once. Wait ten minutes, then try again.", fields: {} };
  if (isHashingBusy()) return { message: busy, fields: {} };
  const [guestId, passwordHash] = await Promise.all([guestLearnerId(), hashPassword(password)]);
  const invited = registration === "invitation" && invitation ? { invitation } : {};
  const account = { guestId, name, email: email.toLowerCase(), passwordHash, ...invited };
  const made = await createAccount({ db: database(), ...account, now });
  if (made.ok) await recordEvent("signed-up", { actor: null, address: email });
  if (made.ok || made.error === "address-taken") return null;
  if (made.error === "not-invited") return { message: closedSentences["not-invited"], fields: {} };
  return { message: null, fields: { name: [nameSentences[made.error]] } };
}

export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  const parsed = signInForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused(form, null, z.flattenError(parsed.error).fieldErrors);
  const problem = await enter(parsed.data);
  if (problem !== null) return refused(form, problem);
  redirect(returnPath(form.get("returnTo")));
}

const wrongPassword = "The address or the password is wrong.";
const busy = "Many people sign in at this moment. Wait a few seconds, then try again.";
const sentences: Readonly<Record<SignInRefusal, string>> = {
  "many-by-visitor": "Too many wrong tries from your network. Wait ten minutes, then try again.",
  "many-at-account":
    "Many try this address at this moment. Try again in a few seconds, or on a device where you signed in before.",
};

/** Begins a session and gives the account what this device's guest did. A sentence when that is refused. */
async function enter(body: { readonly email: string; readonly password: string }): Promise<string | null> {
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

/** Without a trusted proxy all visitors count as one, and the number is what one installation can bear. */
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
  readonly message: string | null;
  readonly isDone: boolean;
}

/** Takes a link that a start has printed. */
export async function becomeAdministrator(_: AdminLinkState, form: FormData): Promise<AdminLinkState> {
  const [viewer, token] = [await currentViewer(), String(form.get("token") ?? "")];
  const used = await redeemAdminToken({ db: database(), viewer, token, now: new Date() });
  const actor = viewer.member?.userId ?? null;
  if (used.ok) {
    await recordEvent("role-changed", { actor }, { role: "administrator", cause: "link" });
    return { message: "This account is now the administrator.", isDone: true };
  }
  await recordEvent("access-refused", { actor }, { to: "first-administrator", cause: used.error });
  const sentences = {
    "sign-in-first": "Sign in first, then open the link again.",
    "not-valid":
      "This link is not valid any more: it was used, it is older than a day, or there is an administrator. " +
      "A start of the server prints a new one while there is none.",
  };
  return { message: sentences[used.error], isDone: false };
}

function refused(form: FormData, message: string | null, fields: FormState["fields"] = {}): FormState {
  const values = Object.fromEntries(["name", "email"].map((name) => [name, String(form.get(name) ?? "")]));
  return { message, fields, values };
}
