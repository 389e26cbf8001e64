import { default_w } from "ts-fsrs";
import { expect, it } from "vitest";
import { getOwnData } from "#lib/account/read/own-data";
import { answerQuestion } from "#lib/attempts/write/answer-question";
import { checkAnswer } from "#lib/attempts/write/check-answer";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import type { Viewer } from "#lib/auth/viewer";
import { claimGuest } from "#lib/auth/write/guest-learner";
import { keepMemory } from "#lib/progress/write/keep-fit";
import { daysToExams } from "#lib/review/read/days-to-exams";
import { listPlans, plannedQuestions } from "#lib/review/read/get-plan";
import { planHistory } from "#lib/review/read/plan-history";
import { deletePlan, keepPlan } from "#lib/review/write/keep-plan";
import { syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest, makeMember } from "../support/people.ts";

const now = new Date("2026-11-22T12:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

onEachDatabase("a plan", (database) => {
  type Owner = Viewer & { readonly learnerId: string };
  // Four questions in 30 minutes: a new one is counted at 675 seconds and 225 more when half are wrong.
  const plan = { examDate: "2026-12-06", weekdays: [0, 1, 2, 3, 4, 5, 6], minutesPerDay: 32 };

  const keep = ({ learnerId }: Owner, changed: Partial<typeof plan & { retention: number }> = {}) =>
    keepPlan({
      db: database.db,
      learnerId,
      examSlug: "sample",
      plan: { ...plan, ...changed },
      timeZone: "Europe/Berlin",
      now,
    });

  const firstDay = async ({ learnerId }: Owner, at = now) => (await listPlans(database.db, learnerId, at))[0]?.days[0];

  it("lists for today what a start then asks, and less when some of it is done", async () => {
    await syncSample(database.db);
    const viewer = await makeGuest(database.db);
    expect(await keep(viewer)).toEqual({ ok: true, value: "kept" });
    // 32 minutes are two new questions at 900 seconds.
    expect(await firstDay(viewer)).toMatchObject({ reviews: [], fresh: [1, 1] });
    const common = { db: database.db, viewer, examSlug: "sample", seed: "s", now } as const;
    const begun = await startAttempt({ ...common, mode: "drill", choices: { plan: "fresh" } });
    const attemptId = begun.ok ? begun.value : "";
    const items = await database.db.read.attemptItem.findMany({
      where: { attemptId },
      select: { domain: true, question: { select: { name: true } } },
    });
    expect(items.map(({ domain }) => domain).sort()).toEqual(["a", "b"]);
    const name = items[0]?.question.name ?? "";
    const answer = { kind: "single", optionId: `${name}-two` } as const;
    await answerQuestion({ db: database.db, viewer, examSlug: "sample", questionName: name, answer, now: later(1) });
    // What was missed comes again on the next day; today of the 32 minutes 675 seconds are gone.
    expect((await firstDay(viewer, later(2)))?.fresh.reduce((sum, count) => sum + count, 0)).toBe(1);
    const tomorrow = later(24 * 60);
    const day = await firstDay(viewer, tomorrow);
    expect(day?.reviews).toHaveLength(1);
    const part = { learnerId: viewer.learnerId, examSlug: "sample", part: "reviews", now: tomorrow } as const;
    expect([...(await plannedQuestions(database.db, part))]).toEqual(day?.reviews);
    const again = await startAttempt({ ...common, mode: "review", choices: { plan: "reviews" }, now: tomorrow });
    expect(again.ok).toBe(true);
  });

  it("says how many of its reviews should be right: the fewer, the later a question comes back", async () => {
    const { db } = database;
    await syncSample(db);
    const daysUntilReview = async (changed: { retention?: number }) => {
      const viewer = await makeGuest(db);
      expect(await keep(viewer, changed)).toEqual({ ok: true, value: "kept" });
      const answer = { kind: "single", optionId: "q1-one" } as const;
      await answerQuestion({ db, viewer, examSlug: "sample", questionName: "q1", answer, now });
      const card = await db.read.card.findFirst({ where: { learnerId: viewer.learnerId } });
      return card?.scheduledDays;
    };
    expect(await daysUntilReview({})).toBe(2);
    expect(await daysUntilReview({ retention: 80 })).toBe(8);
    await keepMemory(
      db,
      "sample",
      default_w.map((weight, i) => (i === 2 ? 10 : weight)),
      now,
    );
    expect(await daysUntilReview({}), "with weights that an operator keeps").toBe(10);
    await keepMemory(db, "sample", null, now);
    expect(await daysUntilReview({})).toBe(2);
  });

  it("knows what was ever missed: a correct guess and an incorrect answer are, a correct answer is not", async () => {
    await syncSample(database.db);
    const [viewer, db] = [await makeGuest(database.db), database.db];
    const begun = await startAttempt({ db, viewer, examSlug: "sample", seed: "s", now, mode: "study", choices: {} });
    const attemptId = begun.ok ? begun.value : "";
    const items = await db.read.attemptItem.findMany({
      where: { attemptId, position: { lte: 3 } },
      select: { position: true, questionId: true, question: { select: { name: true } } },
      orderBy: { position: "asc" },
    });
    for (const { position, question } of items) {
      const answer = { kind: "single", optionId: `${question.name}-${position === 3 ? "two" : "one"}` };
      const marks = position === 2 ? { answer, confidence: "guess" } : { answer, confidence: "sure" };
      const entries = Object.entries(marks).map(([field, value]) => {
        return { position, field, value, version: 1, madeAt: now.toISOString(), elapsedMs: 0 };
      });
      const body = { clientId: "client-one", entries } as Parameters<typeof saveAnswers>[0]["body"];
      await saveAnswers({ db, viewer, attemptId, body, now });
      await checkAnswer({ db, viewer, attemptId, position, now });
    }
    const pace = { fresh: 0, review: 0 };
    const request = { learnerId: viewer.learnerId, examSlug: "sample", timeZone: "UTC", today: 0, pace };
    const { missed } = await planHistory(db, request);
    expect([...missed].sort()).toEqual([items[1]?.questionId, items[2]?.questionId].sort());
  });

  it("counts the days to the exam where the learner lives, until its day has come", async () => {
    const viewer = await makeGuest(database.db);
    await keep(viewer);
    const left = async (at: string) => (await daysToExams(database.db, viewer, new Date(at))).get("sample");
    expect(await left("2026-11-22T12:00:00Z")).toBe(14);
    expect(await left("2026-12-05T03:30:00Z")).toBe(1);
    expect(await left("2026-12-06T03:30:00Z")).toBeUndefined();
    expect((await daysToExams(database.db, await makeGuest(database.db), now)).size).toBe(0);
  });

  it("leaves out what an exam asks that is being sat", async () => {
    await syncSample(database.db);
    const viewer = await makeGuest(database.db);
    await keep(viewer, { minutesPerDay: 600 });
    await startAttempt({ db: database.db, viewer, examSlug: "sample", mode: "mock", seed: "m", now });
    const [found] = await listPlans(database.db, viewer.learnerId, now);
    expect(found?.unseen).toBe(4);
    expect(found?.days.every(({ mock }) => mock === null)).toBe(false);
  });

  it("is for a day that lies ahead, a year at most, and for an exam that there is", async () => {
    const viewer = await makeGuest(database.db);
    expect(await keep(viewer, { examDate: "2026-11-22" })).toEqual({ ok: false, error: "not-ahead" });
    expect(await keep(viewer, { examDate: "2027-11-23" })).toEqual({ ok: false, error: "too-far" });
    const { learnerId } = viewer;
    const elsewhere = { db: database.db, learnerId, examSlug: "none", plan, timeZone: "UTC", now };
    expect(await keepPlan(elsewhere)).toEqual({ ok: false, error: "no-such-exam" });
    expect(await listPlans(database.db, learnerId, now)).toEqual([]);
  });

  it("goes with its guest to the account, stands in the data of its learner, and can be deleted", async () => {
    const [guest, member] = [await makeGuest(database.db), await makeMember(database.db, "Pat")];
    await keep(guest);
    await claimGuest(database.db, guest.learnerId, member.learnerId, now);
    expect(await listPlans(database.db, member.learnerId, now)).toHaveLength(1);
    const settings = { timeZone: "Europe/Berlin", plans: { sample: plan } };
    expect(await getOwnData(database.db, member, now)).toMatchObject({ settings });
    await deletePlan(database.db, member.learnerId, "sample");
    expect(await listPlans(database.db, member.learnerId, now)).toEqual([]);
  });
});
