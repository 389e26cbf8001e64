import { join } from "node:path";
import { watch } from "chokidar";
import { contentExam } from "#lib/env/content-exam";

/** An editor writes a file in several steps. */
const settledMs = 50;
/** How often the database is asked for a sync, which another process makes of the files. */
const pollMs = 200;

/**
 * A stream of server-sent events, one after each change of an exam's files and one after each sync, until its reader goes:
 * from `since` (milliseconds since 1970) on, because either may come between the page and its stream.
 */
export function followExam(request: {
  readonly folder: string;
  readonly examSlug: string;
  readonly since: number;
  /** When the last sync was, in milliseconds since 1970. */
  readonly lastSync: () => Promise<number>;
  readonly signal: AbortSignal;
}): ReadableStream<Uint8Array> {
  const { folder, examSlug, since, lastSync, signal } = request;
  // The folder may be the one exam itself.
  const watcher = watch(contentExam() === null ? join(folder, examSlug) : folder, { alwaysStat: true });
  let isReady = false;
  let timer: NodeJS.Timeout | undefined;
  let poll: NodeJS.Timeout | undefined;
  const end = () => {
    clearTimeout(timer);
    clearInterval(poll);
    void watcher.close();
  };
  return new ReadableStream({
    start(controller) {
      const say = (text: string) => controller.enqueue(new TextEncoder().encode(text));
      signal.addEventListener("abort", () => {
        end();
        controller.close();
      });
      say(": following\n\n");
      const tell = () => {
        clearTimeout(timer);
        timer = setTimeout(() => say("data: changed\n\n"), settledMs);
      };
      watcher.on("ready", () => {
        isReady = true;
      });
      watcher.on("all", (_event, _path, stats) => {
        // At first, every file that is there is added.
        if (!isReady && (stats === undefined || stats.isDirectory() || stats.mtimeMs <= since)) return;
        tell();
      });
      let seen = since;
      poll = setInterval(async () => {
        const syncedAt = await lastSync();
        if (syncedAt > seen && !signal.aborted) tell();
        seen = Math.max(seen, syncedAt);
      }, pollMs);
    },
    cancel: end,
  });
}
