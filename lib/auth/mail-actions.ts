"use server";

import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";
import { siteUrl } from "#lib/env/site-url";
import { recordEvent } from "#lib/events/record-event";
import { mayTry } from "#lib/limits/count-try";
import { currentVisitor } from "#lib/limits/current-visitor";
import { isMailOn, mailInBackground } from "#lib/mail/send-mail";
import { accountWords } from "#lib/settings/read/account-words";
import { currentWords } from "#lib/settings/read/current-words";
import type { EntryRefusal } from "./entry-refusal.ts";
import { type FieldProblem, fieldProblemsOf } from "./field-problems.ts";
import { hashPassword } from "./hash-password.ts";
import { addressChangedMail, passwordChangedMail } from "./mails.ts";
import { passwordProblem } from "./password-problem.ts";
import { currentViewer } from "./read/current-viewer.ts";
import { addressForm, newPasswordForm, tokenForm } from "./schema.ts";
import { type AddressRefusal, confirmAddress } from "./write/change-address.ts";
import { type ConfirmRefusal, confirmSignUp } from "./write/confirm-sign-up.ts";
import { enter } from "./write/enter.ts";
import { guestLearnerId } from "./write/guest-cookie.ts";
import { mailReset } from "./write/mail-links.ts";
import { ownerOfReset, resetPasswordByMail } from "./write/reset-password.ts";

/** What a form behind a mailed link shows again after a refusal: never the password. */
export interface LinkFormState {
  readonly refusal: EntryRefusal | null;
  readonly isDone: boolean;
  readonly problems: readonly FieldProblem[];
}

/** Creates the account of a sign-up and signs in to it. */
export async function confirmSignUpAction(_: LinkFormState, form: FormData): Promise<LinkFormState> {
  if (!isMailOn()) notFound();
  const parsed = tokenForm.extend({ password: z.string().min(1).max(200) }).safeParse(Object.fromEntries(form));
  if (!parsed.success) return { ...refused(null), problems: ["password-missing"] };
  const adminEmail = environment().ADMIN_EMAIL;
  const request = { db: database(), ...parsed.data, guestId: await guestLearnerId(), adminEmail, now: new Date() };
  const made = await confirmSignUp(request);
  if (!made.ok) {
    await recordEvent("sign-in-refused", { actor: null }, { cause: `sign-up: ${made.error}` });
    return notConfirmed(made.error);
  }
  const { email, returnTo } = made.value;
  await recordEvent("signed-up", { actor: null, address: email });
  const entered = await enter({ email, password: parsed.data.password });
  if (!entered.ok) return refused(entered.error);
  redirect(returnTo);
}

/** Mails a link to a new password. Says the same whether the address has an account or not. */
export async function requestResetAction(_: LinkFormState, form: FormData): Promise<LinkFormState> {
  if (!isMailOn()) notFound();
  const parsed = addressForm.pick({ email: true }).safeParse(Object.fromEntries(form));
  if (!parsed.success) return { ...refused(null), problems: fieldProblemsOf(parsed.error).email ?? [] };
  const [visitor, now] = [await currentVisitor(), new Date()];
  if (visitor !== null && !(await mayTry(database(), "mail-by-visitor", visitor, now))) return refused("many-mails");
  const { email } = parsed.data;
  await recordEvent("password-reset-asked", { actor: null, address: email });
  mailReset(await currentWords(), email, now);
  redirect("/reset-password?sent=1");
}

/** Sets the new password, and leads to the sign-in: every session has ended. */
export async function resetPasswordAction(_: LinkFormState, form: FormData): Promise<LinkFormState> {
  if (!isMailOn()) notFound();
  const parsed = newPasswordForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { ...refused(null), problems: fieldProblemsOf(parsed.error).next ?? [] };
  const { token, next } = parsed.data;
  const now = new Date();
  const owner = await ownerOfReset(database().read, token, now);
  if (owner === null) return refused("link-over");
  const weakness = await passwordProblem(next, owner);
  if (weakness !== null) return { ...refused(null), problems: [weakness] };
  const changed = await resetPasswordByMail({ db: database(), token, passwordHash: await hashPassword(next), now });
  if (!changed.ok) return refused("link-over");
  await recordEvent("password-changed", { actor: owner.id }, { cause: "mail" });
  const t = await currentWords();
  mailInBackground(async () =>
    passwordChangedMail(await accountWords(database().read, owner.email, t), owner.email, siteUrl(environment())),
  );
  redirect("/sign-in?reset=1");
}

const addressRefusals: Readonly<Record<AddressRefusal, EntryRefusal>> = {
  "sign-in-first": "sign-in-here",
  "link-over": "link-over",
  "address-taken": "another-account",
};

/** Gives the account the address to which the link was mailed. */
export async function confirmAddressAction(_: LinkFormState, form: FormData): Promise<LinkFormState> {
  const parsed = tokenForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused("link-over");
  const viewer = await currentViewer();
  const adminEmail = environment().ADMIN_EMAIL;
  const request = { db: database(), viewer, token: parsed.data.token, adminEmail, now: new Date() };
  const confirmed = await confirmAddress(request);
  if (!confirmed.ok) return refused(addressRefusals[confirmed.error]);
  const { before, email } = confirmed.value;
  await recordEvent("address-confirmed", { actor: viewer.member?.userId ?? null, address: email });
  const t = await currentWords();
  if (before !== email) mailInBackground(async () => addressChangedMail(t, before, siteUrl(environment())));
  return { refusal: null, isDone: true, problems: [] };
}

function notConfirmed(refusal: ConfirmRefusal): LinkFormState {
  // Somebody has taken the name since, and the form has no field for another.
  if (refusal === "name-reserved" || refusal === "name-like-staff") return { ...refused(null), problems: [refusal] };
  return refused(refusal === "wrong-password" ? "not-the-chosen" : refusal);
}

function refused(refusal: EntryRefusal | null): LinkFormState {
  return { refusal, isDone: false, problems: [] };
}
