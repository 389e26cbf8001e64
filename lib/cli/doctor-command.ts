import { existsSync, statSync } from "node:fs";
import { access, constants, stat, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import Driver from "better-sqlite3";
import { type Database, openDatabase } from "#lib/db/database";
import { pendingMigrations } from "#lib/db/migrate";
import { authSecret, secretFile } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { dataFolder } from "#lib/env/data-folder";
import { fingerprintOf, hashFiles } from "./content-manifest.ts";
import { withCopy } from "./copy-for-look.ts";
import { sentenceFor } from "./end-with.ts";
import { checkContent } from "./load-bank.ts";
import { overdueExams } from "./overdue-exams.ts";
import { readContent } from "./read-content.ts";
import { lossSentence } from "./refuse-loss.ts";

interface Finding {
  readonly what: string;
  /** Null when it is right. */
  readonly problem: string | null;
}

/** Looks at everything that must be right, says each, and exits 1 when anything is not. Changes nothing. */
export async function doctorCommand(): Promise<void> {
  const { DATABASE_URL } = environment();
  const file = DATABASE_URL.startsWith("file:") ? DATABASE_URL.slice("file:".length) : null;
  const findings = await findAll([
    ["Node", node],
    ["settings", settings],
    ["data folder", writable],
    ["free space", freeSpace],
    ["secret", secret],
  ]);
  if (file === null) findings.push(...(await lookAtDatabase(DATABASE_URL)));
  else if (sizeOf(file) > 0) findings.push(...(await withCopy(file, (copy) => lookAtFile(file, copy))));
  else findings.push({ what: "database file", problem: missing(file) });
  for (const { what, problem } of findings)
    process.stdout.write(
      `${problem === null ? "ok     " : "WRONG  "} ${what}${problem === null ? "" : `: ${problem}`}\n`,
    );
  if (findings.some((finding) => finding.problem !== null)) process.exitCode = 1;
}

type Check = readonly [what: string, find: () => Promise<string | null>];

async function findAll(checks: readonly Check[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [what, check] of checks)
    findings.push({ what, problem: await check().catch((error: Error) => sentenceFor(error) ?? error.message) });
  return findings;
}

async function lookAtFile(file: string, copy: string): Promise<Finding[]> {
  const [sound] = await findAll([["database file", async () => damage(copy) ?? unwritable(file)]]);
  const others = await findAll([
    ["readers", () => readableByOthers(file)],
    ["what was kept", async () => lossSentence(file, copy)],
    ["foreign keys", async () => violatedKeys(copy)],
  ]);
  return [sound as Finding, ...others, ...(await lookAtDatabase(`file:${copy}`))];
}

async function lookAtDatabase(url: string): Promise<Finding[]> {
  const db = openDatabase(url);
  try {
    return await findAll([
      ["migrations", () => migrations(url)],
      ["content", () => content(db)],
      ["overdue exams", () => overdueExams(db, new Date())],
    ]);
  } finally {
    await db.close();
  }
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

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function missing(file: string): string {
  return `${file} is ${existsSync(file) ? "empty" : "not there"}: start Mockdown, or restore a backup`;
}

function damage(copy: string): string | null {
  const problem = askCopy(copy, (db) => String(db.pragma("integrity_check(1)", { simple: true })));
  return problem === "ok" ? null : `${problem}: restore a backup with npm run admin -- restore <file>`;
}

function violatedKeys(copy: string): string | null {
  const rows = askCopy(copy, (db) => db.pragma("foreign_key_check") as readonly { readonly table: string }[]);
  if (rows.length === 0) return null;
  const tables = [...new Set(rows.map(({ table }) => table))].join(", ");
  return `${rows.length} rows refer to rows that are gone, in ${tables}: restore a backup with npm run admin -- restore <file>`;
}

function askCopy<T>(copy: string, ask: (db: Driver.Database) => T): T {
  const db = new Driver(copy);
  try {
    return ask(db);
  } finally {
    db.close();
  }
}

/** A folder that is closed to others closes what is in it. Windows has other rights. */
async function readableByOthers(file: string): Promise<string | null> {
  if (process.platform === "win32") return null;
  const [own, folder] = [await stat(file), await stat(dirname(file))];
  if ((own.mode & 0o077) === 0 || (folder.mode & 0o011) === 0) return null;
  return `others on this machine can read ${file}, with addresses and hashes of passwords in it: chmod 600 ${file}`;
}

async function migrations(url: string): Promise<string | null> {
  const pending = await pendingMigrations(url);
  return pending.length === 0 ? null : `${pending.join(", ")} not applied: npm start applies them`;
}

async function content(db: Database): Promise<string | null> {
  const files = readContent(environment().CONTENT_DIR);
  const checked = checkContent(files);
  const errors = checked.problems.filter((problem) => problem.severity === "error").length;
  if (errors > 0) return `${errors} errors: see npm run content -- check`;
  const state = await db.read.bankState.findUnique({ where: { id: 1 }, select: { fingerprint: true } });
  return state?.fingerprint === (await fingerprintOf(hashFiles(files)))
    ? null
    : "the database shows another state: npm run content -- sync";
}
