import { fail, ok, type Result } from "#lib/exam/result";
import { BodiesInFlight } from "./bodies-in-flight.ts";

export type BodyRefusal = "too-large" | "too-slow" | "too-many" | "no-json";

/** The client gives up after the same time. */
const patienceMs = 15_000;
const bodies = new BodiesInFlight();

/**
 * Reads the JSON of a request of at most `limit` bytes if it arrives in time, and while other bodies in flight leave room. Stops
 * reading a refused body, and keeps nothing of it.
 */
export async function readJson(
  request: Request,
  limit: number,
  timeLimitMs = patienceMs,
): Promise<Result<unknown, BodyRefusal>> {
  if (Number(request.headers.get("content-length")) > limit) return fail("too-large");
  const reader = request.body?.getReader();
  if (reader === undefined) return fail("no-json");
  let refuse: (reason: BodyRefusal) => void = () => {};
  const refused = new Promise<Result<never, BodyRefusal>>((resolve) => {
    refuse = (reason) => resolve(fail(reason));
  });
  const reading = bodies.begin(() => refuse("too-many"));
  const timer = setTimeout(refuse, timeLimitMs, "too-slow");
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const next = await Promise.race([reader.read(), refused]);
      if ("ok" in next) return next;
      if (next.done) return parse(chunks);
      size += next.value.length;
      if (size > limit) return fail("too-large");
      chunks.push(next.value);
      reading.holds(size);
    }
  } finally {
    clearTimeout(timer);
    reading.end();
    reader.cancel().catch(() => {});
  }
}

function parse(chunks: readonly Uint8Array[]): Result<unknown, BodyRefusal> {
  try {
    return ok(JSON.parse(Buffer.concat(chunks).toString("utf8")));
  } catch (error) {
    if (error instanceof SyntaxError) return fail("no-json");
    throw error;
  }
}
