import { expect, it } from "vitest";
import { getQuestionPage, isKeptBack } from "#lib/attempts/read/question-page";
import { answerQuestion } from "#lib/attempts/write/answer-question";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import type { Viewer } from "#lib/auth/viewer";
import { listCandidates } from "#lib/bank/read/exams";
import { syncBank } from "#lib/bank/write/sync";
import { getExamProgress } from "#lib/progress/read/get-progress";
import { listPlans, plannedQuestions } from "#lib/review/read/get-plan";
import { keptBack } from "#lib/review/read/kept-form";
import { deletePlan, keepPlan } from "#lib/review/write/keep-plan";
import { searchQuestions } from "#lib/search/read/search-questions";
import { searchWords } from "#lib/search/search-words";
import { makeBank, makeQuestion } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest } from "../support/people.ts";

const now = new Date("2026-11-22T12:00:00Z");
const examDate = "2026-12-06";
const inLastWeek = new Date("2026-11-30T12:00:00Z");
const onTheDay = new Date("2026-12-06T12:00:00Z");

onEachDatabase("a form that is kept back", (database) => {
  type Owner = Viewer & { readonly learnerId: string };

  /** Twelve questions in two domains, of which an exam asks four. */
  const bank = () =>
    syncBank({
      db: database.db,
      content: makeBank(
        Array.from({ length: 12 }, (_, i) => makeQuestion(`q${i}`, { domain: i % 2 === 0 ? "a" : "b" })),
      ),
      now,
    });

  const keep = ({ learnerId }: Owner, changed: object = {}) =>
    keepPlan({
      ...{ db: database.db, learnerId, examSlug: "sample", timeZone: "UTC", now, keepsForm: true },
      plan: { examDate, weekdays: [0, 1, 2, 3, 4, 5, 6], minutesPerDay: 600 },
      ...changed,
    });

  const start = (viewer: Owner, changed: object = {}) =>
    startAttempt({ db: database.db, viewer, examSlug: "sample", mode: "mock", seed: "s", now, ...changed });

  const askedIn = async (started: Awaited<ReturnType<typeof start>>) => {
    if (!started.ok) throw new Error(started.error);
    const items = await database.db.read.attemptItem.findMany({
      where: { attemptId: started.value },
      orderBy: { position: "asc" },
    });
    return items.map(({ questionId }) => questionId);
  };

  const formOf = async ({ learnerId }: Owner, at = now) => [...(await keptBack(database.db, learnerId, at))];

  it("follows the blueprint and appears nowhere before the last week", async () => {
    await bank();
    const viewer = await makeGuest(database.db);
    expect(await keep(viewer)).toEqual({ ok: true, value: "kept" });
    const form = await formOf(viewer);
    const candidates = await listCandidates(database.db, "sample");
    const kept = candidates.filter(({ questionId }) => form.includes(questionId));
    expect(kept.map(({ domain }) => domain).sort()).toEqual(["a", "a", "b", "b"]);

    const meets = async (changed: object) =>
      (await askedIn(await start(viewer, changed))).filter((id) => form.includes(id));
    expect(await meets({ mode: "study" })).toEqual([]);
    expect(await meets({ mode: "drill", choices: {} })).toEqual([]);
    expect(await meets({ mode: "drill", choices: { reasons: ["unseen"] } })).toEqual([]);
    expect(await meets({ mode: "mock" })).toEqual([]);

    const [{ name = "", questionId = "" } = {}] = kept;
    expect(await getQuestionPage(database.db, viewer, "sample", name, now)).toBeNull();
    expect(await isKeptBack(database.db, viewer, "sample", name, now)).toBe(true);
    const answer = { kind: "single", optionId: `${name}-one` } as const;
    const common = { db: database.db, viewer, examSlug: "sample", questionName: name, now };
    expect(await answerQuestion({ ...common, answer })).toEqual({ ok: false, error: "no-such-item" });
    const found = await searchQuestions(
      database.db,
      viewer,
      { words: searchWords(name), examSlug: null, page: 1 },
      now,
    );
    expect(found.hits.filter(({ path }) => path.endsWith(`/${name}`))).toEqual([]);

    const [plan] = await listPlans(database.db, viewer.learnerId, now);
    expect(plan?.days.flatMap(({ fresh }) => fresh).reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(plan?.unseen).toBe(8);
    const part = { learnerId: viewer.learnerId, examSlug: "sample", part: "fresh", now } as const;
    expect((await plannedQuestions(database.db, part)).has(questionId)).toBe(false);
    const standing = await getExamProgress(database.db, viewer, "sample", now);
    expect(standing?.domains.map(({ unseen, closed }) => unseen + closed)).toEqual([4, 4]);
    // Nobody else is kept from anything.
    const other = await makeGuest(database.db);
    expect(await getQuestionPage(database.db, other, "sample", name, now)).not.toBeNull();
    expect(await askedIn(await start(other, { mode: "study" }))).toHaveLength(12);
  });

  it("is the mock exam of the last week, and kept back no longer then", async () => {
    await bank();
    const viewer = await makeGuest(database.db);
    await keep(viewer);
    const form = await formOf(viewer);
    expect([...(await askedIn(await start(viewer, { now: inLastWeek })))].sort()).toEqual([...form].sort());
    expect(await formOf(viewer, inLastWeek)).toEqual([]);
  });

  it("can be taken in a short form, by a start of the plan", async () => {
    await bank();
    const viewer = await makeGuest(database.db);
    await keep(viewer, { plan: { examDate, weekdays: [0, 1, 2, 3, 4, 5, 6], minutesPerDay: 16 } });
    const form = await formOf(viewer);
    const at = new Date("2026-12-03T12:00:00Z");
    const choices = { plan: "mock", reveal: "at-end", count: 2, minutes: 16 };
    const asked = await askedIn(await start(viewer, { mode: "drill", choices, now: at }));
    expect(asked).toHaveLength(2);
    expect(form).toEqual(expect.arrayContaining(asked));
    expect(await formOf(viewer, at)).toEqual([]);
  });

  it("does not change the exam that a link names, which takes its questions from what is kept", async () => {
    await bank();
    const [viewer, other] = [await makeGuest(database.db), await makeGuest(database.db)];
    const named = await askedIn(await start(other, { seed: "named" }));
    await keep(viewer);
    expect(await askedIn(await start(viewer, { seed: "named", isNamed: true }))).toEqual(named);
    expect((await formOf(viewer)).filter((id) => named.includes(id))).toEqual([]);
  });

  it("stays the same while the plan changes, and ends with it or with the day of the exam", async () => {
    await bank();
    const viewer = await makeGuest(database.db);
    await keep(viewer);
    const form = await formOf(viewer);
    await keep(viewer, { plan: { examDate: "2026-12-20", weekdays: [1], minutesPerDay: 30 } });
    expect(await formOf(viewer)).toEqual(form);
    expect(await formOf(viewer, new Date("2026-12-20T12:00:00Z"))).toEqual([]);
    await keep(viewer, { keepsForm: false });
    expect(await formOf(viewer)).toEqual([]);
    await keep(viewer);
    expect(await formOf(viewer, onTheDay)).toEqual([]);
    await deletePlan(database.db, viewer.learnerId, "sample");
    expect(await formOf(viewer)).toEqual([]);
  });

  it("needs enough questions that are new and in no attempt", async () => {
    await bank();
    const viewer = await makeGuest(database.db);
    await start(viewer, { mode: "study" });
    expect(await keep(viewer)).toEqual({ ok: false, error: "too-few-new" });
    expect(await keep(viewer, { keepsForm: false })).toEqual({ ok: true, value: "kept" });
  });
});
