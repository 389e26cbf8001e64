import { getSyncState } from "#lib/attempts/read/sync-state";
import { type BodyRefusal, readJson } from "#lib/attempts/read-json";
import { problemsOf, readSavedEntry } from "#lib/attempts/schema";
import type { SaveReceipt, SyncState, Timed } from "#lib/attempts/wire";
import { examTime } from "#lib/attempts/write/clock-watch";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";
import { signal } from "#lib/metrics/signals";
import { noAttempt, orRefusal, problem, reply } from "../../reply.ts";

/** In bytes: far more than a day offline produces. */
const largestBody = 4 * 1024 * 1024;

const refusals: Readonly<Record<BodyRefusal, () => Response>> = {
  "too-large": () => problem(413, "too-large", `A body has at most ${largestBody} bytes: send fewer entries at once.`),
  "too-slow": () => problem(408, "too-slow", "The body did not arrive in time. Try again."),
  "too-many": () => problem(503, "busy", "Too many large bodies are on their way. Try again."),
  "no-json": () => problem(400, "bad-request", "The body is no JSON."),
};

type Context = { params: Promise<{ id: string }> };

/** Saves a batch of answers. Documented in docs/api.md. */
export function PUT(request: Request, context: Context): Promise<Response> {
  return timed("PUT", () => orRefusal(() => put(request, context)));
}

/** What the server holds that a device has not received yet. Documented in docs/api.md. */
export function GET(request: Request, context: Context): Promise<Response> {
  return timed("GET", () => orRefusal(() => get(request, context)));
}

/** Reports to /metrics how long it took and how it ended; for a thrown error, Next answers 500. */
async function timed(method: "PUT" | "GET", respond: () => Promise<Response>): Promise<Response> {
  const begin = performance.now();
  let status = 500;
  try {
    const response = await respond();
    status = response.status;
    return response;
  } finally {
    signal("answers-request", { method, status, seconds: (performance.now() - begin) / 1000 });
  }
}

async function put(request: Request, { params }: Context): Promise<Response> {
  const viewer = await currentViewer();
  if (viewer.learnerId === null)
    return problem(401, "signed-out", "Sign in again; the answers stay on this device until then.");
  const body = await readJson(request, largestBody);
  if (!body.ok) return refusals[body.error]();
  const now = examTime();
  const attemptId = (await params).id;
  const result = await saveAnswers({ db: database(), viewer, attemptId, body: body.value, now });
  if (!result.ok && result.error === "no-such-attempt") return noAttempt();
  if (!result.ok) return problem(400, "bad-request", problemsOf(body.value));
  return reply({ ...result.value, serverTime: examTime().toISOString() } satisfies Timed<SaveReceipt>);
}

async function get(request: Request, { params }: Context): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const after = Number(asked.get("after") ?? 0);
  if (!Number.isSafeInteger(after) || after < 0) return problem(400, "bad-request", "after: a whole number from 0");
  const last = readSavedEntry(asked.get("holds"));
  if (last === "not-understood") return problem(400, "bad-request", "holds: <clientId>/<position>/<field>/<version>");
  const viewer = await currentViewer();
  if (viewer.learnerId === null) return problem(401, "signed-out", "Sign in again.");
  const state = await getSyncState(database(), viewer, (await params).id, after, examTime(), last);
  if (state === null) return noAttempt();
  return reply({ ...state, serverTime: examTime().toISOString() } satisfies Timed<SyncState>);
}
