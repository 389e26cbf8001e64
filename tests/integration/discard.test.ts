import { expect, it } from "vitest";
import { getItem } from "#lib/attempts/read/attempt";
import { getResult } from "#lib/attempts/read/get-result";
import { listAttempts } from "#lib/attempts/read/list-attempts";
import { findRunningExam, listRunning } from "#lib/attempts/read/list-running";
import { getQuestionPage } from "#lib/attempts/read/question-page";
import { checkAnswer } from "#lib/attempts/write/check-answer";
import { discardAttempt } from "#lib/attempts/write/discard-attempt";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest } from "../support/people.ts";

const start = new Date("2026-11-22T12:00:00Z");
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);

onEachDatabase("an attempt that is given up", (database) => {
  async function learner() {
    await syncSample(database.db);
    const viewer = await makeGuest(database.db);
    const begin = async (mode: "mock" | "study", seed: string) => {
      const result = await startAttempt({ db: database.db, viewer, examSlug: "sample", mode, seed, now: start });
      if (!result.ok) throw new Error(result.error);
      return result.value;
    };
    const answer = async (attemptId: string, position: number, version = 1) => {
      const item = await getItem(database.db, viewer, attemptId, position, minutes(1));
      const value = { kind: "single", optionId: item?.question.options[0]?.id };
      const entry = { position, field: "answer", version, value, madeAt: minutes(1).toISOString(), elapsedMs: 900 };
      const body = { clientId: "client-one", entries: [entry] };
      return saveAnswers({ db: database.db, viewer, attemptId, body, now: minutes(1) });
    };
    const discard = (attemptId: string, now = minutes(2)) =>
      discardAttempt({ db: database.db, viewer, attemptId, now });
    const shown = async (position: number, attemptId: string) => {
      const item = await getItem(database.db, viewer, attemptId, position, minutes(3));
      return { secret: item?.secret ?? null, isWithheld: item?.isWithheld, location: item?.location };
    };
    return { viewer, begin, answer, discard, shown };
  }

  it("shows no key, has no score and stands in no list, and takes no more answers", async () => {
    const { viewer, begin, answer, discard, shown } = await learner();
    const exam = await begin("mock", "one");
    await answer(exam, 1);
    expect(await findRunningExam(database.db, viewer, minutes(1))).toMatchObject({ id: exam });
    const given = { ok: true, value: { outcome: "discarded", examSlug: "sample" } };
    expect(await discard(exam)).toEqual(given);
    expect(await discard(exam)).toEqual(given);
    const { secret, location } = await shown(1, exam);
    expect(secret).toBeNull();
    expect(await getResult(database.db, viewer, exam, minutes(3))).toBeNull();
    const page = await getQuestionPage(database.db, viewer, "sample", location?.name ?? "", minutes(3));
    expect(page).toMatchObject({ secret: null, isWithheld: false });
    expect(await listAttempts(database.db, viewer, "sample")).toEqual([]);
    expect(await listRunning(database.db, viewer, minutes(3))).toEqual([]);
    expect(await findRunningExam(database.db, viewer, minutes(3))).toBeNull();
    expect(await answer(exam, 1, 2)).toMatchObject({ value: { saved: 0, refused: [{ reason: "finished" }] } });
  });

  it("opens nothing that another exam in progress asks, and what that one kept closed when it is given up itself", async () => {
    const { begin, answer, discard, shown, viewer } = await learner();
    const [exam, other, study] = [await begin("mock", "one"), await begin("mock", "one"), await begin("study", "two")];
    const asked = { attemptId: study, question: { items: { some: { attemptId: exam } } } };
    const [shared] = await database.db.read.attemptItem.findMany({ where: asked, select: { position: true } });
    const position = shared?.position ?? 0;
    await answer(study, position);
    await checkAnswer({ db: database.db, viewer, attemptId: study, position, now: minutes(1) });
    expect(await shown(position, study)).toMatchObject({ secret: null, isWithheld: true });
    await discard(other);
    expect(await shown(position, study)).toMatchObject({ secret: null, isWithheld: true });
    await discard(exam);
    expect((await shown(position, study)).secret).not.toBeNull();
  });

  it("keeps what was checked one by one", async () => {
    const { viewer, begin, answer, discard } = await learner();
    const study = await begin("study", "one");
    await answer(study, 1);
    await checkAnswer({ db: database.db, viewer, attemptId: study, position: 1, now: minutes(1) });
    expect(await listRunning(database.db, viewer, minutes(1), "sample")).toMatchObject([
      { id: study, count: 8, done: 1, position: 2, isExam: false, clockEndsAt: null },
    ]);
    await discard(study);
    const { learnerId } = viewer;
    expect(await database.db.read.disclosure.count({ where: { learnerId } })).toBe(1);
    expect(await database.db.read.card.count({ where: { learnerId } })).toBe(1);
    expect(await listAttempts(database.db, viewer, "sample")).toEqual([]);
  });

  it("is submitted instead when its time was over, and belongs to nobody else", async () => {
    const { viewer, begin, discard } = await learner();
    const exam = await begin("mock", "one");
    const stranger = await makeGuest(database.db);
    const request = { db: database.db, viewer: stranger, attemptId: exam, now: minutes(1) };
    expect(await discardAttempt(request)).toEqual({ ok: false, error: "no-such-attempt" });
    expect(await listRunning(database.db, viewer, minutes(31))).toEqual([]);
    expect(await discard(exam, minutes(31))).toMatchObject({ value: { outcome: "finished" } });
    expect((await getResult(database.db, viewer, exam, minutes(31)))?.attempt.finishedBy).toBe("deadline");
  });
});
