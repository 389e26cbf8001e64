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
import { closedSentences } from "./closed-sentences.ts";
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
import { nameSentences } from "./write/name-refusal.ts";
import { ownerOfReset, resetPasswordByMail } from "./write/reset-password.ts";

/** What a form behind a mailed link shows again after a refusal: never the password. */
export interface LinkFormState {
  readonly message: string | null;
  readonly isDone: boolean;
  readonly problems: readonly string[];
}

const linkOver = "This link was used already, or it is older than half an hour. Ask for a new mail.";
const confirmSentences: Readonly<Record<ConfirmRefusal, string>> = {
  ...nameSentences,
  "link-over": linkOver,
  "wrong-password": "That is not the password that you chose a moment ago.",
  "too-many-tries": "Too many tries. Sign up again.",
  "address-taken": "This address has an account. Sign in with its password.",
  "not-invited": closedSentences["not-invited"],
};

/** Makes the account of a sign-up and signs in to it. */
export async function confirmSignUpAction(_: LinkFormState, form: FormData): Promise<LinkFormState> {
  if (!isMailOn()) notFound();
  const parsed = tokenForm.extend({ password: z.string().min(1).max(200) }).safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused("Write the password that you chose.");
  const adminEmail = environment().ADMIN_EMAIL;
  const request = { db: database(), ...parsed.data, guestId: await guestLearnerId(), adminEmail, now: new Date() };
  const made = await confirmSignUp(request);
  if (!made.ok) {
    await recordEvent("sign-in-refused", { actor: null }, { cause: `sign-up: ${made.error}` });
    return refused(confirmSentences[made.error]);
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
  if (!parsed.success) return { ...refused(null), problems: z.flattenError(parsed.error).fieldErrors.email ?? [] };
  const [visitor, now] = [await currentVisitor(), new Date()];
  if (visitor !== null && !(await mayTry(database(), "mail-by-visitor", visitor, now)))
    return refused("Too many mails were asked for from your network. Wait ten minutes, then try again.");
  const { email } = parsed.data;
  await recordEvent("password-reset-asked", { actor: null, address: email });
  mailReset(email, now);
  redirect("/reset-password?sent=1");
}

/** Sets the new password, and leads to the sign-in: every session has ended. */
export async function resetPasswordAction(_: LinkFormState, form: FormData): Promise<LinkFormState> {
  if (!isMailOn()) notFound();
  const parsed = newPasswordForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { ...refused(null), problems: z.flattenError(parsed.error).fieldErrors.next ?? [] };
  const { token, next } = parsed.data;
  const now = new Date();
  const owner = await ownerOfReset(database().read, token, now);
  if (owner === null) return refused(linkOver);
  const weakness = await passwordProblem(next, owner);
  if (weakness !== null) return { ...refused(null), problems: [weakness] };
  const changed = await resetPasswordByMail({ db: database(), token, passwordHash: await hashPassword(next), now });
  if (!changed.ok) return refused(linkOver);
  await recordEvent("password-changed", { actor: owner.id }, { cause: "mail" });
  mailInBackground(async () => passwordChangedMail(owner.email, siteUrl(environment())));
  redirect("/sign-in?reset=1");
}

const addressSentences: Readonly<Record<AddressRefusal, string>> = {
  "sign-in-first": "Sign in first, on the device where you asked for the mail, then open the link again.",
  "link-over": linkOver,
  "address-taken": "Another account has this address.",
};

/** Gives the account the address to which the link was mailed. */
export async function confirmAddressAction(_: LinkFormState, form: FormData): Promise<LinkFormState> {
  const parsed = tokenForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused(linkOver);
  const viewer = await currentViewer();
  const adminEmail = environment().ADMIN_EMAIL;
  const request = { db: database(), viewer, token: parsed.data.token, adminEmail, now: new Date() };
  const confirmed = await confirmAddress(request);
  if (!confirmed.ok) return refused(addressSentences[confirmed.error]);
  const { before, email } = confirmed.value;
  await recordEvent("address-confirmed", { actor: viewer.member?.userId ?? null, address: email });
  if (before !== email) mailInBackground(async () => addressChangedMail(before, siteUrl(environment())));
  return { message: null, isDone: true, problems: [] };
}

function refused(message: string | null): LinkFormState {
  return { message, isDone: false, problems: [] };
}
