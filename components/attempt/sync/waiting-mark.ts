import { markWaiting } from "#lib/attempts/waiting-cookie";
import type { SaveState } from "./loop.ts";

/** Writing a cookie can block the page for milliseconds: a change that is confirmed within this time needs none. */
const markMs = 250;

/** Makes the browser say, with each request for a page of the attempt, whether unsaved changes wait here. */
export function createWaitingMark(attemptId: string) {
  // Null until it is written: an earlier visit may or may not have left the mark.
  let isMarked: boolean | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (isWaiting: boolean) => {
    if (isWaiting !== isMarked) markWaiting(attemptId, isWaiting);
    isMarked = isWaiting;
  };
  return {
    write,
    follow(state: SaveState) {
      clearTimeout(timer);
      if (state === "saved") write(false);
      else timer = setTimeout(write, markMs, true);
    },
    stop: () => clearTimeout(timer),
  };
}
