import { isServed } from "#lib/db/server-lock";
import { greetMailServer } from "#lib/mail/mailer";
import type { Problem } from "./finding.ts";

const patienceMs = 5_000;

/** Greets the mail server and signs in to it. Sends nothing. */
export async function reachMailServer(smtpUrl: string): Promise<Problem> {
  return greetMailServer(smtpUrl, patienceMs).then(
    () => null,
    (error: Error) => `the server in SMTP_URL cannot be used (${error.message}): check the setting and that it runs`,
  );
}

/** Asks Mockdown at `baseUrl` whether it lives. `file` is the SQLite database, which shows whether a server has it. */
export async function reachSite(baseUrl: string, file: string | null): Promise<Problem> {
  const problem = await askSite(baseUrl);
  if (problem === null) return null;
  const isStopped = file !== null && !isServed(file);
  return isStopped ? { advice: `${problem}. Mockdown is stopped: try again when it runs` } : problem;
}

async function askSite(baseUrl: string): Promise<string | null> {
  const url = new URL("/api/health/live", baseUrl);
  try {
    const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(patienceMs) });
    const body = await response.text();
    return response.ok && body === JSON.stringify({ status: "ok" })
      ? null
      : `${url} answers ${response.status}, but not like Mockdown: check BASE_URL and the proxy`;
  } catch (error) {
    return `${url} cannot be reached from this machine (${causeOf(error as Error)}): check BASE_URL, the name and the proxy`;
  }
}

function causeOf({ message, cause }: Error): string {
  const { code, message: reason } = (cause ?? {}) as { readonly code?: string; readonly message?: string };
  return code ?? reason ?? message;
}
