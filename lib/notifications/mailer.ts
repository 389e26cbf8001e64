import { createTransport } from "nodemailer";
import type { Mail } from "./digest.ts";

const patienceMs = 20_000;

/** Sends mail through the server at `smtpUrl`. Throws when it does not take it. */
export function mailer(smtpUrl: string, siteUrl: string): (mail: Mail) => Promise<void> {
  const patience = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs };
  const transport = createTransport({ url: smtpUrl, ...patience });
  const from = `Mockdown <no-reply@${new URL(siteUrl).hostname}>`;
  return async (mail) => {
    await transport.sendMail({ from, ...mail });
  };
}
