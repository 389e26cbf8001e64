import Database from "better-sqlite3";
import { type BenchApp, type Learner, startBenchApp } from "../bench-app.ts";
import { load } from "../load.ts";
import type { Target } from "../load-job.ts";
import { rowByValue } from "../row.ts";
import { growQuestions } from "../seed-scale.ts";
import type { Suite } from "../suite.ts";

/** Questions of the large exam that the learner has answered. */
const answered = 1_000;
const goalMs = 50;

/** Searches in a large bank for words that are in every question, in some, in one and in none. */
export const search: Suite = async (report, { isQuick }) => {
  const app = await startBenchApp();
  try {
    const learner = await app.signUp("reader");
    const questions = isQuick ? 10_000 : 100_000;
    grow(app, learner, questions);
    for (const [who, headers] of [
      ["anybody", {}],
      [`a learner with ${answered.toLocaleString("en")} answers`, learner.headers],
    ] as const) {
      const job = { url: app.server.url, connections: 1, maxSeconds: 60 };
      const targets = targetsOf(questions, headers);
      await load({ ...job, targets, count: 50 });
      const outcome = await load({ ...job, targets, count: 200 });
      if (outcome.errors > 0) throw new Error(outcome.firstErrors.join("; "));
      report.row(
        rowByValue({
          suite: "search",
          case: `${questions.toLocaleString("en")} questions, ${who}`,
          value: outcome.p95,
          unit: "ms p95",
          goal: goalMs,
          details: `p50 ${outcome.p50.toFixed(1)} ms, p99 ${outcome.p99.toFixed(1)} ms, whole pages`,
        }),
      );
    }
  } finally {
    await app.stop();
  }
};

function grow(app: BenchApp, { viewer }: Learner, questions: number): void {
  const db = new Database(app.server.databaseUrl.slice("file:".length));
  db.pragma("foreign_keys = OFF");
  db.transaction(() => {
    growQuestions(db, questions);
    db.prepare(
      `INSERT INTO "Disclosure" ("learnerId", "questionId", "revisionId", "disclosedAt")
      SELECT ?, "id", "revisionId", ? FROM "Question" WHERE "examSlug" = 'bench-large' ORDER BY "id" LIMIT ?`,
    ).run(viewer.learnerId, new Date().toISOString().replace("Z", "+00:00"), answered);
  })();
  db.close();
}

/** "attention" and "model" are in the stem of every question, a topic in one of a thousand, a number in one. */
function targetsOf(questions: number, headers: Target["headers"] = {}): readonly Target[] {
  return Array.from({ length: 40 }, (_, i) => {
    const search = [
      `topic${(i * 37) % 997}`,
      `layer topic${(i * 53) % 997}`,
      `number${(i * 7_919) % questions}`,
      "attention model",
      `data topic${i} core`,
      `nowhere${i}`,
      "lay wei dat",
      `bench ${i}`,
    ][i % 8] as string;
    const exam = i % 3 === 0 ? "&exam=bench-large" : "";
    return { path: `/search?q=${encodeURIComponent(search)}${exam}`, headers };
  });
}
