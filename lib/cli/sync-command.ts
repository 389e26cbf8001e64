import { existsSync } from "node:fs";
import { watch } from "chokidar";
import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";
import { dataFolder } from "#lib/env/data-folder";
import { CommandRefused, sentenceFor } from "./end-with.ts";
import { migrateDatabase } from "./migrate-database.ts";
import { readContent } from "./read-content.ts";
import { previewFirstSync, type SyncOptions, syncContent } from "./sync-content.ts";

/** Checks a content folder and makes the database show it; with `watch` again at every change. */
export async function syncCommand(folder: string, options: SyncOptions & { readonly watch?: boolean }): Promise<void> {
  if (options.dryRun && isWithoutData()) return previewFirstSync(folder, readContent(folder));
  await migrateDatabase();
  try {
    await (options.watch ? keepSyncing(folder) : syncContent(folder, readContent(folder), options));
  } finally {
    await database().close();
  }
}

/** Whether there is no database yet and never was one. */
function isWithoutData(): boolean {
  const { DATABASE_URL } = environment();
  return DATABASE_URL.startsWith("file:") && !existsSync(dataFolder(environment()));
}

const settledMs = 150;
const retryMs = 3_000;

/** An editor writes a file in several steps, so a change is acted on when it has settled. */
async function keepSyncing(folder: string): Promise<void> {
  const watcher = watch(folder, { ignoreInitial: true });
  let timer: NodeJS.Timeout | undefined;
  const later = (pauseMs: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(sync);
    }, pauseMs);
  };
  let reported = "";
  const sync = async () => {
    const { sentence, isPassing } = await trySync(folder);
    if (sentence !== reported) process.stderr.write(sentence);
    reported = sentence;
    if (isPassing) later(retryMs);
  };
  let running = sync();
  watcher.on("all", () => later(settledMs));
  watcher.on("error", (error) => process.stderr.write(`${folder} cannot be watched: ${error}\n`));
  process.stdout.write(`Watching ${folder}. Ctrl-C ends it.\n`);
  await new Promise<void>((resolve) => process.once("SIGINT", resolve).once("SIGTERM", resolve));
  await watcher.close();
  await running;
  clearTimeout(timer);
}

/**
 * While watching, a mistake is reported and waited out, and a question with one stays as it was shown. The next change may mend it.
 * What passes by itself, such as a lock, a folder that is gone or a file that was replaced while we read, is tried again.
 */
async function trySync(folder: string): Promise<{ readonly sentence: string; readonly isPassing: boolean }> {
  let isUnread = false;
  try {
    const files = readContent(folder);
    isUnread = files.some((file) => file.unread !== undefined);
    await syncContent(folder, files, { keepBroken: true });
    return { sentence: "", isPassing: isUnread };
  } catch (error) {
    const sentence = waitingSentence(error) ?? sentenceFor(error);
    if (sentence === null) throw error;
    // The watcher does not report that a file has become readable again.
    return { sentence: `${sentence}\n`, isPassing: isUnread || !(error instanceof CommandRefused) };
  }
}

/** A file or folder that could not be read just now. */
function waitingSentence(error: unknown): string | null {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return ["ENOENT", "ENOTDIR", "EACCES", "EBUSY"].includes(code) ? `${message}: waiting until it can be read` : null;
}
