import { expect, it } from "vitest";
import { getItem } from "#lib/attempts/read/attempt";
import { finishAttempt } from "#lib/attempts/write/finish";
import { revealItem } from "#lib/attempts/write/reveal-item";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import type { Viewer } from "#lib/auth/viewer";
import { syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest } from "../support/people.ts";

const start = new Date("2026-11-22T12:00:00Z");
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);

onEachDatabase("the check of an answer by its own request", (database) => {
  async function begin(viewer: Viewer & { readonly learnerId: string }, mode: "mock" | "study", seed = "seed") {
    const { db } = database;
    const result = await startAttempt({ db, viewer, examSlug: "sample", mode, seed, now: start });
    if (!result.ok) throw new Error(result.error);
    return result.value;
  }

  async function learner() {
    await syncSample(database.db);
    return makeGuest(database.db);
  }

  const reveal = (viewer: Viewer, attemptId: string, position = 1) =>
    revealItem({ db: database.db, viewer, attemptId, position, now: minutes(2) });

  async function save(viewer: Viewer, attemptId: string, value: object) {
    const entry = {
      position: 1,
      field: "answer" as const,
      version: 1,
      value,
      madeAt: minutes(1).toISOString(),
      elapsedMs: 9,
    };
    const body = { clientId: "client-one", entries: [entry] };
    expect((await saveAnswers({ db: database.db, viewer, attemptId, body, now: minutes(1) })).ok).toBe(true);
  }

  async function choose(viewer: Viewer, attemptId: string) {
    const item = await getItem(database.db, viewer, attemptId, 1, start);
    const optionId = item?.question.options.find((option) => option.id.endsWith("-one"))?.id ?? "";
    await save(viewer, attemptId, { kind: "single", optionId });
    return optionId;
  }

  it("gives the key and the explanation once the answer is committed, and the same again", async () => {
    const viewer = await learner();
    const attemptId = await begin(viewer, "study");
    const optionId = await choose(viewer, attemptId);
    const first = await reveal(viewer, attemptId);
    const key = { kind: "single", optionId };
    expect(first).toMatchObject({ ok: true, value: { isWithheld: false, secret: { correct: true, points: 1, key } } });
    expect(await reveal(viewer, attemptId)).toEqual(first);
    const item = await getItem(database.db, viewer, attemptId, 1, start);
    expect(first).toEqual({ ok: true, value: { secret: item?.secret, isWithheld: false } });
  });

  it("says why an answer cannot be checked, and nothing of the key", async () => {
    const viewer = await learner();
    const attemptId = await begin(viewer, "study");
    expect(await reveal(viewer, attemptId)).toEqual({ ok: false, error: "nothing-chosen" });
    await save(viewer, attemptId, { kind: "single", optionId: "of-another-question" });
    expect(await reveal(viewer, attemptId)).toEqual({ ok: false, error: "foreign-answer" });
    expect((await getItem(database.db, viewer, attemptId, 1, start))?.secret).toBeNull();
  });

  it("opens nothing in an exam, to a stranger, or at a place that does not exist", async () => {
    const viewer = await learner();
    const [exam, study] = [await begin(viewer, "mock"), await begin(viewer, "study")];
    await choose(viewer, exam);
    await choose(viewer, study);
    expect(await reveal(viewer, exam)).toEqual({ ok: false, error: "not-in-this-mode" });
    expect(await reveal(await makeGuest(database.db), study)).toEqual({ ok: false, error: "no-such-item" });
    expect(await reveal(viewer, study, 99)).toEqual({ ok: false, error: "no-such-item" });
    expect((await getItem(database.db, viewer, study, 1, start))?.secret).toBeNull();
  });

  it("commits nothing once the attempt is finished", async () => {
    const viewer = await learner();
    const attemptId = await begin(viewer, "study");
    await choose(viewer, attemptId);
    await finishAttempt({ db: database.db, viewer, attemptId, now: minutes(1) });
    expect(await reveal(viewer, attemptId)).toMatchObject({ ok: true, value: { secret: null } });
    const where = { attemptId, committedAt: { not: null } };
    expect(await database.db.read.attemptItem.count({ where })).toBe(0);
  });

  it("keeps a question closed that is in an exam in progress, until that is finished", async () => {
    const viewer = await learner();
    const study = await begin(viewer, "study");
    // Four of eight questions a draw: ten exams are certain enough to hold each.
    const exams = await Promise.all(Array.from({ length: 10 }, (_, i) => begin(viewer, "mock", `${i}`)));
    await choose(viewer, study);
    expect(await reveal(viewer, study)).toEqual({ ok: true, value: { secret: null, isWithheld: true } });
    for (const attemptId of exams) await finishAttempt({ db: database.db, viewer, attemptId, now: minutes(3) });
    expect(await reveal(viewer, study)).toMatchObject({ value: { isWithheld: false, secret: { correct: true } } });
  });
});
