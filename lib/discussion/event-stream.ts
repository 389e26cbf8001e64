import type { CommentEvent } from "./announce.ts";

const keepAliveMs = 25_000;
/** A connection is cheap, not free; a browser needs one for each thread that is open. */
const mostStreams = 2_000;
/**
 * Over HTTP/1.1 a browser has six connections for all its tabs: were all of them streams, no page would load any more and no
 * answer be saved. A further thread is shown like any other, and says nothing of new comments.
 */
const mostOfOne = 4;

/**
 * How long a browser waits before it connects again, in milliseconds: soon as a rule, but when the server stops not before
 * the kept connection is gone, over which it would reach the stopping server once more and keep it.
 */
const retryMs = 3_000;
const retryAfterStopMs = 10_000;

interface Streams {
  readonly open: Map<(retryMs?: number) => void, string>;
  isStopping: boolean;
}
const shared = globalThis as typeof globalThis & { mockdownStreams?: Streams };

/** Every open stream with whose it is. Ends them all when the process is asked to stop, or it would wait for them. */
function streams(): Streams {
  if (shared.mockdownStreams !== undefined) return shared.mockdownStreams;
  const made: Streams = { open: new Map(), isStopping: false };
  shared.mockdownStreams = made;
  const endAll = () => {
    made.isStopping = true;
    for (const end of [...made.open.keys()]) end(retryAfterStopMs);
  };
  process.on("SIGTERM", endAll);
  process.on("SIGINT", endAll);
  return made;
}

/**
 * Server-sent events of one reader: what `subscribe` hands over and `mayPass` lets through. Null when there are as many
 * streams as this process, or as one reader, may hold, and when the process is about to stop.
 */
export function eventStream(reader: {
  readonly id: string;
  readonly signal: AbortSignal;
  readonly subscribe: (listener: (event: CommentEvent) => void) => () => void;
  readonly mayPass: (event: CommentEvent) => Promise<boolean>;
}): ReadableStream<Uint8Array> | null {
  const { open, isStopping } = streams();
  const own = [...open.values()].filter((id) => id === reader.id).length;
  if (isStopping || open.size >= mostStreams || own >= mostOfOne) return null;
  const encoder = new TextEncoder();
  let end: (retryMs?: number) => void = () => {};
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => {
        if (open.has(end)) controller.enqueue(encoder.encode(text));
      };
      const unsubscribe = reader.subscribe((event) => {
        const data = JSON.stringify({ commentId: event.commentId });
        reader.mayPass(event).then(
          (may) => may && send(`event: comment\ndata: ${data}\n\n`),
          // The reader connects again; a database that stays away shows in /api/health.
          () => end(),
        );
      });
      const timer = setInterval(() => send(": still here\n\n"), keepAliveMs);
      end = (retry) => {
        if (retry !== undefined) send(`retry: ${retry}\n\n`);
        if (!open.delete(end)) return;
        clearInterval(timer);
        unsubscribe();
        controller.close();
      };
      open.set(end, reader.id);
      reader.signal.addEventListener("abort", () => end());
      send(`retry: ${retryMs}\n\n`);
    },
    cancel: () => end(),
  });
}
