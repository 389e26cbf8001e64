import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import type { Viewer } from "#lib/auth/viewer";
import { syncSample } from "./bank.ts";
import type { TestDatabase } from "./each-database.ts";
import { makeGuest } from "./people.ts";

export const start = new Date("2026-11-22T12:00:00Z");
export const minutes = (count: number) => new Date(start.getTime() + count * 60_000);

/** Guests who sit the sample exam of a database, begun at `start`. */
export function attemptSitter(database: TestDatabase) {
  async function begin(mode: "mock" | "study" = "mock", seed = "seed") {
    await syncSample(database.db);
    const viewer = await makeGuest(database.db);
    const result = await startAttempt({ db: database.db, viewer, examSlug: "sample", mode, seed, now: start });
    if (!result.ok) throw new Error(result.error);
    return { viewer, attemptId: result.value };
  }

  /** Chooses the option of an item whose id has this ending; the key is "one". Opens no page, which would serve its key. */
  async function choose(
    viewer: Viewer,
    attemptId: string,
    position: number,
    ending: string,
    version = 1,
    at = minutes(1),
    now = at,
  ) {
    const item = await database.db.read.attemptItem.findUnique({
      where: { attemptId_position: { attemptId, position } },
      select: { question: { select: { name: true } } },
    });
    const optionId = `${item?.question.name}-${ending}`;
    const entry = {
      position,
      field: "answer" as const,
      version,
      value: { kind: "single", optionId },
      madeAt: at.toISOString(),
      elapsedMs: 900,
    };
    return saveAnswers({ db: database.db, viewer, attemptId, body: { clientId: "client-one", entries: [entry] }, now });
  }

  return { begin, choose };
}
