import { randomUUID } from "node:crypto";
import type { Viewer } from "#lib/auth/viewer";
import { syncBank } from "#lib/bank/write/sync";
import { cardColumns } from "#lib/db/card-columns";
import type { Database } from "#lib/db/database";
import { definition, makeBank, makeQuestion } from "./bank.ts";
import { insertAll, type Numbered, threeYears } from "./bulk-rows.ts";
import { makeMember } from "./people.ts";
import { insertTalk } from "./three-years-of-talk.ts";

const day = 24 * 60 * 60 * 1000;
const plan = {
  reveal: "at-end",
  timeLimitMinutes: 60,
  passing: 50,
  scoring: "all-or-nothing",
  sections: [],
  bankHash: "none",
  choices: {},
};
const score = { points: 25, possible: 50, percent: 50, passed: true, domains: [] };

export interface Veteran {
  readonly viewer: Viewer & { readonly learnerId: string };
  readonly questions: readonly Numbered[];
  /** Oldest first, all finished. */
  readonly attemptIds: readonly string[];
}

/** A bank of 1,500 questions and one member with three years of work on it, made in bulk. `now` is the newest moment. */
export async function makeVeteran(db: Database, now: Date): Promise<Veteran> {
  const made = Array.from({ length: threeYears.questions }, (_, i) =>
    makeQuestion(`q${i}`, { domain: i % 2 ? "a" : "b" }),
  );
  await syncBank({ db, content: makeBank(made, { ...definition, questions: threeYears.itemsEach, minutes: 60 }), now });
  const rows = await db.read.question.findMany({
    where: { retiredAt: null },
    select: { id: true, revisionId: true, name: true },
    orderBy: { id: "asc" },
  });
  const questions = rows.map((row) => ({ ...row, revisionId: row.revisionId as string }));
  const viewer = await makeMember(db, "Vera");
  const attemptIds = await insertAttempts(db, viewer.learnerId, questions, now);
  await insertKnowledge(db, viewer.learnerId, questions, now);
  await insertTalk(db, viewer, questions, now);
  return { viewer, questions, attemptIds };
}

/** 600 exams of 50 items, each answered once and half of them a second time. */
async function insertAttempts(db: Database, learnerId: string, questions: readonly Numbered[], now: Date) {
  const attempts = Array.from({ length: threeYears.attempts }, (_, i) => {
    const startedAt = new Date(now.getTime() - (threeYears.attempts - i) * 1.8 * day);
    const finishedAt = new Date(startedAt.getTime() + 50 * 60_000);
    return { id: randomUUID(), startedAt, finishedAt, deadlineAt: new Date(startedAt.getTime() + 60 * 60_000) };
  });
  const items = attempts.flatMap((attempt, i) =>
    Array.from({ length: threeYears.itemsEach }, (_, n) => {
      const question = questions[(i * threeYears.itemsEach + n) % questions.length] as Numbered;
      const optionId = `${question.name}-${(i + n) % 2 ? "one" : "two"}`;
      return {
        attempt,
        position: n + 1,
        question,
        answer: JSON.stringify({ kind: "single", optionId }),
        points: (i + n) % 2,
      };
    }),
  );
  const entries = items.flatMap((item, i) =>
    Array.from({ length: 1 + (i % 2) }, (_, version) => ({
      attemptId: item.attempt.id,
      position: item.position,
      field: "answer",
      version: version + 1,
      clientId: "client-of-vera",
      value: item.answer,
      madeAt: item.attempt.startedAt,
      receivedAt: item.attempt.startedAt,
      elapsedMs: 40_000,
      sequence: item.position,
    })),
  );
  const text = { plan: JSON.stringify(plan), score: JSON.stringify(score) };
  await insertAll(db, [
    [
      "Attempt",
      {
        id: "text",
        learnerId: "text",
        examSlug: "text",
        mode: "text",
        reveal: "text",
        seed: "text",
        plan: "text",
        startedAt: "timestamp",
        deadlineAt: "timestamp",
        finishedAt: "timestamp",
        finishedBy: "text",
        score: "text",
        closings: "text",
        sequence: "integer",
      },
      attempts.map((attempt) => ({
        ...attempt,
        ...text,
        learnerId,
        examSlug: "sample",
        mode: "mock",
        reveal: "at-end",
        seed: attempt.id,
        finishedBy: "learner",
        closings: "[]",
        sequence: 100,
      })),
    ],
    [
      "AttemptItem",
      {
        attemptId: "text",
        position: "integer",
        questionId: "text",
        revisionId: "text",
        domain: "text",
        answer: "text",
        points: "real",
        committedAt: "timestamp",
        lateSync: "boolean",
      },
      items.map(({ attempt, question, ...item }) => ({
        ...item,
        attemptId: attempt.id,
        questionId: question.id,
        revisionId: question.revisionId,
        domain: "a",
        committedAt: attempt.finishedAt,
        lateSync: false,
      })),
    ],
    [
      "ItemEntry",
      {
        attemptId: "text",
        position: "integer",
        field: "text",
        version: "integer",
        clientId: "text",
        value: "text",
        madeAt: "timestamp",
        receivedAt: "timestamp",
        elapsedMs: "integer",
        sequence: "integer",
      },
      entries,
    ],
  ]);
  return attempts.map((attempt) => attempt.id);
}

/** The first answer to each question, and its card; two of three cards are due. */
async function insertKnowledge(db: Database, learnerId: string, questions: readonly Numbered[], now: Date) {
  const ago = (days: number) => new Date(now.getTime() - days * day);
  await insertAll(db, [
    [
      "Disclosure",
      { learnerId: "text", questionId: "text", revisionId: "text", answer: "text", disclosedAt: "timestamp" },
      questions.map(({ id, revisionId, name }) => ({
        learnerId,
        questionId: id,
        revisionId,
        answer: JSON.stringify({ kind: "single", optionId: `${name}-one` }),
        disclosedAt: ago(1_000),
      })),
    ],
    [
      "Card",
      {
        learnerId: "text",
        questionId: "text",
        ...cardColumns,
      },
      questions.map(({ id }, i) => ({
        learnerId,
        questionId: id,
        state: "review",
        dueAt: ago((i % 3) * 5 - 4),
        reviewedAt: ago(2),
        stability: 10,
        difficulty: 5,
        scheduledDays: 10,
        step: 0,
        reviews: 20,
        lapses: 5,
      })),
    ],
  ]);
}
