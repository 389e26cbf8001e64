import { join } from "node:path";
import { watch } from "chokidar";

/** An editor writes a file in several steps. */
const settledMs = 50;

/** A stream of server-sent events, one after each change of an exam's files, until its reader goes. */
export function followExam(folder: string, examSlug: string, signal: AbortSignal): ReadableStream<Uint8Array> {
  const watcher = watch(join(folder, examSlug), { ignoreInitial: true });
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
      watcher.on("all", () => {
        clearTimeout(timer);
        timer = setTimeout(() => say("data: changed\n\n"), settledMs);
      });
    },
    cancel: end,
  });
}
