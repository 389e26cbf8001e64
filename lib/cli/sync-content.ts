import { join } from "node:path";
import { planSync, type SyncChanges, type SyncCounts } from "#lib/bank/plan-sync";
import { keepDisputes } from "#lib/bank/write/keep-disputes";
import { BankMovedOn, previewSync, readState, type SyncRequest, syncBank } from "#lib/bank/write/sync";
import type { SourceFile } from "#lib/content/read/source";
import { database } from "#lib/db/current";
import { withPatience } from "#lib/db/patience";
import { environment } from "#lib/env/current";
import { dataFolder } from "#lib/env/data-folder";
import { notifyKeyChanges } from "#lib/notifications/write/notify-key-changes";
import { notifyVerdicts } from "#lib/notifications/write/notify-verdicts";
import { tellPublished } from "#lib/suggestions/write/tell-published";
import { printProblems } from "./check-command.ts";
import {
  fingerprintOf,
  hashFiles,
  type Manifest,
  readManifest,
  releaseOfReader,
  writeManifest,
} from "./content-manifest.ts";
import { CommandRefused } from "./end-with.ts";
import { loadBank } from "./load-bank.ts";
import { liveSentence, syncSentence } from "./sync-sentences.ts";
import { TextSpool } from "./text-spool.ts";
import { withProgress } from "./with-progress.ts";

export interface SyncOptions {
  /** Only says what would change. */
  readonly dryRun?: boolean;
  /** Takes a folder without an exam for what it says, when the database shows one. */
  readonly retireAll?: boolean;
  /** A question whose file has an error stays as the database shows it, and all others are synced: while an author writes. */
  readonly keepBroken?: boolean;
}

/** How long a sync waits for locks of others: nobody waits for its answer as a learner does. */
const lockPatienceMs = 120_000;

/**
 * Checks `files` and makes the database show them, or only says what would change. Refuses on any error in them, with
 * every error printed, and the database stays as it was. Of what the last sync read only what changed is parsed again.
 */
export async function syncContent(
  folder: string,
  files: readonly SourceFile[],
  { dryRun: isDryRun = false, retireAll = false, keepBroken = false }: SyncOptions = {},
): Promise<void> {
  if (!retireAll) await refuseToRetireAll(folder, files);
  for (let tries = 1; ; tries++) {
    const spool = new TextSpool();
    try {
      return await withPatience(lockPatienceMs, () => trySync(folder, files, { isDryRun, keepBroken }, spool));
    } catch (error) {
      // Another sync came between the reading and the writing: read again what the database shows now.
      if (!(error instanceof BankMovedOn)) throw error;
      if (tries === 5) throw new CommandRefused("Other syncs keep changing the bank: wait for them, then try again.");
    } finally {
      spool.close();
    }
  }
}

/** A disk that was not mounted and a wrong CONTENT_DIR look like an author who wants to end every exam. */
async function refuseToRetireAll(folder: string, files: readonly SourceFile[]): Promise<void> {
  if (files.some(({ path }) => path.endsWith("/exam.md"))) return;
  const shown = await database().read.question.count({ where: { retiredAt: null } });
  if (shown === 0) return;
  throw new CommandRefused(
    `The folder ${folder} has no exam, but the database has ${shown} questions. Nothing was retired: is a disk missing, or is CONTENT_DIR the wrong folder? To retire them all: npm run content -- sync --retire-all.`,
  );
}

