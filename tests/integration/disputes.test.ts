import { beforeEach, expect, it } from "vitest";
import { getOwnData } from "#lib/account/read/own-data";
import { getItem } from "#lib/attempts/read/attempt";
import { getResult } from "#lib/attempts/read/get-result";
import { listAttempts } from "#lib/attempts/read/list-attempts";
import { getQuestionPage } from "#lib/attempts/read/question-page";
import { checkAnswer } from "#lib/attempts/write/check-answer";
import { finishAttempt } from "#lib/attempts/write/finish";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { mintViewer, type Viewer } from "#lib/auth/viewer";
import { listDisputes } from "#lib/authoring/read/list-disputes";
import { openByEvidence } from "#lib/authoring/write/open-by-evidence";
import type { BankQuestion } from "#lib/bank/bank-content";
import { keepDisputes } from "#lib/bank/write/keep-disputes";
import { syncBank } from "#lib/bank/write/sync";
import type { DisputeNote } from "#lib/exam/dispute";
import { notifyKeyChanges } from "#lib/notifications/write/notify-key-changes";
import { notifyVerdicts } from "#lib/notifications/write/notify-verdicts";
import { getProgress } from "#lib/progress/read/get-progress";
import { definition, makeBank, makeQuestion } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest, makeMember } from "../support/people.ts";

const noon = Date.parse("2026-11-22T12:00:00Z");
const at = (minutes: number) => new Date(noon + minutes * 60_000);

