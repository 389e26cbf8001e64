import { expect, it } from "vitest";
import { answerQuestion } from "#lib/attempts/write/answer-question";
import { finishAttempt } from "#lib/attempts/write/finish";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import type { Role } from "#lib/auth/role";
import { mintViewer, type Viewer } from "#lib/auth/viewer";
import { examsForAuthors } from "#lib/authoring/read/exams-for-authors";
import { itemFigures } from "#lib/authoring/read/item-figures";
import { getItemReport } from "#lib/authoring/read/item-report";
import { type ExamOverview, getExam, listCandidates } from "#lib/bank/read/exams";
import { publicPartsOf, secretPartsOf } from "#lib/bank/read/revisions";
import { syncBank } from "#lib/bank/write/sync";
import { definition, makeBank, makeQuestion, syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest, makeMember } from "../support/people.ts";

const now = new Date("2026-11-22T12:00:00Z");

onEachDatabase("item statistics", (database) => {
  type Owner = Viewer & { readonly learnerId: string };

  async function makeStaff(role: Role): Promise<Owner> {
    const viewer = await makeMember(database.db, "Ada");
    const member = { ...(viewer.member as NonNullable<Viewer["member"]>), role };
    return { ...mintViewer(viewer.learnerId, member), learnerId: viewer.learnerId };
  }

  const give = (viewer: Owner, questionName: string, option: string | null, at = now) =>
    answerQuestion({
      db: database.db,
      viewer,
      examSlug: "sample",
      questionName,
      answer: option === null ? { kind: "dont-know" } : { kind: "single", optionId: `${questionName}-${option}` },
      now: at,
    });

  const itemOf = async (viewer: Viewer, name: string) =>
    (await getItemReport(database.db, viewer, "sample", now))?.items.find((item) => item.name === name);

  it("are for moderators and administrators only", async () => {
    await syncSample(database.db);
    expect(await getItemReport(database.db, await makeGuest(database.db), "sample", now)).toBeNull();
    expect(await getItemReport(database.db, await makeStaff("member"), "sample", now)).toBeNull();
    for (const role of ["moderator", "administrator"] as const)
      expect((await getItemReport(database.db, await makeStaff(role), "sample", now))?.items).toHaveLength(8);
    expect(await getItemReport(database.db, await makeStaff("moderator"), "no-such-exam", now)).toBeNull();
  });

  it("come from first answers, judge nothing below thirty, and show choices after one's own answer only", async () => {
    await syncSample(database.db);
    const author = await makeStaff("moderator");
    const learners = await Promise.all(Array.from({ length: 32 }, () => makeGuest(database.db)));
    async function sit(learner: Owner, i: number) {
      // The better half knows most; q0 is right for the worse half.
      for (const q of [1, 2, 3, 4, 5, 6])
        await give(learner, `q${q}`, i < 16 && q !== 1 + (i % 6) ? "one" : i % 7 === 0 ? null : "two");
      await give(learner, "q0", i < 16 ? "two" : "one");
      await give(learner, "q0", "one");
    }
    await Promise.all(learners.slice(0, 29).map(sit));
    expect(await itemOf(author, "q0")).toMatchObject({ answers: 29, flags: ["few-answers"] });
    await Promise.all(learners.slice(29).map((learner, i) => sit(learner, 29 + i)));
    const item = await itemOf(author, "q0");
    expect(item).toMatchObject({ answers: 32, facility: 0.5, options: null });
    expect(item?.discrimination).toBeLessThan(-0.9);
    expect(item?.flags).toEqual(["negative", "unused-distractor"]);
    expect((await itemOf(author, "q7"))?.flags).toEqual(["few-answers"]);
    expect((await itemOf(author, "q2"))?.discrimination).toBeGreaterThan(0.5);
    expect(JSON.stringify(await getItemReport(database.db, author, "sample", now))).not.toMatch(/q0 one|isKey/);

    await give(author, "q0", null);
    const options = (await itemOf(author, "q0"))?.options;
    expect(options?.map(({ text, chosen, isKey }) => [text, chosen, isKey])).toEqual([
      ["q0 one", 16, true],
      ["q0 two", 16, false],
      ["q0 three", 0, false],
      ["q0 four", 0, false],
    ]);
    // The ten who know least by their other answers were all right, the ten who know most all wrong.
    expect(options?.slice(0, 2).map(({ strong, weak }) => [strong, weak])).toEqual([
      [0, 1],
      [1, 0],
    ]);
    for (const seed of ["1", "2", "3", "4", "5", "6", "7"])
      await startAttempt({ db: database.db, viewer: author, examSlug: "sample", mode: "mock", seed, now });
    expect(await itemOf(author, "q0")).toBeUndefined();
  });

  it("say how long a question took, of answers that were timed", async () => {
    const { db } = database;
    await syncSample(db);
    const author = await makeStaff("author");
    const before = (await itemOf(author, "q3"))?.medianMs ?? null;
    expect(before).toBeNull();
    for (const seconds of [20, 50, 30]) {
      const viewer = await makeGuest(db);
      const started = await startAttempt({ db, viewer, examSlug: "sample", mode: "mock", seed: "timed", now });
      if (!started.ok) throw new Error(started.error);
      const items = await db.read.attemptItem.findMany({
        where: { attemptId: started.value },
        select: { position: true, question: { select: { name: true } } },
      });
      const entries = items.map(({ position, question: { name } }) => ({
        position,
        field: "answer" as const,
        version: 1,
        value: { kind: "single", optionId: `${name}-one` },
        madeAt: now.toISOString(),
        elapsedMs: 1000 * seconds,
      }));
      const attempt = { db, viewer, attemptId: started.value, now };
      await saveAnswers({ ...attempt, body: { clientId: "client-one", entries } });
      await finishAttempt(attempt);
    }
    const timed = (await getItemReport(db, author, "sample", now))?.items.filter(({ medianMs }) => medianMs !== null);
    expect(timed?.length).toBeGreaterThanOrEqual(4);
    expect(timed?.every(({ medianMs }) => medianMs !== null && medianMs >= 20_000 && medianMs <= 50_000)).toBe(true);
    expect(timed?.some(({ medianMs }) => medianMs === 30_000)).toBe(true);
  });

  it("are counted again when somebody has answered, and not to be sorted", async () => {
    const { db } = database;
    await syncSample(db);
    const figures = async () => {
      const candidates = await listCandidates(db, "sample");
      const ids = candidates.map(({ revisionId }) => revisionId);
      const wordings = { parts: await publicPartsOf(db.read, ids), secrets: await secretPartsOf(db.read, ids) };
      return itemFigures(db, (await getExam(db, "sample")) as ExamOverview, candidates, wordings);
    };
    const before = await figures();
    expect(await figures()).toBe(before);
    await give(await makeGuest(db), "q5", "two");
    const after = await figures();
    expect([...after.statistics.values()].map(({ answers }) => answers)).not.toEqual(
      [...before.statistics.values()].map(({ answers }) => answers),
    );
    await syncBank({ db, content: makeBank([makeQuestion("q5")]), now });
    expect((await figures()).statistics.size, "of what is shown now").toBe(1);
  });

  it("come exam by exam: first what waits for an author, then the largest bank", async () => {
    const { db } = database;
    const of = (slug: string, names: readonly string[]) =>
      makeBank(
        names.map((name) => makeQuestion(name)),
        { ...definition, slug, title: slug },
      );
    const [small, large] = [of("a-tour", ["t0"]), of("sample", ["q0", "q1", "q2"])];
    await syncBank({ db, content: { ...large, exams: [...small.exams, ...large.exams] }, now });
    const author = await makeStaff("author");
    const listed = async () => (await examsForAuthors(db, author))?.map(({ slug, waiting }) => [slug, waiting]);
    expect(await examsForAuthors(db, await makeGuest(db))).toBeNull();
    expect(await listed()).toEqual([
      ["sample", 0],
      ["a-tour", 0],
    ]);
    const { id: questionId, revisionId } = await db.read.question.findUniqueOrThrow({
      where: { examSlug_name: { examSlug: "a-tour", name: "t0" } },
    });
    const dispute = { questionId, revisionId: revisionId ?? "", openedAt: now, openedBy: "author", reason: "" };
    await db.write((tx) => tx.dispute.create({ data: dispute }));
    expect(await listed()).toEqual([
      ["a-tour", 1],
      ["sample", 0],
    ]);
  });

  it("start again with a new wording", async () => {
    await syncSample(database.db);
    const author = await makeStaff("administrator");
    expect((await itemOf(author, "q2"))?.answers).toBeGreaterThan(30);
    const questions = Array.from({ length: 8 }, (_, i) =>
      makeQuestion(`q${i}`, { domain: i < 4 ? "a" : "b", ...(i === 2 ? { stem: "Said better" } : {}) }),
    );
    await syncBank({ db: database.db, content: makeBank(questions), now });
    expect(await itemOf(author, "q2")).toMatchObject({ answers: 0, facility: null, flags: ["few-answers"] });
  });
});
