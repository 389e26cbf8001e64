import { existsSync } from "node:fs";
import { access, constants, statfs } from "node:fs/promises";
import Database from "better-sqlite3";
import { database } from "#lib/db/current";
import { pendingMigrations } from "#lib/db/migrate";
import { authSecret, secretFile } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { dataFolder } from "#lib/env/data-folder";
import { fingerprintOf, hashFiles } from "./content-manifest.ts";
import { sentenceFor } from "./end-with.ts";
import { checkContent } from "./load-bank.ts";
import { overdueExams } from "./overdue-exams.ts";
import { readContent } from "./read-content.ts";

interface Finding {
  readonly what: string;
  /** Null when it is right. */
  readonly problem: string | null;
}

/** Looks at everything that must be right, says each, and exits 1 when anything is not. Changes nothing. */
export async function doctorCommand(): Promise<void> {
  const checks: readonly (readonly [string, () => Promise<string | null>])[] = [
    ["Node", node],
    ["settings", settings],
    ["data folder", writable],
    ["free space", freeSpace],
    ["secret", secret],
    ["database file", databaseFile],
    ["migrations", migrations],
    ["content", content],
    ["overdue exams", () => overdueExams(database(), new Date())],
  ];
  const findings: Finding[] = [];
  for (const [what, check] of checks)
    findings.push({ what, problem: await check().catch((error: Error) => sentenceFor(error) ?? error.message) });
  for (const { what, problem } of findings)
    process.stdout.write(
      `${problem === null ? "ok     " : "WRONG  "} ${what}${problem === null ? "" : `: ${problem}`}\n`,
    );
  if (findings.some((finding) => finding.problem !== null)) process.exitCode = 1;
  await database().close();
}

async function node(): Promise<string | null> {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major > 20 || (major === 20 && minor >= 19)
    ? null
    : `${process.versions.node} is too old: install 20.19 or later`;
}

async function settings(): Promise<string | null> {
  const { SMTP_URL, BASE_URL } = environment();
  return SMTP_URL === undefined || BASE_URL !== undefined
    ? null
    : "SMTP_URL is set and BASE_URL is not: mails would come from localhost and link there; set it to the address that others use";
}

async function writable(): Promise<string | null> {
  return unwritable(dataFolder(environment()));
}

async function unwritable(path: string): Promise<string | null> {
  if (!existsSync(path)) return `${path} is not there: npm start makes it`;
  return access(path, constants.W_OK).then(
    () => null,
    () => `${path} cannot be written: give this user the right to`,
  );
}

async function freeSpace(): Promise<string | null> {
  if (!existsSync(dataFolder(environment()))) return null;
  const { bavail, bsize } = await statfs(dataFolder(environment()));
  const megabytes = Math.floor((bavail * bsize) / 1_000_000);
  return megabytes >= 200 ? null : `${megabytes} MB are left: make room, or answers cannot be saved`;
}

/** A start makes one that is lost: then nobody is known any more, and that is found out before. */
async function secret(): Promise<string | null> {
  const file = secretFile(environment());
  if (environment().AUTH_SECRET === undefined && !existsSync(file))
    return `${file} is not there: put it back from a backup, or at the next start everybody has to sign in again, and guests lose their attempts`;
  authSecret(environment());
  return null;
}

async function databaseFile(): Promise<string | null> {
  const { DATABASE_URL } = environment();
  if (!DATABASE_URL.startsWith("file:")) return null;
  const file = DATABASE_URL.slice("file:".length);
  if (!existsSync(file)) return `${file} is not there: start Mockdown, or restore a backup`;
  const problem = integrityProblem(file);
  return problem === null ? unwritable(file) : `${problem}: restore a backup with npm run admin -- restore <file>`;
}

/** What SQLite finds wrong with a file in use, or null. */
function integrityProblem(file: string): string | null {
  const db = new Database(file, { readonly: true });
  try {
    const result = db.pragma("integrity_check", { simple: true });
    return result === "ok" ? null : String(result);
  } finally {
    db.close();
  }
}

async function migrations(): Promise<string | null> {
  const pending = await pendingMigrations(environment().DATABASE_URL);
  return pending.length === 0 ? null : `${pending.join(", ")} not applied: npm start applies them`;
}

async function content(): Promise<string | null> {
  const files = readContent(environment().CONTENT_DIR);
  const checked = checkContent(files);
  const errors = checked.problems.filter((problem) => problem.severity === "error").length;
  if (errors > 0) return `${errors} errors: see npm run content -- check`;
  const state = await database().read.bankState.findUnique({ where: { id: 1 }, select: { fingerprint: true } });
  return state?.fingerprint === (await fingerprintOf(hashFiles(files)))
    ? null
    : "the database shows another state: npm run content -- sync";
}
