import { join } from "node:path";
import { watch } from "chokidar";

/** An editor writes a file in several steps. */
const settledMs = 50;

/**
 * A stream of server-sent events, one after each change of an exam's files after `since` (milliseconds since 1970), until
 * its reader goes: a file may be saved between the page and its stream.
 */
export function followExam(
  folder: string,
  examSlug: string,
  since: number,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const watcher = watch(join(folder, examSlug), { alwaysStat: true });
  let isReady = false;
  let timer: NodeJS.Timeout | undefined;
  const end = () => {
    clearTimeout(timer);
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
      watcher.on("ready", () => {
        isReady = true;
      });
      watcher.on("all", (_event, _path, stats) => {
        // At first, every file that is there is added.
        if (!isReady && (stats === undefined || stats.isDirectory() || stats.mtimeMs <= since)) return;
        clearTimeout(timer);
        timer = setTimeout(() => say("data: changed\n\n"), settledMs);
      });
    },
    cancel: end,
  });
}
