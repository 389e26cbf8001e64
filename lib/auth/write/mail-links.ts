import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";
import { siteUrl } from "#lib/env/site-url";
import { mayTry } from "#lib/limits/count-try";
import { mailInBackground } from "#lib/mail/send-mail";
import type { Words } from "#lib/messages/words";
import { accountWords } from "#lib/settings/read/account-words";
import { addressMail, resetMail, signUpMail, takenMail } from "../mails.ts";
import type { PendingSignUp } from "./confirm-sign-up.ts";
import { makeMailToken } from "./mail-tokens.ts";

/**
 * Mails a link that creates the account. If the address already has an account, the mail says so. The caller cannot
 * tell which.
 */
export function mailSignUp(t: Words, email: string, kept: PendingSignUp, now: Date): void {
  mailInBackground(async () => {
    if (!(await mayTry(database(), "mail-to-address", email, now))) return null;
    if ((await ownerOf(email)) !== null) return takenMail(await wordsFor(email, t), email, siteUrl(environment()));
    const token = await makeMailToken(database(), { purpose: "sign-up", email, userId: null, kept }, now);
    return signUpMail(t, email, linkTo("/sign-up/confirm", token));
  });
}

/** Mails a link to a new password if the address has an account. The caller cannot tell. */
export function mailReset(t: Words, email: string, now: Date): void {
  mailInBackground(async () => {
    if (!(await mayTry(database(), "mail-to-address", email, now))) return null;
    const userId = await ownerOf(email);
    if (userId === null) return null;
    const token = await makeMailToken(database(), { purpose: "reset", email, userId }, now);
    return resetMail(await wordsFor(email, t), email, linkTo("/reset-password", token));
  });
}

/** Mails a link that gives an account this address, unless another account has it. The caller cannot tell. */
export function mailAddress(t: Words, userId: string, email: string, now: Date): void {
  mailInBackground(async () => {
    if (!(await mayTry(database(), "mail-to-address", email, now))) return null;
    const owner = await ownerOf(email);
    if (owner !== null && owner !== userId) return takenMail(await wordsFor(email, t), email, siteUrl(environment()));
    const token = await makeMailToken(database(), { purpose: "address", email, userId }, now);
    return addressMail(t, email, linkTo("/confirm-address", token));
  });
}

/** The person who asks may not be the owner: a mail to an account is in the account's language. */
function wordsFor(email: string, t: Words): Promise<Words> {
  return accountWords(database().read, email, t);
}

async function ownerOf(email: string): Promise<string | null> {
  const user = await database().read.user.findUnique({ where: { email }, select: { id: true } });
  return user?.id ?? null;
}

function linkTo(path: string, token: string): string {
  return `${siteUrl(environment())}${path}?token=${token}`;
}
