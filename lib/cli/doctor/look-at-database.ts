import { type Database, openDatabase } from "#lib/db/database";
import { missingFromSchema, pendingMigrations } from "#lib/db/migrate";
import { environment } from "#lib/env/current";
import { fingerprintOf, hashFiles } from "../content-manifest.ts";
import { checkContent } from "../load-bank.ts";
import { readContent } from "../read-content.ts";
import { clockProblem } from "./clock.ts";
import { type Finding, findAll } from "./finding.ts";
import { overdueExams } from "./overdue-exams.ts";

/** Looks into the database at `url`, which may be a copy of the one at `original`. */
export async function lookAtDatabase(url: string, original: string): Promise<Finding[]> {
  const db = openDatabase(url);
  try {
    return await findAll([
      ["migrations", () => migrations(url)],
      ["tables and indexes", () => schema(url)],
      ["content", () => content(db)],
      ["clock", () => clockProblem(db, original)],
      ["overdue exams", () => overdueExams(db, new Date())],
    ]);
  } finally {
    await db.close();
  }
}

async function migrations(url: string): Promise<string | null> {
  const pending = await pendingMigrations(url);
  return pending.length === 0 ? null : `${pending.join(", ")} not applied: npm start applies them`;
}

async function schema(url: string): Promise<string | null> {
  const { tables, indexes } = await missingFromSchema(url);
  const restore = "restore a backup";
  const sentences = [
    ...[...tables].map((name) => `the table or trigger ${name} is missing: ${restore}`),
    ...[...indexes].map(([name, sql]) => `the index ${name} is missing: ${restore}, or recreate it with ${sql};`),
  ];
  return sentences.length === 0 ? null : sentences.join("; ");
}

async function content(db: Database): Promise<string | null> {
  const files = readContent(environment().CONTENT_DIR);
  const checked = checkContent(files);
  const errors = checked.problems.filter((problem) => problem.severity === "error").length;
  if (errors > 0) return `${errors} errors: see npm run content -- check`;
  const state = await db.read.bankState.findUnique({ where: { id: 1 }, select: { fingerprint: true } });
  return state?.fingerprint === (await fingerprintOf(hashFiles(files)))
    ? null
    : "the database does not match the content: npm run content -- sync";
}
