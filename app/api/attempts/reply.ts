import type { SavingCause } from "#lib/db/saving-refused";
import { unlessRefused } from "#lib/db/unless-refused";

/** A reply for this one learner, which no cache on the way may store. */
export function reply(body: object): Response {
  return Response.json(body, { headers: { "Cache-Control": "private, no-store" } });
}

export function noAttempt(): Response {
  return problem(404, "no-such-attempt", "This attempt belongs to another account or does not exist.");
}

/** Answers a request that has just begun: 503 with the cause if the database cannot serve it. Other errors are thrown. */
export async function orRefusal(respond: () => Promise<Response>): Promise<Response> {
  const answer = await unlessRefused(respond);
  if (answer.ok) return answer.value;
  const code = codes[answer.error];
  return problem(503, code, sentences[code]);
}

const codes = {
  busy: "busy",
  "queue-full": "busy",
  "disk-full": "saving-fails",
  "read-only": "saving-fails",
  "disk-error": "saving-fails",
  damaged: "saving-fails",
  replaced: "saving-fails",
  away: "saving-fails",
} as const satisfies Readonly<Record<SavingCause, string>>;

const sentences = {
  busy: "The database is busy; nothing was saved. Try again.",
  "saving-fails": "The server cannot save at the moment; nothing was saved. Try again later.",
} as const;

export function problem(status: number, code: string, message: string): Response {
  const headers = { "Cache-Control": "no-store", ...(status === 503 ? { "Retry-After": retryAfter(code) } : {}) };
  return Response.json({ error: { code, message } }, { status, headers });
}

/** In seconds. */
function retryAfter(code: string): string {
  return code === "busy" ? "1" : "5";
}
