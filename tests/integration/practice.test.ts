import { expect, it } from "vitest";
import { getItem } from "#lib/attempts/read/attempt";
import { getResult } from "#lib/attempts/read/get-result";
import { practiceFacts } from "#lib/attempts/read/practice-facts";
import { checkAnswer } from "#lib/attempts/write/check-answer";
import { finishAttempt } from "#lib/attempts/write/finish";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { type StartRequest, startAttempt } from "#lib/attempts/write/start-attempt";
import type { Viewer } from "#lib/auth/viewer";
import { getExam, listCandidates } from "#lib/bank/read/exams";
import { syncBank } from "#lib/bank/write/sync";
import { getProgress } from "#lib/progress/read/get-progress";
import { definition, makeBank, makeQuestion } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest } from "../support/people.ts";

const now = new Date("2026-11-22T12:00:00Z");
const later = new Date("2026-11-22T12:30:00Z");

onEachDatabase("custom practice", (database) => {
  type Owner = Viewer & { readonly learnerId: string };
  const count = 24;

  async function sync() {
    const questions = Array.from({ length: count }, (_, i) =>
      makeQuestion(`q${String(i).padStart(2, "0")}`, {
        domain: i < count / 2 ? "a" : "b",
        difficulty: i === 23 ? "hard" : null,
      }),
    );
    await syncBank({ db: database.db, content: makeBank(questions, { ...definition, questions: 4 }), now });
  }

  async function start(viewer: Owner, request: Pick<StartRequest, "mode" | "choices"> & { readonly at?: Date }) {
    const { at = now, ...rest } = request;
    const started = await startAttempt({ db: database.db, viewer, examSlug: "sample", seed: "s", now: at, ...rest });
    if (!started.ok) throw new Error(started.error);
    return started.value;
  }

  interface Marks {
    readonly isRight: boolean;
    readonly confidence?: "guess" | "unsure" | "sure";
    readonly flag?: boolean;
    readonly note?: string;
    readonly seconds?: number;
  }

  const nameAt = async (attemptId: string, position: number) =>
    (
      await database.db.read.attemptItem.findUniqueOrThrow({
        where: { attemptId_position: { attemptId, position } },
        select: { question: { select: { name: true } } },
      })
    ).question.name;

  /** Answers and checks one item, with everything else that can be set on it. */
  async function answer(viewer: Owner, attemptId: string, position: number, marks: Marks) {
    const { isRight, confidence, flag, note, seconds = 0 } = marks;
    const name = await nameAt(attemptId, position);
    const fields = {
      answer: { kind: "single", optionId: `${name}-${isRight ? "one" : "two"}` },
      confidence,
      flag,
      note,
    } as const;
    const entries = Object.entries(fields).flatMap(([field, value]) =>
      value === undefined
        ? []
        : [{ position, field, value, version: 1, madeAt: now.toISOString(), elapsedMs: 1000 * seconds }],
    );
    const saved = await saveAnswers({
      db: database.db,
      viewer,
      attemptId,
      body: { clientId: "client-one", entries } as Parameters<typeof saveAnswers>[0]["body"],
      now,
    });
    expect(saved.ok).toBe(true);
    await checkAnswer({ db: database.db, viewer, attemptId, position, now });
    return name;
  }

  /** The names of the questions for which each reason holds. */
  async function holding(viewer: Viewer, at = later) {
    const { db } = database;
    const [exam, candidates] = [await getExam(db, "sample"), await listCandidates(db, "sample")];
    if (exam === null) throw new Error("no exam");
    const facts = await practiceFacts(db, { learnerId: viewer.learnerId, exam, candidates, now: at });
    const held = new Map<string, string[]>();
    for (const { questionId, name } of candidates)
      for (const reason of facts.get(questionId)?.reasons ?? [])
        held.set(reason, [...(held.get(reason) ?? []), name].sort());
    return (reason: string) => held.get(reason) ?? [];
  }

  it("finds questions by what their learner did with them, picks by reason, and says why", async () => {
    await sync();
    const { db } = database;
    const viewer = await makeGuest(db);
    const study = await start(viewer, { mode: "study", choices: { order: "in-order" } });
    const sureWrong = await answer(viewer, study, 1, { isRight: false, confidence: "sure" });
    const guessed = await answer(viewer, study, 2, { isRight: true, confidence: "guess", flag: true });
    // The exam has 450 seconds for a question.
    const slow = await answer(viewer, study, 3, { isRight: true, note: "Read again", seconds: 451 });
    for (let position = 4; position <= 6; position++) await answer(viewer, study, position, { isRight: true });
    const of = await holding(viewer);
    expect(of("missed")).toEqual([sureWrong]);
    expect(of("sure-wrong")).toEqual([sureWrong]);
    expect(of("guessed-right")).toEqual([guessed]);
    expect(of("slow")).toEqual([slow]);
    expect(of("flagged")).toEqual([guessed]);
    expect(of("noted")).toEqual([slow]);
    expect(of("unseen")).toHaveLength(count - 6);
    expect(of("weakest-domain")).toHaveLength(count / 2);
    expect(of("due")).toContain(sureWrong);

    const drill = await start(viewer, { mode: "drill", choices: { reasons: ["missed", "flagged"] }, at: later });
    const picked = new Map<string, unknown>();
    for (const position of [1, 2]) {
      const item = await getItem(db, viewer, drill, position, later);
      picked.set(await nameAt(drill, position), item?.picked);
    }
    expect(Object.fromEntries(picked)).toEqual({
      [sureWrong]: [{ reason: "missed", times: 1, at: now.toISOString() }],
      [guessed]: [{ reason: "flagged" }],
    });
    expect(await getItem(db, viewer, drill, 3, later)).toBeNull();
    const none = { db, viewer, examSlug: "sample", mode: "drill", seed: "s", now: later } as const;
    expect(await startAttempt({ ...none, choices: { reasons: ["noted"], levels: ["hard"] } })).toMatchObject({
      error: "no-questions",
    });
    expect((await startAttempt({ ...none, choices: { reasons: ["unseen"], levels: ["hard"] } })).ok).toBe(true);
  });

  it("says nothing of the questions of an exam in progress", async () => {
    await sync();
    const { db } = database;
    const viewer = await makeGuest(db);
    const study = await start(viewer, { mode: "study" });
    for (let position = 1; position <= count; position++)
      await answer(viewer, study, position, { isRight: false, confidence: "sure" });
    expect((await holding(viewer))("missed")).toHaveLength(count);
    const drill = await start(viewer, { mode: "drill", choices: { reasons: ["missed"], count }, at: later });
    const mock = await start(viewer, { mode: "mock", at: later });
    const asked = await db.read.attemptItem.findMany({
      where: { attemptId: mock },
      select: { question: { select: { name: true } } },
    });
    const of = await holding(viewer);
    for (const reason of ["missed", "sure-wrong", "due", "weakest-domain"])
      for (const { question } of asked) expect(of(reason)).not.toContain(question.name);
    expect(of("missed")).toHaveLength(count - asked.length);
    const sat = new Set(asked.map(({ question }) => question.name));
    for (let position = 1; position <= count; position++) {
      const item = await getItem(db, viewer, drill, position, later);
      expect(item?.picked.length, "a practice that began before").toBe(sat.has(item?.location.name ?? "") ? 0 : 1);
    }
    const marks = (await getProgress(db, viewer, later)).exams[0]?.calibration;
    expect(marks).toMatchObject([{ confidence: "sure", answers: count - asked.length, right: 0 }]);
    await finishAttempt({ db, viewer, attemptId: mock, now: later });
    expect((await holding(viewer))("missed")).toHaveLength(count);
  });

  it("gives a first mock exam its percentile among 30 first sittings with the same time, and none while one is sat", async () => {
    await sync();
    const { db } = database;
    const sit = async (viewer: Owner, choices: StartRequest["choices"] = {}) => {
      const attemptId = await start(viewer, { mode: "mock", choices });
      await answer(viewer, attemptId, 1, { isRight: true });
      await finishAttempt({ db, viewer, attemptId, now: later });
      return attemptId;
    };
    const viewer = await makeGuest(db);
    const own = await sit(viewer);
    const percentile = async () => (await getResult(db, viewer, own, later))?.percentile;
    for (let i = 0; i < 29; i++) await sit(await makeGuest(db));
    const other = await makeGuest(db);
    await sit(other, { timeFactor: 2 });
    // The second sitting of somebody who is counted already.
    await sit(other, { timeFactor: 2 });
    expect(await percentile()).toBeNull();
    await sit(await makeGuest(db), { timeFactor: 1 });
    expect(await percentile()).toMatchObject({ percent: 50, others: 30 });
    await start(viewer, { mode: "mock", at: later });
    expect(await percentile()).toBeNull();
  });
});
