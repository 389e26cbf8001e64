import { expect, it } from "vitest";
import type { StartChoices } from "#lib/attempts/plan";
import { getItem } from "#lib/attempts/read/attempt";
import { standingToServe } from "#lib/attempts/read/standing";
import { getSyncState } from "#lib/attempts/read/sync-state";
import { closeOpenSection } from "#lib/attempts/write/close-section";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { syncBank } from "#lib/bank/write/sync";
import type { ExamDefinition } from "#lib/exam/exam-definition";
import { definition, makeBank, makeQuestion } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest } from "../support/people.ts";

const start = new Date("2026-11-22T12:00:00Z");
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
const flag = (position: number, version: number, value: boolean, at = minutes(1)) => ({
  position,
  field: "flag" as const,
  version,
  value,
  madeAt: at.toISOString(),
  elapsedMs: 1,
});

onEachDatabase("what devices tell each other", (database) => {
  async function begin(
    exam: Partial<ExamDefinition>,
    count: number,
    mode: "mock" | "study" | "drill",
    choices: StartChoices = {},
  ) {
    const { db } = database;
    const questions = Array.from({ length: count }, (_, i) =>
      makeQuestion(`q${i}`, { domain: i % 2 === 0 ? "a" : "b" }),
    );
    await syncBank({ db, content: makeBank(questions, { ...definition, ...exam }), now: start });
    const viewer = await makeGuest(db);
    const result = await startAttempt({ db, viewer, examSlug: "sample", mode, seed: "seed", now: start, choices });
    if (!result.ok) throw new Error(result.error);
    return { db, viewer, attemptId: result.value };
  }

  it("tells a device only what it has not seen yet", async () => {
    const { db, viewer, attemptId } = await begin({}, 8, "mock");
    const save = (entry: ReturnType<typeof flag>) =>
      saveAnswers({ db, viewer, attemptId, body: { clientId: "client-one", entries: [entry] }, now: minutes(1) });
    await save(flag(1, 1, true));
    const first = await getSyncState(db, viewer, attemptId, 0, minutes(2));
    expect(first?.registers).toHaveLength(1);
    await save(flag(2, 1, true));
    const second = await getSyncState(db, viewer, attemptId, first?.sequence ?? 0, minutes(2));
    expect(second?.registers.map((register) => register.position)).toEqual([2]);
    expect((await getSyncState(db, viewer, attemptId, second?.sequence ?? 0, minutes(2)))?.registers).toEqual([]);
  });

  it("says whether it still holds a change that it has confirmed", async () => {
    const { db, viewer, attemptId } = await begin({}, 8, "mock");
    await saveAnswers({
      db,
      viewer,
      attemptId,
      body: { clientId: "client-one", entries: [flag(1, 1, true)] },
      now: minutes(1),
    });
    const holds = async (version: number) => {
      const last = { clientId: "client-one", position: 1, field: "flag", version } as const;
      return (await getSyncState(db, viewer, attemptId, 1, minutes(2), last))?.holds;
    };
    expect([await holds(1), await holds(2)]).toEqual([true, false]);
    expect((await getSyncState(db, viewer, attemptId, 0, minutes(2)))?.holds).toBe(true);
  });

  it("refuses another value under a version that was used, and says so", async () => {
    const { db, viewer, attemptId } = await begin({}, 8, "mock");
    const save = (value: boolean) =>
      saveAnswers({
        db,
        viewer,
        attemptId,
        body: { clientId: "client-one", entries: [flag(1, 1, value)] },
        now: minutes(1),
      });
    expect(await save(true)).toMatchObject({ value: { saved: 1, refused: [] } });
    expect(await save(true)).toMatchObject({ value: { saved: 1, refused: [] } });
    expect(await save(false)).toMatchObject({ value: { saved: 0, refused: [{ reason: "version-taken" }] } });
  });

  it("closes a section for good, whichever device says so, and once", async () => {
    const sections = [
      { title: "First", domains: ["a"], minutes: 10 },
      { title: "Second", domains: ["b"], minutes: 20 },
    ];
    const { db, viewer, attemptId } = await begin({ sections }, 8, "mock");
    const state = (now: Date) => getSyncState(db, viewer, attemptId, 0, now);
    expect((await state(minutes(1)))?.clockEndsAt).toBe(minutes(10).toISOString());
    const close = () => closeOpenSection({ db, viewer, attemptId, index: 0, now: minutes(4) });
    await Promise.all([close(), close(), close()]);
    expect((await state(minutes(5)))?.clockEndsAt).toBe(minutes(24).toISOString());
    const late = { clientId: "client-one", entries: [flag(1, 1, true, minutes(5)), flag(3, 1, true, minutes(5))] };
    const receipt = await saveAnswers({ db, viewer, attemptId, body: late, now: minutes(5) });
    expect(receipt).toMatchObject({ value: { saved: 1, refused: [{ position: 1, reason: "section-closed" }] } });
  });

  it("withholds keys during a drill that shows them at the end", async () => {
    const { db, viewer, attemptId } = await begin({}, 8, "drill", { reveal: "at-end", domains: ["a"], count: 3 });
    const item = await getItem(db, viewer, attemptId, 1, start);
    expect(item?.attempt.sitting.count).toBe(3);
    expect(await standingToServe(db, viewer, item?.location.questionId ?? "", start)).toMatchObject({
      inRunningExam: true,
    });
  });

  it("shows an item of a study attempt of 2,000 questions without reading the others' texts", async () => {
    const { db, viewer, attemptId } = await begin({}, 2_000, "study");
    const item = await getItem(db, viewer, attemptId, 1_000, start);
    expect(item?.attempt.sitting.count).toBe(2_000);
    expect(item?.question.options).toHaveLength(4);
  });
});
