import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { practiceFacts } from "#lib/attempts/read/practice-facts";
import { mintViewer, type Viewer } from "#lib/auth/viewer";
import { getExam, listCandidates } from "#lib/bank/read/exams";
import { syncBank } from "#lib/bank/write/sync";
import { type Database, openDatabase } from "#lib/db/database";
import { migrate } from "#lib/db/migrate";
import { estimateReadiness } from "#lib/exam/readiness";
import { getProgress } from "#lib/progress/read/get-progress";
import { dueQuestions, listReviews } from "#lib/review/read/due-questions";
import { recordReviews } from "#lib/review/write/record-reviews";
import { definition, makeBank, makeQuestion } from "../../support/bank.ts";
import { forecastRows } from "../forecast/forecast-rows.ts";
import { planRows } from "../plan/plan-rows.ts";
import { rowByRatio, rowByValue } from "../row.ts";
import { statisticsRows } from "../statistics-rows.ts";
import type { Report, Suite, SuiteOptions } from "../suite.ts";

const suite = "learning";
const count = 2_000;
const now = new Date("2026-11-25T08:00:00Z");
const learnerId = "bench-learner";
const practiserId = "bench-practiser";
const viewer: Viewer = mintViewer(learnerId, null);

/**
 * The times that a learner with 2,000 answers waits, beside the raw driver reading the same rows. SQLite, in this
 * process.
 */
export const learning: Suite = async (report, options) => {
  const folder = await mkdtemp(join(tmpdir(), "mockdown-learning-"));
  const file = join(folder, "bench.db");
  await migrate(`file:${file}`);
  const db = openDatabase(`file:${file}`);
  const raw = new Sqlite(file);
  raw.pragma("synchronous = FULL");
  try {
    await seed(db, raw);
    await measure(report, options, db, raw);
    await statisticsRows(report);
    forecastRows(report, options.isQuick);
    planRows(report, options.isQuick);
  } finally {
    raw.close();
    await db.close();
    await rm(folder, { recursive: true });
  }
};

/** Every second answer is right, every second card due. */
async function seed(db: Database, raw: Sqlite.Database): Promise<void> {
  const questions = Array.from({ length: count }, (_, i) => makeQuestion(`q${i}`, { domain: i % 2 === 0 ? "a" : "b" }));
  await syncBank({ db, content: makeBank(questions, { ...definition, questions: 50, passing: 70 }), now });
  await db.write((tx) => tx.learner.create({ data: { id: learnerId, createdAt: now }, select: { id: true } }));
  raw.exec(`
    INSERT INTO "Disclosure" ("learnerId", "questionId", "revisionId", "answer", "disclosedAt")
    SELECT '${learnerId}', "id", "revisionId",
      '{"kind":"single","optionId":"' || "name" || CASE rowid % 2 WHEN 0 THEN '-one' ELSE '-two' END || '"}',
      '2026-11-01T00:00:00.000+00:00' FROM "Question";
    INSERT INTO "Card" ("learnerId", "questionId", "state", "dueAt", "reviewedAt", "stability", "difficulty", "scheduledDays", "step", "reviews", "lapses")
    SELECT '${learnerId}', "id", 'review',
      CASE rowid % 2 WHEN 0 THEN '2026-11-20T00:00:00.000+00:00' ELSE '2026-12-20T00:00:00.000+00:00' END,
      '2026-11-01T00:00:00.000+00:00', 12.5, 5.5, 12, 0, 3, 0 FROM "Question"`);
}

/** Another learner, who has answered, rated and flagged every question. */
async function seedPractice(db: Database, raw: Sqlite.Database): Promise<void> {
  await db.write((tx) => tx.learner.create({ data: { id: practiserId, createdAt: now }, select: { id: true } }));
  const at = "2026-11-01T00:00:00.000+00:00";
  raw.exec(`
    INSERT INTO "Attempt" ("id", "learnerId", "examSlug", "mode", "reveal", "seed", "plan", "startedAt")
    VALUES ('bench-study', '${practiserId}', '${definition.slug}', 'study', 'at-once', 's', '{"reveal":"at-once"}', '${at}');
    INSERT INTO "AttemptItem" ("attemptId", "position", "questionId", "revisionId", "domain", "answer", "points", "committedAt")
    SELECT 'bench-study', rowid, "id", "revisionId", "domain", '{"kind":"dont-know"}', rowid % 2, '${at}' FROM "Question";
    INSERT INTO "ItemEntry" ("attemptId", "position", "field", "version", "clientId", "value", "madeAt", "receivedAt", "elapsedMs", "sequence")
    SELECT 'bench-study', "position", f."field", 1, 'client-one', f."value", '${at}', '${at}', 60000, "position"
    FROM "AttemptItem" JOIN (
      SELECT 'answer' AS "field", '{"kind":"dont-know"}' AS "value" UNION ALL SELECT 'confidence', '"sure"' UNION ALL SELECT 'flag', 'true'
    ) f;
    INSERT INTO "Card" SELECT '${practiserId}', "questionId", "state", "dueAt", "reviewedAt", "stability", "difficulty", "scheduledDays", "step", "reviews", "lapses"
    FROM "Card" WHERE "learnerId" = '${learnerId}'`);
}