onEachDatabase("a disputed key", (database) => {
  type Owner = Viewer & { readonly learnerId: string };

  // The tests share their questions.
  beforeEach(() => database.db.write((tx) => tx.dispute.deleteMany()).then(() => {}));

  /** What a sync does with these questions. */
  async function show(questions: readonly BankQuestion[], minutes: number) {
    const content = makeBank(questions, { ...definition, questions: questions.length, passing: 70 });
    const { db } = database;
    const now = at(minutes);
    await syncBank({ db, content, now });
    await keepDisputes({ db, content, now });
    await notifyKeyChanges({ db, now });
    await notifyVerdicts({ db, now });
  }

  const three = (dispute: DisputeNote | null, q0: BankQuestion = makeQuestion("q0")) => [
    { ...q0, dispute },
    makeQuestion("q1"),
    makeQuestion("q2", { domain: "b" }),
  ];
  const note = (status: DisputeNote["status"], reason = "The source says otherwise"): DisputeNote => ({
    status,
    reason,
    day: "2026-11-22",
  });

  /** An exam of all three in which only q0 is answered wrong, or only q0 right. */
  async function sit(viewer: Owner, rightOf: (name: string) => boolean): Promise<string> {
    const { db } = database;
    const started = await startAttempt({ db, viewer, examSlug: "sample", mode: "mock", seed: "s", now: at(1) });
    if (!started.ok) throw new Error(started.error);
    const attemptId = started.value;
    const items = await db.read.attemptItem.findMany({
      where: { attemptId },
      select: { position: true, question: { select: { name: true } } },
    });
    const entries = items.map(({ position, question: { name } }) => ({
      position,
      field: "answer" as const,
      version: 1,
      value: { kind: "single", optionId: `${name}-${rightOf(name) ? "one" : "two"}` },
      madeAt: at(2).toISOString(),
      elapsedMs: 0,
    }));
    await saveAnswers({ db, viewer, attemptId, body: { clientId: "client-one", entries }, now: at(2) });
    await finishAttempt({ db, viewer, attemptId, now: at(3) });
    return attemptId;
  }

  const resultOf = (viewer: Viewer, attemptId: string) => getResult(database.db, viewer, attemptId, at(5));
  const pageOf = (viewer: Viewer) => getQuestionPage(database.db, viewer, "sample", "q0", at(5));
  const newsOf = (viewer: Owner) =>
    database.db.read.notification.findMany({
      where: { user: { learnerId: viewer.learnerId } },
      select: { kind: true, text: true },
    });

  it("counts for nobody's pass or fail while it is open, and both scores are shown", async () => {
    const viewer = await makeGuest(database.db);
    await show(three(null), 0);
    const attemptId = await sit(viewer, (name) => name !== "q0");
    expect(await resultOf(viewer, attemptId)).toMatchObject({
      others: { withoutDisputed: null },
      score: { passed: false },
    });
    await show(three(note("open")), 4);
    const result = await resultOf(viewer, attemptId);
    expect(result?.score).toMatchObject({ items: 3, points: 2, passed: false });
    expect(result?.others.withoutDisputed).toMatchObject({ items: 2, points: 2, passed: true });
    const disputed = result?.items.filter(({ isDisputed }) => isDisputed).map(({ location }) => location.name);
    expect(disputed).toEqual(["q0"]);
    const [listed] = await listAttempts(database.db, viewer, "sample");
    expect(listed?.others).toEqual(result?.others);
  });

  it("tells no other score in a list while an exam with one of its questions is being sat", async () => {
    const viewer = await makeGuest(database.db);
    await show(three(null), 0);
    const { db } = database;
    await sit(viewer, (name) => name !== "q0");
    await show(three(note("open")), 4);
    await startAttempt({ db, viewer, examSlug: "sample", mode: "mock", seed: "t", now: at(2) });
    const finished = (await listAttempts(db, viewer, "sample")).filter(({ finishedAt }) => finishedAt !== null);
    expect(finished).toMatchObject([{ score: null, others: { withoutDisputed: null, byTodaysKeys: null } }]);
  });

  it("shows on the question's page to those who have answered, and to nobody else", async () => {
    const [viewer, stranger] = [await makeGuest(database.db), await makeGuest(database.db)];
    await show(three(note("open", "The source says B")), 0);
    await sit(viewer, () => true);
    const page = await pageOf(viewer);
    // The author's B is the second option of the file.
    const isSame = page?.question.options[1]?.id === "q0-two";
    expect(isSame, "the options are shuffled").toBe(false);
    const letters = [{ letter: "B", text: "q0 two" }];
    expect(page?.dispute).toEqual({ verdict: null, reason: "The source says B", letters });
    expect(JSON.stringify(await pageOf(stranger))).not.toContain("The source says");
  });

  it("is said in study after the check, and not before", async () => {
    const { db } = database;
    const viewer = await makeGuest(db);
    await show(three(note("open")), 0);
    const started = await startAttempt({
      db,
      viewer,
      examSlug: "sample",
      mode: "study",
      seed: "s",
      now: at(1),
      choices: { order: "in-order" },
    });
    if (!started.ok) throw new Error(started.error);
    const attemptId = started.value;
    const isDisputed = async () => (await getItem(db, viewer, attemptId, 1, at(3)))?.isDisputed;
    expect(await isDisputed()).toBe(false);
    const value = { kind: "single" as const, optionId: "q0-one" };
    const entry = {
      position: 1,
      field: "answer" as const,
      version: 1,
      value,
      madeAt: at(2).toISOString(),
      elapsedMs: 0,
    };
    await saveAnswers({ db, viewer, attemptId, body: { clientId: "client-one", entries: [entry] }, now: at(2) });
    await checkAnswer({ db, viewer, attemptId, position: 1, now: at(3) });
    expect(await isDisputed()).toBe(true);
  });

  it("ends with the verdict that is in the file, and everybody who answered is notified once", async () => {
    const member = await makeMember(database.db, "Ada");
    await show(three(note("open")), 0);
    const attemptId = await sit(member, () => true);
    for (const minutes of [4, 5]) await show(three(note("key-stands", "Section 3 says so")), minutes);
    expect((await resultOf(member, attemptId))?.others.withoutDisputed).toBeNull();
    expect((await pageOf(member))?.dispute).toMatchObject({ verdict: "key-stands", reason: "Section 3 says so" });
    expect(await newsOf(member)).toEqual([{ kind: "dispute-settled", text: "key-stands" }]);
  });

  it("with another key shows the score as graded then and by the key of today, and reports it once", async () => {
    const member = await makeMember(database.db, "Ada");
    await show(three(note("open")), 0);
    const attemptId = await sit(member, (name) => name !== "q0");
    const q0 = makeQuestion("q0");
    const changed = { ...q0, secretPart: q0.secretPart.replace('"q0-one"', '"q0-two"'), contentHash: "changed" };
    await show(three(note("key-changed"), changed), 4);
    const others = { withoutDisputed: null, byTodaysKeys: { points: 3, passed: true } };
    const scores = { score: { points: 2, passed: false }, others };
    expect(await resultOf(member, attemptId)).toMatchObject(scores);
    // Wherever the exam is listed, and in what the learner can download.
    expect(await listAttempts(database.db, member, "sample")).toMatchObject([scores]);
    expect((await getProgress(database.db, member, at(5))).exams).toMatchObject([{ attempts: [scores] }]);
    expect(await getOwnData(database.db, member, at(5))).toMatchObject({ attempts: [{ otherScores: others }] });
    expect((await newsOf(member)).map(({ kind }) => kind)).toEqual(["key-changed"]);
  });

  it("ends when the question is taken away", async () => {
    const member = await makeMember(database.db, "Ada");
    await show(three(note("open")), 0);
    await sit(member, () => true);
    await show(three(null).slice(1), 4);
    expect(await newsOf(member)).toEqual([{ kind: "dispute-settled", text: "retired" }]);
  });

  it("ends when its file says that it is retired, with the reason, and the question is asked no longer", async () => {
    const member = await makeMember(database.db, "Ada");
    await show(three(note("open")), 0);
    await sit(member, () => true);
    for (const minutes of [4, 5]) await show(three(note("retired", "The service is gone")), minutes);
    expect(await pageOf(member)).toMatchObject({
      retired: true,
      dispute: { verdict: "retired", reason: "The service is gone" },
    });
    expect(await newsOf(member)).toEqual([{ kind: "dispute-settled", text: "retired" }]);
    // Taken back, it is asked again.
    await show(three(null), 6);
    expect(await pageOf(member)).toMatchObject({ retired: false });
  });

  /** Forty learners of twelve questions, of whom every second knows; those know the second option of q0 to be right. */
  async function answerMany() {
    const { db } = database;
    await show(
      Array.from({ length: 12 }, (_, i) => makeQuestion(`q${i}`)),
      0,
    );
    const questions = await db.read.question.findMany({ select: { id: true, name: true, revisionId: true } });
    const learners = await Promise.all(Array.from({ length: 40 }, () => makeGuest(db)));
    const data = learners.flatMap(({ learnerId }, l) =>
      questions.map(({ id: questionId, name, revisionId }) => {
        const isKnown = l % 2 === 0 && (Number(name.slice(1)) + l) % 9 > 0;
        const optionId = `${name}-${isKnown === (name !== "q0") ? "one" : "two"}`;
        const answer = JSON.stringify({ kind: "single", optionId });
        return { learnerId, questionId, revisionId: revisionId as string, answer, disclosedAt: at(l) };
      }),
    );
    await db.write((tx) => tx.disclosure.createMany({ data }));
  }

  it("is found by the answers of those who know, once, and stands in the authors' queue", async () => {
    const { db } = database;
    await answerMany();
    expect(await openByEvidence(db, "sample", at(60))).toBe(1);
    expect(await openByEvidence(db, "sample", at(61))).toBe(0);
    const member = await makeMember(db, "Ada");
    expect(await listDisputes(db, member, "sample")).toBeNull();
    const author = { ...(member.member as NonNullable<Viewer["member"]>), role: "author" as const };
    const queue = await listDisputes(db, mintViewer(member.learnerId, author), "sample");
    expect(queue).toMatchObject([{ name: "q0", reason: null, verdict: null, evidence: { answers: 30 } }]);
  });

  it("is not opened again by answers where the file says that the key stands", async () => {
    await answerMany();
    const questions = Array.from({ length: 12 }, (_, i) => makeQuestion(`q${i}`));
    await show([{ ...(questions[0] as BankQuestion), dispute: note("key-stands") }, ...questions.slice(1)], 50);
    expect(await openByEvidence(database.db, "sample", at(60))).toBe(0);
  });
});
