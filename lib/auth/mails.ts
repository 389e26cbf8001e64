import type { Mail } from "#lib/mail/mailer";
import type { Words } from "#lib/messages/words";

/** How long a link in a mail works. */
export const mailLinkMinutes = 30;

/** `link` creates the account. */
export function signUpMail(t: Words, to: string, link: string): Mail {
  return { to, subject: t("mail.signUpSubject"), text: t("mail.signUp", { link, minutes: mailLinkMinutes }) };
}

/** For an address that has an account: the page said the same as for an address without one. */
export function takenMail(t: Words, to: string, siteUrl: string): Mail {
  const text = t("mail.taken", { signIn: `${siteUrl}/sign-in`, reset: `${siteUrl}/reset-password` });
  return { to, subject: t("mail.takenSubject"), text };
}

/** `link` leads to a new password. */
export function resetMail(t: Words, to: string, link: string): Mail {
  return { to, subject: t("mail.resetSubject"), text: t("mail.reset", { link, minutes: mailLinkMinutes }) };
}

/** `link` gives the account this address. */
export function addressMail(t: Words, to: string, link: string): Mail {
  return { to, subject: t("mail.addressSubject"), text: t("mail.address", { link, minutes: mailLinkMinutes }) };
}

/** For the previous address of an account. */
export function addressChangedMail(t: Words, to: string, siteUrl: string): Mail {
  return { to, subject: t("mail.addressChangedSubject"), text: t("mail.addressChanged", { site: siteUrl }) };
}

/** After a reset, so that the owner of the address knows about it. */
export function passwordChangedMail(t: Words, to: string, siteUrl: string): Mail {
  const text = t("mail.passwordChanged", { reset: `${siteUrl}/reset-password` });
  return { to, subject: t("mail.passwordChangedSubject"), text };
}

/** After a passkey was added, because anyone who has it can sign in without the password. */
export function passkeyAddedMail(t: Words, to: string, siteUrl: string): Mail {
  return {
    to,
    subject: t("mail.passkeyAddedSubject"),
    text: t("mail.passkeyAdded", { account: `${siteUrl}/account` }),
  };
}
