import { environment } from "#lib/env/current";
import { siteUrl } from "#lib/env/site-url";
import { log } from "#lib/log/log";
import { type Mail, mailer } from "./mailer.ts";

/** Whether a mail server is set up. */
export function isMailOn(): boolean {
  return environment().SMTP_URL !== undefined;
}

/**
 * Creates and sends a mail after the reply, so that the time of a reply does not reveal whether there was one to send.
 * `make` resolves to null if there is none. A mail that cannot be sent is logged as an event; its recipient can request
 * another.
 */
export function mailInBackground(make: () => Promise<Mail | null>): void {
  send(make).catch((error: unknown) => log("warn", "mail-not-sent", {}, error));
}

async function send(make: () => Promise<Mail | null>): Promise<void> {
  const { SMTP_URL } = environment();
  if (SMTP_URL === undefined) return;
  const mail = await make();
  if (mail !== null) await mailer(SMTP_URL, siteUrl(environment()))(mail);
}
