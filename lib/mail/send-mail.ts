import { environment } from "#lib/env/current";
import { siteUrl } from "#lib/env/site-url";
import { log } from "#lib/log/log";
import { type Mail, mailer } from "./mailer.ts";

/** Whether this installation names a mail server. */
export function isMailOn(): boolean {
  return environment().SMTP_URL !== undefined;
}

/**
 * Makes and sends a mail after the reply, so that nobody learns from the time of a reply whether there was one to send. `make`
 * resolves to null when there is none. A mail that cannot be sent is an event of the log: its reader asks for another one.
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
