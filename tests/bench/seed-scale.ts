import Database from "better-sqlite3";
import { type BenchApp, examSlug } from "./bench-app.ts";
import { cloneRows } from "./clone-rows.ts";
import type { SeededAttempt } from "./seed-attempts.ts";

export interface Amounts {
  readonly questions: number;
  readonly answers: number;
  readonly comments: number;
}

const learners = 1_000;

/**
 * Multiplies the existing data: one big exam `bench-large`, attempts of a thousand learners copied from `templates`
 * with what they disclosed, and the thread of `questionName`.
 */
export function seedScale(app: BenchApp, templates: readonly SeededAttempt[], questionName: string, to: Amounts): void {
  const db = new Database(app.server.databaseUrl.slice("file:".length));
  try {
    db.pragma("foreign_keys = OFF");
    db.pragma("synchronous = OFF");
    db.transaction(() => {
      growQuestions(db, to.questions);
      growAttempts(db, templates, to.answers);
      growThread(db, questionName, to.comments);
    })();
    db.pragma("wal_checkpoint(TRUNCATE)");
  } finally {
    db.close();
  }
}

/** One big exam `bench-large` with copies of one question, each with its own topic and number to search for. */
export function growQuestions(db: Database.Database, count: number): void {
  const one = `"examSlug" = '${examSlug}' AND "name" = 'question-1'`;
  const { id } = db.prepare(`SELECT "id" FROM "Question" WHERE ${one}`).get() as { id: string };
  cloneRows(db, "Exam", `"slug" = '${examSlug}'`, 1, { slug: "'bench-large'", title: "'Benchmark exam, large'" });
  const domain = `CASE i % 4 WHEN 0 THEN 'core' WHEN 1 THEN 'data' WHEN 2 THEN 'software' ELSE 'trust' END`;
  cloneRows(db, "Question", one, count, {
    id: "'large-' || i",
    examSlug: "'bench-large'",
    name: "'large-' || i",
    revisionId: "'large-revision-' || i",
    domain,
  });
  cloneRows(db, "Revision", `"questionId" = '${id}'`, count, {
    id: "'large-revision-' || i",
    questionId: "'large-' || i",
  });
  cloneRows(db, "SearchText", `"questionId" = '${id}'`, count, {
    id: "1000000 + i",
    questionId: "'large-' || i",
    stem: `t."stem" || ' topic' || (i % 997) || ' number' || i`,
    labels: `t."labels" || ' exam0bench0large'`,
  });
}

function growAttempts(db: Database.Database, templates: readonly SeededAttempt[], answers: number): void {
  cloneRows(db, "Learner", `"id" = '${templates[0]?.learner.viewer.learnerId}'`, learners, { id: "'scale-' || i" });
  cloneRows(db, "Disclosure", `"learnerId" = '${templates[0]?.learner.viewer.learnerId}'`, learners, {
    learnerId: "'scale-' || i",
  });
  for (const [n, { id, items }] of templates.entries()) {
    const count = Math.floor(answers / templates.length / items.length);
    const attemptId = `'scale-${n}-' || i`;
    cloneRows(db, "Attempt", `"id" = '${id}'`, count, {
      id: attemptId,
      learnerId: `'scale-' || (1 + i % ${learners})`,
    });
    cloneRows(db, "AttemptItem", `"attemptId" = '${id}'`, count, { attemptId });
    cloneRows(db, "ItemEntry", `"attemptId" = '${id}'`, count, { attemptId });
  }
}

/** A day and a minute apart, so that sorting by time has no ties. */
function growThread(db: Database.Database, questionName: string, count: number): void {
  const one = `"id" = (SELECT c."id" FROM "Comment" c JOIN "Question" q ON q."id" = c."questionId" WHERE q."name" = '${questionName}' LIMIT 1)`;
  cloneRows(db, "Comment", one, count, {
    id: "'scale-comment-' || i",
    rootId: "'scale-comment-' || i",
    requestId: "'scale-comment-' || i",
    createdAt: `strftime('%Y-%m-%dT%H:%M:%f+00:00', '2020-01-01', '+' || i || ' minutes')`,
  });
}
