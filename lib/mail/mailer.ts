import { createTransport } from "nodemailer";

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const patienceMs = 20_000;

function connect(smtpUrl: string, patienceMs: number) {
  const patience = {
    connectionTimeout: patienceMs,
    dnsTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  };
  return createTransport({ url: smtpUrl, ...patience });
}

/** Sends mail through the server at `smtpUrl`. Throws if the server does not accept it. */
export function mailer(smtpUrl: string, siteUrl: string): (mail: Mail) => Promise<void> {
  const transport = connect(smtpUrl, patienceMs);
  const from = `Mockdown <no-reply@${new URL(siteUrl).hostname}>`;
  return async (mail) => {
    await transport.sendMail({ from, ...mail });
  };
}

/**
 * Connects to the server at `smtpUrl` and signs in, but sends nothing. Throws if it cannot; no step takes longer than
 * `patienceMs`.
 */
export async function greetMailServer(smtpUrl: string, patienceMs: number): Promise<void> {
  const transport = connect(smtpUrl, patienceMs);
  await transport.verify().finally(() => transport.close());
}
