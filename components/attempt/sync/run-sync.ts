import type { Sync, TabMessage } from "./sync.ts";
import { createWaitingMark } from "./waiting-mark.ts";

const pollMs = 3_000;

/**
 * Runs an attempt in a page and connects it with the other tabs, the network and the page's visibility. Returns a
 * function that ends it.
 */
export function runSync(sync: Sync): () => void {
  const { attemptId } = sync;
  const mark = createWaitingMark(attemptId);
  const channel = new BroadcastChannel(`mockdown-attempt-${attemptId}`);
  let shown = sync.view().saveState;
  const stopFollowing = sync.subscribe(() => {
    const { saveState } = sync.view();
    if (saveState !== shown) mark.follow(saveState);
    shown = saveState;
  });
  const look = () => {
    if (document.visibilityState !== "visible") return;
    void sync.poll().then((isUp) => isUp && sync.view().pending > 0 && sync.flush());
  };
  const leave = () => {
    const { saveState } = sync.view();
    if (saveState !== "starting") mark.write(saveState !== "saved");
    void sync.flush();
  };
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
    if (data.registers) sync.learn(data.registers);
    if (data.poll) void sync.poll();
  };
  void sync.begin((message) => channel.postMessage(message));
  if (sync.view().finished) channel.postMessage({ poll: true });
  const timer = setInterval(() => {
    if (!sync.view().finished) look();
  }, pollMs);
  const events = ["online", "focus", "pageshow"] as const;
  for (const name of events) addEventListener(name, look);
  addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", look);
  return () => {
    sync.end();
    mark.stop();
    stopFollowing();
    clearInterval(timer);
    for (const name of events) removeEventListener(name, look);
    removeEventListener("pagehide", leave);
    document.removeEventListener("visibilitychange", look);
    channel.close();
  };
}
