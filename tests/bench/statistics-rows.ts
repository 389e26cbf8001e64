import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { answerQuestion } from "#lib/attempts/write/answer-question";
import { mintViewer } from "#lib/auth/viewer";
import { examStatistics } from "#lib/authoring/read/exam-statistics";
import { syncBank } from "#lib/bank/write/sync";
import { type Database, openDatabase } from "#lib/db/database";
import { migrate } from "#lib/db/migrate";
import { definition, makeBank, makeQuestion } from "../support/bank.ts";
import { rowByRatio } from "./row.ts";
import type { Report } from "./suite.ts";

const suite = "learning";
const now = new Date("2026-11-25T08:00:00Z");
/** Questions whose statistics are requested, and one more that is answered meanwhile. */
const count = 100;
const learners = { few: 500, many: 5_000 } as const;
const answered = "answered";

/**
 * The cost of an answer, and of viewing the statistics of an exam, after ten times as many answers. SQLite, in this
 * process.
 */
export async function statisticsRows(report: Report): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "mockdown-statistics-"));
  const file = join(folder, "bench.db");
  await migrate(`file:${file}`);
  const db = openDatabase(`file:${file}`);
  const raw = new Sqlite(file);
  try {
    const names = [...Array.from({ length: count }, (_, i) => `q${i}`), answered];
    await syncBank({
      db,
      content: makeBank(
        names.map((name) => makeQuestion(name)),
        definition,
      ),
      now,
    });
    answerAll(raw, 0, learners.few);
    const few = await measure(db);
    answerAll(raw, learners.few, learners.many);
    const many = await measure(db);
    const size = (each: number) => (each * count).toLocaleString("en");
    const beside = `after ${size(learners.many)} first answers, beside ${size(learners.few)}`;
    for (const [name, part] of [
      ["one answer", "answer"],
      ["item statistics of 100 questions", "statistics"],
    ] as const)
      report.row(
        rowByRatio({ suite, case: `${name}, ${beside}`, value: many[part], limit: few[part], unit: "ms", goal: 1.2 }),
      );
  } finally {
    raw.close();
    await db.close();
    await rm(folder, { recursive: true });
  }
}

/** Every learner from `first` up to but not including `end` answers every question, one a minute. */
function answerAll(raw: Sqlite.Database, first: number, end: number): void {
  const numbers = `WITH RECURSIVE n(i) AS (SELECT ${first} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${end})`;
  raw.exec(`
    ${numbers} INSERT INTO "Learner" ("id", "createdAt") SELECT 'learner-' || i, '2026-01-01T00:00:00.000+00:00' FROM n;
    ${numbers} INSERT INTO "Disclosure" ("learnerId", "questionId", "revisionId", "answer", "disclosedAt")
    SELECT 'learner-' || i, "id", "revisionId",
      '{"kind":"single","optionId":"' || "name" || CASE (i * 7 + q.rowid * 3) % 5 WHEN 0 THEN '-two' ELSE '-one' END || '"}',
      strftime('%Y-%m-%dT%H:%M:00.000+00:00', '2026-01-01', '+' || i || ' minutes')
    FROM n CROSS JOIN "Question" q WHERE q."name" <> '${answered}'`);
}

async function measure(db: Database) {
  const statistics = await medianMs(7, () => examStatistics(db, definition.slug));
  const answer = await medianMs(60, async () => {
    const learner = crypto.randomUUID();
    await db.write((tx) => tx.learner.create({ data: { id: learner, createdAt: now }, select: { id: true } }));
    const begin = performance.now();
    const given = { kind: "single", optionId: `${answered}-one` } as const;
    const viewer = { ...mintViewer(learner, null), learnerId: learner };
    const request = { db, viewer, examSlug: definition.slug, questionName: answered, answer: given, now };
    const result = await answerQuestion(request);
    if (!result.ok) throw new Error(result.error);
    return performance.now() - begin;
  });
  return { statistics, answer };
}

/** The median time of a job, or the time that the job itself returns. */
async function medianMs(rounds: number, job: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = -2; round < rounds; round++) {
    const begin = performance.now();
    const reported = await job();
    if (round >= 0) times.push(typeof reported === "number" ? reported : performance.now() - begin);
  }
  return times.sort((a, b) => a - b)[rounds >> 1] as number;
}