/** What the form of custom practice needs: every reason of every question, counted. */
async function measurePractice(report: Report, rounds: number, db: Database, raw: Sqlite.Database): Promise<void> {
  const [exam, candidates] = [await getExam(db, definition.slug), await listCandidates(db, definition.slug)];
  if (exam === null) throw new Error("the exam is not there");
  const [app, limit] = await inTurns(rounds, [
    () => practiceFacts(db, { learnerId: practiserId, exam, candidates, now }),
    () => [readItems, readMarks].map((read) => raw.prepare(read).all(practiserId)),
  ]);
  const measured = { value: app ?? 0, limit: limit ?? 0, unit: "ms", goal: 50 };
  report.row(
    rowByValue({ suite, case: `custom practice by reason, from ${count.toLocaleString("en")} answers`, ...measured }),
  );
}

const ofPractiser = `FROM "Attempt" a CROSS JOIN "AttemptItem" i ON i."attemptId" = a."id"`;
const readItems = `SELECT i.* ${ofPractiser} WHERE a."learnerId" = ?`;
const readMarks = `SELECT e.* ${ofPractiser} JOIN "ItemEntry" e ON e."attemptId" = i."attemptId" AND e."position" = i."position"
  WHERE a."learnerId" = ? AND e."field" IN ('confidence', 'flag', 'note')`;

async function measure(report: Report, { isQuick }: SuiteOptions, db: Database, raw: Sqlite.Database): Promise<void> {
  const rounds = isQuick ? 15 : 60;
  const answers = count.toLocaleString("en");
  const [app, limit] = await inTurns(rounds, [() => listReviews(db, viewer, now), () => readCards(raw)]);
  report.row(row(`what is due, of ${answers} cards`, app, limit, 4));
  const [draw, ids] = await inTurns(rounds, [
    () => dueQuestions(db, learnerId, now),
    () => raw.prepare(dueIds).all(learnerId, now.toISOString().replace("Z", "+00:00")),
  ]);
  report.row(row(`the due questions of a session, of ${answers} cards`, draw, ids, 4));
  const [progress, rows] = await inTurns(rounds, [() => getProgress(db, viewer, now), () => countRight(raw)]);
  report.row(row(`progress and readiness from ${answers} first answers`, progress, rows, 4));
  const [estimate] = await inTurns(rounds, [() => estimateReadiness(evidence, 100, 70)]);
  report.row(row("the estimate alone, an exam of 100 in 4 domains", estimate, undefined, 1));
  const some = raw.prepare(`SELECT "questionId" FROM "Card" LIMIT 50`).pluck().all() as string[];
  let round = 0;
  const [moved, written] = await inTurns(rounds, [
    () => {
      const at = new Date(now.getTime() + ++round * 86_400_000);
      const reviews = some.map((questionId) => ({ questionId, outcome: "right" as const, confidence: null, at }));
      return db.write((tx) => recordReviews(db, tx, learnerId, reviews));
    },
    () => raw.transaction(() => some.forEach((id) => void raw.prepare(touch).run(learnerId, id)))(),
  ]);
  report.row(row("50 cards moved on by a finished exam, one commit", moved, written, 12));
  await seedPractice(db, raw);
  await measurePractice(report, rounds, db, raw);
}

const touch = `UPDATE "Card" SET "reviews" = "reviews" + 1 WHERE "learnerId" = ? AND "questionId" = ?`;
const dueIds = `SELECT "questionId" FROM "Card" WHERE "learnerId" = ? AND "dueAt" <= ? ORDER BY "dueAt", "questionId"`;
const domain = { weight: 25, available: 500, closed: 0, unseen: 0, answers: 500, points: 350 };
const evidence = ["a", "b", "c", "d"].map((id) => ({ id, ...domain }));

function readCards(raw: Sqlite.Database): number {
  const cards = raw.prepare(`SELECT "questionId", "dueAt" FROM "Card" WHERE "learnerId" = ?`).all(learnerId);
  return (cards as { dueAt: string }[]).filter((card) => new Date(card.dueAt) <= now).length;
}

function countRight(raw: Sqlite.Database): number {
  const rows = raw.prepare(`SELECT "questionId", "answer" FROM "Disclosure" WHERE "learnerId" = ?`).all(learnerId);
  return (rows as { answer: string }[]).filter(({ answer }) => JSON.parse(answer).optionId.endsWith("-one")).length;
}

/** The median milliseconds of each job. They take turns, so that a busy machine affects all of them. */
async function inTurns(rounds: number, jobs: readonly (() => unknown)[]): Promise<readonly number[]> {
  const times = jobs.map(() => [] as number[]);
  // The first rounds are not measured: a learner does not wait for what is compiled or cached only once.
  for (let round = -5; round < rounds; round++) {
    for (const [i, job] of jobs.entries()) {
      const begin = performance.now();
      await job();
      if (round >= 0) times[i]?.push(performance.now() - begin);
    }
  }
  return times.map((own) => own.sort((a, b) => a - b)[own.length >> 1] as number);
}

/** With a limit, the goal is a ratio; without one, milliseconds. */
function row(name: string, value: number | undefined, limit: number | undefined, goal: number) {
  const measured = { suite, case: name, value: value ?? 0, unit: "ms", goal };
  return limit === undefined ? rowByValue(measured) : rowByRatio({ ...measured, limit });
}