async function trySync(
  folder: string,
  files: readonly SourceFile[],
  { isDryRun, keepBroken }: { readonly isDryRun: boolean; readonly keepBroken: boolean },
  spool: TextSpool,
): Promise<void> {
  const db = database();
  const path = join(dataFolder(environment()), "content-manifest.json");
  const hashes = hashFiles(files);
  const [release, whole] = [await releaseOfReader(), await fingerprintOf(hashes)];
  const state = await readState(db);
  const previous = readManifest(path, state?.fingerprint, release);
  if (previous?.fingerprint === whole) {
    const warnings = warningsIn(previous.entries);
    const told = keepBroken ? liveSentence(null, warnings) : syncSentence(nothingNew(previous), warnings, isDryRun);
    process.stdout.write(told);
    return;
  }

  const loaded = loadBank(files, hashes, whole, previous, (text) => spool.put(text));
  const { problems, broken, entries } = loaded;
  const errors = problems.filter((problem) => problem.severity === "error");
  // A bank with broken files is never taken for the whole one: every other sync reads them again, and refuses.
  const fingerprint = errors.length > 0 ? `${whole} without ${broken.size}` : whole;
  if (errors.length > 0) {
    const list = printProblems(folder, files, errors, "text");
    if (!keepBroken || errors.some(({ file }) => !broken.has(file))) throw refusalFor(list);
    if (previous?.fingerprint === fingerprint) return;
    process.stderr.write(`${list}The questions in these files stay as they are until you fix them.\n`);
  }
  const content = { ...loaded.content, fingerprint };
  const request = { db, content, now: new Date() };
  let changes: SyncChanges | null = null;
  const tellChanges = (made: SyncChanges) => {
    changes = made;
    tellRenamed(made);
  };
  const counts = isDryRun ? await preview(request) : await writeBank({ ...request, tellChanges });
  // Before the manifest, so that a sync that was killed here is gone through again.
  if (!isDryRun) await tellAfterwards(request);
  if (!isDryRun) writeManifest(path, { fingerprint, release, entries });
  const warnings = warningsIn(entries);
  process.stdout.write(keepBroken ? liveSentence(changes, warnings) : syncSentence(counts, warnings, isDryRun));
}

function refusalFor(list: string): CommandRefused {
  return new CommandRefused(`${list}Nothing was synced: fix the files above and try again. The database is unchanged.`);
}

/** Names what the first sync would add, where there is no data yet: a dry run makes none. */
export function previewFirstSync(folder: string, files: readonly SourceFile[]): void {
  const { problems, content, entries } = loadBank(files, hashFiles(files), "", null);
  const errors = problems.filter((problem) => problem.severity === "error");
  if (errors.length > 0) throw refusalFor(printProblems(folder, files, errors, "text"));
  const { counts, changes } = planSync(content, []);
  nameChanges(changes);
  process.stdout.write(syncSentence(counts, warningsIn(entries), true));
}

/** Keeps what the files say of disputed keys, and tells those whom it concerns. */
async function tellAfterwards({ db, content }: SyncRequest): Promise<void> {
  const now = new Date();
  await keepDisputes({ db, content, now });
  await notifyKeyChanges({ db, now });
  await notifyVerdicts({ db, now });
  await tellPublished({ db, now });
}

/** Names what a sync would add, revise and retire. */
async function preview(request: SyncRequest): Promise<SyncCounts> {
  const { counts, changes } = await previewSync(request);
  nameChanges(changes);
  tellRenamed(changes);
  return counts;
}

function nameChanges(changes: SyncChanges): void {
  for (const name of ["added", "revised", "retired"] as const)
    for (const question of changes[name]) process.stdout.write(`${name.padEnd(8)} ${question}\n`);
}

/** A question is its id: under another one it begins again. */
function tellRenamed({ renamed }: SyncChanges): void {
  for (const { from, to } of renamed) {
    const id = from.slice(from.indexOf("/") + 1);
    process.stderr.write(
      `${to} looks like ${from}, which is retired: add \`id: ${id}\` to its front matter to keep the discussion and statistics\n`,
    );
  }
}

/** Beyond this number of new wordings a sync takes long enough to be watched. */
const manyWordings = 1_000;

function writeBank(request: SyncRequest): Promise<SyncCounts> {
  const wordings = request.content.exams.reduce((sum, exam) => sum + exam.questions.length, 0);
  if (wordings < manyWordings) return syncBank(request);
  return withProgress("Writing the questions", (show) =>
    syncBank({ ...request, tell: (written, all) => show(`${written} of ${all}`) }),
  );
}

function nothingNew({ entries }: Manifest): SyncCounts {
  return { added: 0, revised: 0, unchanged: entries.size, retired: 0 };
}

function warningsIn(entries: Manifest["entries"]): number {
  return [...entries.values()].reduce((sum, { warnings }) => sum + warnings, 0);
}
