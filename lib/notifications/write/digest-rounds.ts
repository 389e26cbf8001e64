import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";
import { siteUrl as urlOfSite } from "#lib/env/site-url";
import { log } from "#lib/log/log";
import { mailer } from "#lib/mail/mailer";
import { installationWords } from "#lib/settings/read/installation-words";
import { sendDigests } from "./digest.ts";

const everyMs = 10 * 60 * 1000;

/** Mails digests again and again, if a mail server is named. */
export function startDigests(): void {
  const { SMTP_URL } = environment();
  if (SMTP_URL === undefined) return;
  const siteUrl = urlOfSite(environment());
  const send = mailer(SMTP_URL, siteUrl);
  let after = "";
  const timer = setInterval(async () => {
    after = await round(send, siteUrl, after);
  }, everyMs);
  timer.unref();
}

/** Returns where the next round begins. */
async function round(send: Parameters<typeof sendDigests>[0]["send"], siteUrl: string, after: string): Promise<string> {
  try {
    return (await sendDigests({ db: database(), t: installationWords(), send, siteUrl, after, now: new Date() })).next;
  } catch (error) {
    // The next round tries again.
    log("error", "digests-not-prepared", {}, error);
    return "";
  }
}
