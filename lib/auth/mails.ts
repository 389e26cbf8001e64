import type { Mail } from "#lib/mail/mailer";

/** How long a link in a mail works. */
export const mailLinkMinutes = 30;

const ending = "If this was not you, there is nothing to do: without the link nothing happens.";

/** `link` makes the account. */
export function signUpMail(to: string, link: string): Mail {
  const text = `Open this link to finish your account on Mockdown. It works once, within ${mailLinkMinutes} minutes:\n\n${link}\n\n${ending}\n`;
  return { to, subject: "Finish your account on Mockdown", text };
}

/** For an address that has an account: the page said the same as for one that has none. */
export function takenMail(to: string, siteUrl: string): Mail {
  const text = `Somebody wanted to use this address for an account on Mockdown, which has one already.\n\nSign in: ${siteUrl}/sign-in\nForgot the password: ${siteUrl}/reset-password\n\nIf this was not you, there is nothing to do.\n`;
  return { to, subject: "You have an account on Mockdown", text };
}

/** `link` leads to a new password. */
export function resetMail(to: string, link: string): Mail {
  const text = `Open this link to choose a new password for Mockdown. It works once, within ${mailLinkMinutes} minutes:\n\n${link}\n\n${ending}\n`;
  return { to, subject: "A new password for Mockdown", text };
}

/** `link` gives the account this address. */
export function addressMail(to: string, link: string): Mail {
  const text = `Open this link on the device where you are signed in, to confirm this address for your account on Mockdown. It works once, within ${mailLinkMinutes} minutes:\n\n${link}\n\n${ending}\n`;
  return { to, subject: "Confirm your address for Mockdown", text };
}

/** For the address that an account had. */
export function addressChangedMail(to: string, siteUrl: string): Mail {
  const text = `Your account on Mockdown has another address now, and this one no longer belongs to it.\n\nIf this was not you, tell the people who run ${siteUrl} at once.\n`;
  return { to, subject: "Your address for Mockdown was changed", text };
}

/** After a reset: whoever reads the mails of an account should know. */
export function passwordChangedMail(to: string, siteUrl: string): Mail {
  const text = `The password of your account on Mockdown was changed by a link from a mail, and every device was signed out.\n\nIf this was not you, choose a new one at ${siteUrl}/reset-password, and see who else reads your mail.\n`;
  return { to, subject: "Your password for Mockdown was changed", text };
}

/** After a passkey was added: it lets in whoever has it, without the password. */
export function passkeyAddedMail(to: string, siteUrl: string): Mail {
  const text = `A passkey was added to your account on Mockdown. Whoever has the device that holds it can sign in without your password.\n\nIf this was not you, remove it at ${siteUrl}/account and choose a new password.\n`;
  return { to, subject: "A passkey was added to your account on Mockdown", text };
}
