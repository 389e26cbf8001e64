import { watch } from "chokidar";
import { database } from "#lib/db/current";
import { CommandRefused } from "./end-with.ts";
import { migrateDatabase } from "./migrate-database.ts";
import { readContent } from "./read-content.ts";
import { syncContent } from "./sync-content.ts";

/** Checks a content folder and makes the database show it; with `watch` again at every change. */
export async function syncCommand(folder: string, options: { dryRun?: boolean; watch?: boolean }): Promise<void> {
  await migrateDatabase();
  try {
    await (options.watch ? keepSyncing(folder) : syncContent(folder, readContent(folder), options.dryRun));
  } finally {
    await database().close();
  }
}

/** An editor writes a file in several steps, so a change is acted on when it has settled. */
async function keepSyncing(folder: string): Promise<void> {
  const watcher = watch(folder, { ignoreInitial: true });
  let timer: NodeJS.Timeout | undefined;
  let running = syncOrSay(folder);
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(() => syncOrSay(folder));
    }, 150);
  });
  process.stdout.write(`Watching ${folder}. Ctrl-C ends it.\n`);
  await new Promise<void>((resolve) => process.once("SIGINT", resolve).once("SIGTERM", resolve));
  await watcher.close();
  await running;
}

/** While watching, a mistake is told and waited out: the next change may mend it. */
async function syncOrSay(folder: string): Promise<void> {
  try {
    await syncContent(folder, readContent(folder));
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
  }
}
