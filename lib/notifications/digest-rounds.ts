import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";
import { log } from "#lib/log/log";
import { sendDigests } from "./digest.ts";
import { mailer } from "./mailer.ts";

const everyMs = 10 * 60 * 1000;

/** Mails digests again and again, if a mail server is named. */
export function startDigests(): void {
  const { SMTP_URL, BASE_URL, PORT } = environment();
  if (SMTP_URL === undefined) return;
  const siteUrl = (BASE_URL ?? `http://localhost:${PORT}`).replace(/\/$/, "");
  const send = mailer(SMTP_URL, siteUrl);
  const timer = setInterval(() => void round(send, siteUrl), everyMs);
  timer.unref();
}

async function round(send: Parameters<typeof sendDigests>[0]["send"], siteUrl: string): Promise<void> {
  try {
    await sendDigests({ db: database(), send, siteUrl, now: new Date() });
  } catch (error) {
    // The next round tries again.
    log("error", "digests-not-prepared", {}, error);
  }
}
