import type { CommentEvent } from "./announce.ts";

const keepAliveMs = 25_000;
/** A connection is cheap, not free; a browser needs one for each thread that is open. */
const mostStreams = 2_000;
const mostOfOne = 8;

interface Streams {
  readonly open: Map<() => void, string>;
}
const shared = globalThis as typeof globalThis & { mockdownStreams?: Streams };

/** Every open stream with whose it is. Ends them all when the process is asked to stop, or it would wait for them. */
function streams(): Streams {
  if (shared.mockdownStreams !== undefined) return shared.mockdownStreams;
  const made: Streams = { open: new Map() };
  shared.mockdownStreams = made;
  const endAll = () => {
    for (const end of [...made.open.keys()]) end();
  };
  process.on("SIGTERM", endAll);
  process.on("SIGINT", endAll);
  return made;
}

/**
 * Server-sent events of one reader: what `subscribe` hands over and `mayPass` lets through. Null when there are as many
 * streams as this process, or as one reader, may hold.
 */
export function eventStream(reader: {
  readonly id: string;
  readonly signal: AbortSignal;
  readonly subscribe: (listener: (event: CommentEvent) => void) => () => void;
  readonly mayPass: (event: CommentEvent) => Promise<boolean>;
}): ReadableStream<Uint8Array> | null {
  const { open } = streams();
  const own = [...open.values()].filter((id) => id === reader.id).length;
  if (open.size >= mostStreams || own >= mostOfOne) return null;
  const encoder = new TextEncoder();
  let end = () => {};
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
      end = () => {
        if (!open.delete(end)) return;
        clearInterval(timer);
        unsubscribe();
        controller.close();
      };
      open.set(end, reader.id);
      reader.signal.addEventListener("abort", () => end());
      send("retry: 3000\n\n");
    },
    cancel: () => end(),
  });
}
