import { accessSync, constants, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join, resolve } from "node:path";
import { alreadyServed } from "#lib/db/be-the-server";
import { beginRun } from "#lib/db/begin-run";
import { retryWhileBusy } from "#lib/db/busy";
import { refuseForeignLog } from "#lib/db/foreign-log";
import { lookInto } from "#lib/db/look-into";
import { migrate } from "#lib/db/migrate";
import { openToLook } from "#lib/db/open-to-look";
import { isServed } from "#lib/db/server-lock";
import { environment } from "#lib/env/current";
import { dataFolder } from "#lib/env/data-folder";
import { removeDatabase } from "./close-copy.ts";
import { copyDatabase } from "./copy-database.ts";
import { databaseSentence } from "./database-sentence.ts";
import { CommandRefused, isRefusal } from "./end-with.ts";
import { inWritable } from "./in-writable.ts";
import { refuseDamaged } from "./refuse-damaged.ts";
import { refuseLoss } from "./refuse-loss.ts";

/**
 * Brings the database to this release. Refuses, in one sentence, to begin again where one has been lost, and with
 * `toServe` a database that has a server. A command may run beside that server.
 */
export async function migrateDatabase({ acceptLoss = false, toServe = false } = {}): Promise<void> {
  const { DATABASE_URL } = environment();
  if (!DATABASE_URL.startsWith("file:")) {
    await bringUp(DATABASE_URL);
    return beginRun(DATABASE_URL);
  }
  const file = DATABASE_URL.slice("file:".length);
  const folder = dataFolder(environment());
  // Says that a database was made here, so that a missing one is noticed and not replaced by an empty one.
  const marker = join(folder, "database-made");
  if (!isThere(file) && madeHere(marker) === resolve(file)) {
    throw new CommandRefused(
      `The database ${file} is gone: restore it from a backup (npm run admin -- restore <file>), or delete ${marker} to start with an empty one.`,
    );
  }
  inWritable(folder, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  });
  await forOwnerAlone(async () => {
    refuseForeignLog(file);
    // The server of a file looked at it when it started, and keeps its log open.
    const hasServer = isServed(file);
    if (hasServer && toServe) throw new CommandRefused(alreadyServed(file));
    if (!hasServer) refuseDamaged(file);
    if (!hasServer) refuseLoss(file, acceptLoss);
    await bringUp(DATABASE_URL);
    if (!hasServer) await beginRun(DATABASE_URL);
  });
  if (madeHere(marker) !== resolve(file)) inWritable(folder, () => writeFileSync(marker, `${file}\n`));
}

/** What `work` makes holds addresses and hashes of passwords, in whatever folder. */
async function forOwnerAlone(work: () => Promise<void>): Promise<void> {
  const former = process.umask(0o077);
  await work().finally(() => process.umask(former));
}

async function bringUp(url: string): Promise<void> {
  await migrate(url, { beforeUpgrade: (migration) => keepFormer(url, migration) }).catch((error: unknown) => {
    if (isRefusal(error)) throw error;
    throw new CommandRefused(
      databaseSentence(error, url) ?? `The database cannot be upgraded to this release: ${(error as Error).message}`,
    );
  });
  await proveWritable(url);
}

/**
 * Keeps a copy of the database as the release before left it, which is the only way back to that release. Its name comes from
 * the migration, so that a start that fails again and again keeps one and not many. PostgreSQL's is its operator's.
 */
async function keepFormer(url: string, migration: string): Promise<void> {
  await archiveFormer(migration);
  if (!url.startsWith("file:")) return;
  const file = url.slice("file:".length);
  const copy = `${file}.before-${migration}`;
  const own = `${copy}.${process.pid}`;
  try {
    await copyDatabase(file, own);
    // Another process may have migrated it meanwhile: then its copy is the one to keep.
    if (isApplied(own, migration)) return;
    await rename(own, copy);
    process.stdout.write(
      `A copy from before the upgrade is kept as ${copy}: delete it when you trust the new release.\n`,
    );
  } finally {
    await removeDatabase(own);
  }
}

/** Where backups are kept there is one of the moment before each upgrade. What cannot be made stops the upgrade. */
async function archiveFormer(migration: string): Promise<void> {
  const { BACKUP_DIR } = environment();
  if (BACKUP_DIR === undefined) return;
  const [{ makeArchive }, { NoPostgresPrograms }] = await Promise.all([
    import("./backup/make-archive.ts"),
    import("./backup/dump-postgres.ts"),
  ]);
  try {
    const archive = await makeArchive(BACKUP_DIR, new Date(), migration);
    process.stdout.write(`A backup from before the upgrade is in ${archive}.\n`);
  } catch (error) {
    // Whoever runs PostgreSQL elsewhere backs it up there.
    if (!(error instanceof NoPostgresPrograms)) throw error;
    process.stderr.write(`No backup was made before the upgrade. ${error.message}\n`);
  }
}

function isApplied(file: string, migration: string): boolean {
  const db = openToLook(file);
  try {
    const name = db.prepare("SELECT 1 FROM _prisma_migrations WHERE migration_name = ? AND finished_at IS NOT NULL");
    return name.get(migration) !== undefined;
  } finally {
    db.close();
  }
}

/** How long a start waits for another that brings its questions in, in milliseconds. */
const lockPatienceMs = 20_000;

/** A database that can be read alone would serve every page and keep no answer: it is reported before anybody comes. */
async function proveWritable(url: string): Promise<void> {
  const nothing = () => lookInto(url, (ask) => ask(`UPDATE "BankState" SET "id" = "id" WHERE "id" = 1`));
  await retryWhileBusy(nothing, performance.now() + lockPatienceMs).catch((error: Error) => {
    const sentence = databaseSentence(error, url);
    throw sentence === null ? error : new CommandRefused(sentence);
  });
}

/** An empty file is what a crash or a full disk leaves of a database, and no more of one than none. */
function isThere(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function madeHere(marker: string): string | null {
  if (statSync(marker, { throwIfNoEntry: false }) === undefined) return null;
  return resolve(readFileSync(marker, "utf8").trim());
}
