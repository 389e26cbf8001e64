import { expect, it } from "vitest";
import { getResult } from "#lib/attempts/read/get-result";
import { listAttempts } from "#lib/attempts/read/list-attempts";
import { checkAnswer } from "#lib/attempts/write/check-answer";
import { finishAttempt } from "#lib/attempts/write/finish";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import type { Viewer } from "#lib/auth/viewer";
import { syncBank } from "#lib/bank/write/sync";
import { localDay } from "#lib/exam/local-time";
import { worthOfRecall } from "#lib/exam/points-today";
import { getProgress } from "#lib/progress/read/get-progress";
import { practiceDays } from "#lib/progress/read/practice-days";
import { definition, makeBank, makeQuestion } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest } from "../support/people.ts";

const now = new Date("2026-11-22T12:00:00Z");

onEachDatabase("progress", (database) => {
  type Owner = Viewer & { readonly learnerId: string };

  async function syncForty(asked = 10) {
    const questions = Array.from({ length: 40 }, (_, i) =>
      makeQuestion(`q${String(i).padStart(2, "0")}`, { domain: i < 20 ? "a" : "b" }),
    );
    await syncBank({ db: database.db, content: makeBank(questions, { ...definition, questions: asked }), now });
  }

  async function begin(viewer: Owner, mode: "study" | "mock", asked = 10) {
    await syncForty(asked);
    const choices = mode === "study" ? { order: "in-order" as const } : {};
    const request = { db: database.db, viewer, examSlug: "sample", mode, seed: "s", now, choices };
    const started = await startAttempt(request);
    if (!started.ok) throw new Error(started.error);
    return started.value;
  }

  /** Answers positions from 1 on, right where `isRight` says so, and checks each where that can be done. */
  async function answer(
    viewer: Owner,
    attemptId: string,
    count: number,
    isRight: (position: number) => boolean,
    at = now,
  ) {
    const items = await database.db.read.attemptItem.findMany({
      where: { attemptId, position: { lte: count } },
      select: { position: true, question: { select: { name: true } } },
    });
    const entries = items.map(({ position, question }) => ({
      position,
      field: "answer" as const,
      version: 1,
      value: { kind: "single", optionId: `${question.name}-${isRight(position) ? "one" : "two"}` },
      madeAt: at.toISOString(),
      elapsedMs: 0,
    }));
    await saveAnswers({ db: database.db, viewer, attemptId, body: { clientId: "client-one", entries }, now: at });
    for (const { position } of items) await checkAnswer({ db: database.db, viewer, attemptId, position, now: at });
  }

  const domainsOf = async (viewer: Viewer) => (await getProgress(database.db, viewer, now)).exams[0]?.domains ?? [];

  it("is empty for a learner who has done nothing", async () => {
    await syncForty();
    expect(await getProgress(database.db, await makeGuest(database.db), now)).toEqual({ exams: [], retired: [] });
  });

  it("counts first answers by domain, and waits with an estimate until there are enough", async () => {
    const viewer = await makeGuest(database.db);
    const attemptId = await begin(viewer, "study");
    await answer(viewer, attemptId, 24, (position) => position % 2 === 0);
    const [exam] = (await getProgress(database.db, viewer, now)).exams;
    expect(exam?.domains).toMatchObject([
      { id: "a", available: 20, answers: 20, earned: 10 },
      { id: "b", available: 20, answers: 4, earned: 2 },
    ]);
    expect(exam?.readiness).toMatchObject({ state: "too-few", missing: 6 });
    const { from, counts } = await practiceDays(database.db, viewer.learnerId, now);
    // The day is a Sunday: the last of twelve weeks from Monday to Sunday.
    expect([from + 83, counts.length, counts[83]]).toEqual([localDay(now, "UTC"), 84, 24]);
    await answer(viewer, attemptId, 40, (position) => position % 2 === 0);
    expect((await getProgress(database.db, viewer, now)).exams[0]?.readiness).toMatchObject({
      state: "estimated",
      answers: 40,
    });
  });

  it("shows how the estimate moved: from the day that there was one to now, from the answers until then", async () => {
    const viewer = await makeGuest(database.db);
    const attemptId = await begin(viewer, "study");
    const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
    await answer(viewer, attemptId, 30, (position) => position <= 10, daysAgo(4));
    await answer(viewer, attemptId, 40, () => true, daysAgo(1.5));
    const [exam] = (await getProgress(database.db, viewer, now, { hasTrend: true })).exams;
    expect(exam?.trend.map(({ at, answers }) => [at.getTime(), answers])).toEqual(
      [4, 3, 2, 1, 0].map((days) => [daysAgo(days).getTime(), days < 2 ? 40 : 30]),
    );
    const [first, last] = [exam?.trend[0], exam?.trend.at(-1)];
    expect(last?.expected).toBeGreaterThan(first?.expected ?? 100);
    expect(exam?.readiness).toMatchObject({ expected: last?.expected, from: last?.from, to: last?.to });
    expect((await getProgress(database.db, viewer, now)).exams[0]?.trend).toEqual([]);
  });

  it("takes “I don’t know” for a guess among four, and shows that it earned nothing", async () => {
    const { db } = database;
    const viewer = await makeGuest(db);
    const attemptId = await begin(viewer, "study");
    const entry = { position: 1, field: "answer", version: 1, value: { kind: "dont-know" }, elapsedMs: 0 } as const;
    const body = { clientId: "client-one", entries: [{ ...entry, madeAt: now.toISOString() }] };
    await saveAnswers({ db, viewer, attemptId, body, now });
    await checkAnswer({ db, viewer, attemptId, position: 1, now });
    expect((await domainsOf(viewer))[0]).toMatchObject({ answers: 1, points: 0.25, earned: 0, unknown: 1 });
  });

  it("counts a little what is right a day later, and nothing of what is right at once", async () => {
    const viewer = await makeGuest(database.db);
    await answer(viewer, await begin(viewer, "study"), 10, () => false);
    const points = async () => (await domainsOf(viewer))[0]?.points ?? 0;
    const first = await points();
    await answer(viewer, await begin(viewer, "study"), 10, () => true);
    expect(await points()).toBe(first);
    await answer(viewer, await begin(viewer, "study"), 10, () => true, new Date(now.getTime() + 86_400_000));
    expect(await points()).toBeCloseTo(first + 10 * worthOfRecall, 1);
  });

  it("lets a second answer to a question change nothing", async () => {
    const viewer = await makeGuest(database.db);
    await answer(viewer, await begin(viewer, "study"), 6, () => false);
    const before = await domainsOf(viewer);
    await answer(viewer, await begin(viewer, "study"), 40, () => true);
    const after = await domainsOf(viewer);
    expect(before[0]).toMatchObject({ answers: 6, earned: 0 });
    expect(after[0]).toMatchObject({ answers: 20, earned: 14 });
  });

  it("takes an exam without a single answer as not sat: its keys were seen, but nothing counts; and waits while an exam is being sat", async () => {
    const viewer = await makeGuest(database.db);
    const readiness = async () => (await getProgress(database.db, viewer, now)).exams[0]?.readiness;
    const attemptId = await begin(viewer, "mock", 40);
    expect(await readiness()).toMatchObject({ state: "too-few", obstacle: "running-exam" });
    await finishAttempt({ db: database.db, viewer, attemptId, now });
    expect(await domainsOf(viewer)).toMatchObject([{ unseen: 0 }, { unseen: 0 }]);
    expect(await readiness()).toMatchObject({ state: "too-few", answers: 0, obstacle: "too-few-unseen" });
  });

  it("says nothing that depends on an exam that is being sat, and counts its blanks without a point when it is over", async () => {
    const viewer = await makeGuest(database.db);
    await answer(viewer, await begin(viewer, "study"), 40, () => true);
    expect((await domainsOf(viewer)).map((domain) => domain.answers)).toEqual([20, 20]);
    const attemptId = await begin(viewer, "mock");
    await answer(viewer, attemptId, 3, () => false);
    expect((await domainsOf(viewer)).reduce((sum, domain) => sum + domain.answers, 0)).toBe(30);
    expect((await domainsOf(viewer)).reduce((sum, domain) => sum + domain.closed, 0)).toBe(10);
    await finishAttempt({ db: database.db, viewer, attemptId, now });
    expect((await domainsOf(viewer)).map((domain) => domain.earned)).toEqual([20, 20]);

    const other = await makeGuest(database.db);
    const exam = await begin(other, "mock");
    await answer(other, exam, 3, () => true);
    expect(await domainsOf(other)).toMatchObject([{ answers: 0 }, { answers: 0 }]);
    await finishAttempt({ db: database.db, viewer: other, attemptId: exam, now });
    const total = async (count: "answers" | "blanks" | "earned") =>
      (await domainsOf(other)).reduce((sum, domain) => sum + domain[count], 0);
    expect([await total("answers"), await total("blanks"), await total("earned")]).toEqual([10, 7, 3]);
    expect((await getProgress(database.db, other, now)).exams[0]?.attempts).toMatchObject([
      { mode: "mock", score: { points: 3 } },
    ]);
  });

  it("says how many questions of a mock exam were new, in lists and in its result, also after another exam", async () => {
    const { db } = database;
    const viewer = await makeGuest(db);
    await answer(viewer, await begin(viewer, "study"), 6, () => true);
    const first = await begin(viewer, "mock", 40);
    await finishAttempt({ db, viewer, attemptId: first, now: new Date(now.getTime() + 1_000) });
    const second = await begin(viewer, "mock", 40);
    await finishAttempt({ db, viewer, attemptId: second, now: new Date(now.getTime() + 2_000) });
    const counts = new Map(
      (await listAttempts(db, viewer, "sample")).map(({ id, newQuestions }) => [id, newQuestions]),
    );
    expect([counts.get(first), counts.get(second)]).toEqual([34, 0]);
    expect([...counts.values()]).toContain(null);
    expect((await getResult(db, viewer, first, now))?.newQuestions).toBe(34);
  });

  it("keeps what was done in an exam that is no longer offered, and no estimate of it", async () => {
    const viewer = await makeGuest(database.db);
    const attemptId = await begin(viewer, "mock");
    await answer(viewer, attemptId, 3, () => true);
    await finishAttempt({ db: database.db, viewer, attemptId, now });
    const other = makeBank([makeQuestion("new")], { ...definition, slug: "other", title: "Other", questions: 1 });
    await syncBank({ db: database.db, content: other, now });
    expect(await getProgress(database.db, viewer, now)).toMatchObject({
      exams: [],
      retired: [{ slug: "sample", title: "Sample", attempts: [{ id: attemptId, mode: "mock", score: { points: 3 } }] }],
    });
    expect(await getProgress(database.db, await makeGuest(database.db), now)).toEqual({ exams: [], retired: [] });
  });

  it("keeps the study that is under way among the attempts of its exam, however many came after it", async () => {
    const { db } = database;
    const viewer = await makeGuest(db);
    await syncForty();
    const start = async (mode: "study" | "mock" | "drill", minute: number) => {
      const at = new Date(now.getTime() + minute * 60_000);
      const started = await startAttempt({ db, viewer, examSlug: "sample", mode, seed: "s", now: at });
      if (!started.ok) throw new Error(started.error);
      return started.value;
    };
    const [older, study] = [await start("study", 0), await start("study", 1)];
    for (let minute = 2; minute < 27; minute++) await start("drill", minute);
    const exam = await start("mock", 27);
    const listed = (await listAttempts(db, viewer, "sample")).map(({ id }) => id);
    expect(listed.slice(0, 2)).toEqual([exam, study]);
    expect(listed).toHaveLength(20);
    expect(listed).not.toContain(older);
  });

  // The last one: its sixty learners stay.
  it("does not take a learner for strong who has answered the easy questions alone", async () => {
    const { db } = database;
    const viewer = await makeGuest(db);
    await answer(viewer, await begin(viewer, "study"), 10, () => true);
    const [before] = await domainsOf(viewer);
    const questions = await db.read.question.findMany({
      where: { examSlug: "sample", domain: "a" },
      select: { id: true, name: true, revisionId: true },
    });
    const others = Array.from({ length: 60 }, (_, i) => `other-${i}`);
    await db.write(async (tx) => {
      await tx.learner.createMany({ data: others.map((id) => ({ id, createdAt: now })) });
      // The first ten are right for everybody, the others for nobody.
      const data = questions.flatMap(({ id, name, revisionId }) => {
        const option = name < "q10" ? "one" : "two";
        const given = JSON.stringify({ kind: "single", optionId: `${name}-${option}` });
        const row = { questionId: id, revisionId: revisionId as string, answer: given, disclosedAt: now };
        return others.map((learnerId) => ({ ...row, learnerId }));
      });
      await tx.disclosure.createMany({ data });
    });
    const inTwoHours = new Date(now.getTime() + 2 * 3_600_000);
    const after = (await getProgress(db, viewer, inTwoHours)).exams[0]?.domains[0];
    expect(before).toMatchObject({ answers: 10, earned: 10 });
    expect(before?.points).toBeGreaterThan(9);
    expect(after).toMatchObject({ answers: 10, earned: 10 });
    expect(after?.points).toBeLessThan(8);
  });
});
