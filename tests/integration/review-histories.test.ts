import { beforeAll, expect, it } from "vitest";
import { finishAttempt } from "#lib/attempts/write/finish";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { reviewHistories } from "#lib/progress/read/review-histories";
import { keepReader } from "#lib/settings/write/keep-reader";
import { syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest } from "../support/people.ts";

const start = new Date("2026-11-22T12:00:00Z");
const later = new Date("2026-11-24T12:00:00Z");

onEachDatabase("what a fit of memory reads", (database) => {
  type Owner = Viewer & { readonly learnerId: string };

  let db: Database;
  beforeAll(async () => {
    db = database.db;
    await syncSample(db);
  });

  /** Begins a mock exam, which asks the same questions each time, and answers the first of them. */
  async function sit(viewer: Owner, now: Date, isRight: boolean, confidence: "guess" | "sure"): Promise<string> {
    const started = await startAttempt({ db, viewer, examSlug: "sample", mode: "mock", seed: "s", isNamed: true, now });
    if (!started.ok) throw new Error(started.error);
    const where = { attemptId_position: { attemptId: started.value, position: 1 } };
    const item = await db.read.attemptItem.findUniqueOrThrow({
      where,
      select: { question: { select: { name: true } } },
    });
    const optionId = `${item.question.name}-${isRight ? "one" : "two"}`;
    const common = { position: 1, version: 1, madeAt: now.toISOString(), elapsedMs: 0 };
    const entries = [
      { ...common, field: "answer", value: { kind: "single", optionId } },
      { ...common, field: "confidence", value: "unsure" },
      { ...common, field: "confidence", version: 2, value: confidence },
    ];
    const saved = await saveAnswers({
      db,
      viewer,
      attemptId: started.value,
      body: { clientId: "client-one", entries },
      now,
    });
    expect(saved).toMatchObject({ ok: true, value: { saved: 3 } });
    return started.value;
  }

  it("is each question of each learner, the oldest answer first, with the newest confidence and the learner's days", async () => {
    const ada = await makeGuest(db);
    await keepReader(db, ada.learnerId, { locale: "en", timeZone: "Asia/Tokyo" });
    for (const [at, isRight, confidence] of [
      [start, false, "guess"],
      [later, true, "sure"],
    ] as const)
      await finishAttempt({ db, viewer: ada, attemptId: await sit(ada, at, isRight, confidence), now: at });
    const bob = await makeGuest(db);
    await sit(bob, start, true, "sure");
    const histories = await reviewHistories(db, "sample");
    expect(new Set(histories.map(({ learnerId }) => learnerId)), "an exam that runs says nothing yet").toEqual(
      new Set([ada.learnerId]),
    );
    expect(new Set(histories.map(({ timeZone }) => timeZone))).toEqual(new Set(["Asia/Tokyo"]));
    const [answered, ...blank] = histories
      .map(({ reviews }) => reviews)
      .sort(([a]) => (a?.outcome === "blank" ? 1 : -1));
    expect(answered).toEqual([
      { outcome: "wrong", confidence: "guess", at: start },
      { outcome: "right", confidence: "sure", at: later },
    ]);
    expect(blank.flat().every(({ outcome }) => outcome === "blank")).toBe(true);
    expect(await reviewHistories(db, "another exam")).toEqual([]);
  });
});
