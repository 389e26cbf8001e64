import type { Pending } from "./outbox.ts";

export interface Refused {
  readonly position: number;
  readonly field: string;
  readonly version: number;
  readonly reason: string;
}

export interface Receipt {
  readonly refused: readonly Refused[];
  readonly finished: boolean;
  readonly serverTime: string;
}

/** What came of a request: an answer for good, or why there is none. */
export type Sent<T> =
  | { readonly state: "answered"; readonly body: T; readonly sentAt: number; readonly receivedAt: number }
  | { readonly state: "signed-out" | "no-such-attempt" | "not-understood" | "unreachable" };

/** Long enough for a slow network, short enough to notice a dead one. */
const patienceMs = 15_000;
/** Browsers refuse to send more bytes after a page has gone. */
const keepaliveBytes = 60_000;

export async function request<T>(path: string, init: RequestInit = {}): Promise<Sent<T>> {
  const sentAt = performance.now();
  try {
    const response = await fetch(path, { cache: "no-store", ...init, signal: AbortSignal.timeout(patienceMs) });
    if (response.status === 401) return { state: "signed-out" };
    if (response.status === 404) return { state: "no-such-attempt" };
    if (response.status === 400 || response.status === 413) return { state: "not-understood" };
    if (!response.ok) return { state: "unreachable" };
    const body = (await response.json()) as T;
    return { state: "answered", body, sentAt, receivedAt: performance.now() };
  } catch {
    // No network, a timeout, a reply cut short: all the same to the learner, and the same request may be sent again.
    return { state: "unreachable" };
  }
}

/** Sends changes of one client to the server. The server keeps each once, however often it is sent. */
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
  });
  const sent = await request<Receipt>(`/api/attempts/${attemptId}/answers`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body,
    keepalive: new TextEncoder().encode(body).length < keepaliveBytes,
  });
  if (sent.state !== "not-understood") return sent;
  const [entry] = entries;
  if (entries.length > 1 || entry === undefined) return sendHalves(attemptId, entries);
  const refused = [{ ...entry, reason: "not-understood" }];
  const receipt = { refused, finished: false, serverTime: "" };
  return { state: "answered", body: receipt, sentAt: 0, receivedAt: 0 };
}

/** One entry that the server cannot read must not keep the others from it. */
async function sendHalves(attemptId: string, entries: readonly Pending[]): Promise<Sent<Receipt>> {
  const middle = Math.ceil(entries.length / 2);
  const first = await sendEntries(attemptId, entries.slice(0, middle));
  if (first.state !== "answered") return first;
  const second = await sendEntries(attemptId, entries.slice(middle));
  if (second.state !== "answered") return second;
  return { ...second, body: { ...second.body, refused: [...first.body.refused, ...second.body.refused] } };
}
