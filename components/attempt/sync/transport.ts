import type { EntryName, SaveBody, SaveReceipt, Timed } from "#lib/attempts/wire";
import type { Refusal } from "#lib/exam/attempt";
import type { Pending } from "./outbox.ts";

/** Why a change does not count: the server's reason, or that no release of the server here could read it. */
export type LostReason = Refusal | "not-understood";

export interface LostEntry extends EntryName {
  readonly reason: LostReason;
}

/** The result of a batch. */
export interface Receipt extends Omit<Timed<SaveReceipt>, "refused" | "sequence"> {
  readonly refused: readonly LostEntry[];
  /** Absent if nothing was accepted. */
  readonly sequence?: number;
}

/** The result of a request: a definite answer, or why there is none. */
export type Sent<T> =
  | { readonly state: "answered"; readonly body: T; readonly sentAt: number; readonly receivedAt: number }
  | { readonly state: "signed-out" | "no-such-attempt" | "not-understood" | "too-large" | "unreachable" };

/** Long enough for a slow network, short enough to notice a dead one. */
const patienceMs = 15_000;
/** Browsers refuse to send more bytes after a page has gone. */
const keepaliveBytes = 60_000;

/**
 * Sends a request to our server. Something in between may answer in its place, with any status and any JSON: only a
 * refusal in the server's own form counts as one, and only a body that `isOurs` counts as an answer.
 */
export async function request<T>(
  path: string,
  isOurs: (body: Partial<T>) => boolean,
  init: RequestInit = {},
): Promise<Sent<T>> {
  const sentAt = performance.now();
  try {
    const response = await fetch(path, { cache: "no-store", ...init, signal: AbortSignal.timeout(patienceMs) });
    if (response.status === 413) return { state: "too-large" };
    const body = (await response.json()) as T & { readonly error?: { readonly code?: string } };
    if (!response.ok) return { state: states[body?.error?.code ?? ""] ?? "unreachable" };
    if (!isOurs(body ?? {})) return { state: "unreachable" };
    return { state: "answered", body, sentAt, receivedAt: performance.now() };
  } catch {
    // No network, a timeout, a reply cut short: all the same to the learner, and the same request may be sent again.
    return { state: "unreachable" };
  }
}

const states: Readonly<Record<string, "signed-out" | "no-such-attempt" | "not-understood">> = {
  "signed-out": "signed-out",
  "no-such-attempt": "no-such-attempt",
  "bad-request": "not-understood",
};

export function isTime(text: unknown): boolean {
  return typeof text === "string" && !Number.isNaN(Date.parse(text));
}

/** Sends changes of one client to the server. The server stores each once, however often it is sent. */
export async function sendEntries(attemptId: string, entries: readonly Pending[]): Promise<Sent<Receipt>> {
  const clientId = entries[0]?.clientId ?? "";
  const body = JSON.stringify({
    clientId,
    entries: entries.map(({ position, field, version, value, madeAt, elapsedMs }) => ({
      position,
      field,
      version,
      value,
      madeAt,
      elapsedMs,
    })),
  } satisfies SaveBody);
  // Each entry is either stored or refused: a reply that leaves one out is not a receipt.
  const isReceipt = ({ saved, refused, serverTime }: Partial<Receipt>) =>
    Array.isArray(refused) && isTime(serverTime) && saved === entries.length - refused.length;
  const sent = await request<Receipt>(`/api/attempts/${attemptId}/answers`, isReceipt, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body,
    keepalive: new TextEncoder().encode(body).length < keepaliveBytes,
  });
  if (sent.state !== "not-understood" && sent.state !== "too-large") return sent;
  const [entry] = entries;
  if (entries.length > 1 || entry === undefined) return sendHalves(attemptId, entries);
  // No single change is too large for our server: a gateway says so, and may accept it later.
  if (sent.state === "too-large") return { state: "unreachable" };
  const refused = [{ ...entry, reason: "not-understood" as const }];
  const receipt = { saved: 0, refused, finished: false, serverTime: "" };
  return { state: "answered", body: receipt, sentAt: 0, receivedAt: 0 };
}

/** One entry that the server cannot read must not block the others. */
async function sendHalves(attemptId: string, entries: readonly Pending[]): Promise<Sent<Receipt>> {
  const middle = Math.ceil(entries.length / 2);
  const first = await sendEntries(attemptId, entries.slice(0, middle));
  if (first.state !== "answered") return first;
  const second = await sendEntries(attemptId, entries.slice(middle));
  if (second.state !== "answered") return second;
  return { ...second, body: { ...second.body, refused: [...first.body.refused, ...second.body.refused] } };
}
