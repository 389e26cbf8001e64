import type { CommentEvent, Listener } from "./announce.ts";

const keepAliveMs = 25_000;
/** A connection is cheap but not free; a browser needs one for each open thread. */
const mostStreams = 2_000;
/** Guests are easy to create. However many there are, accounts still find room. */
const mostOfGuests = 1_000;
/** For one visitor's network: enough for a class behind one address, and no more than a twentieth of all. */
const mostOfNetwork = 100;
/**
 * Over HTTP/1.1, a browser has six connections for all its tabs: if all of them were streams, no page would load and no
 * answer would be saved. A further thread is shown like any other, but does not announce new comments.
 */
const mostOfOne = 4;

/** The owner of the stream. */
interface Reader {
  readonly id: string;
  readonly isGuest: boolean;
  /** From `currentVisitor`; null if it is unknown. */
  readonly network: string | null;
}

/**
 * How long a browser waits before it reconnects, in milliseconds. Usually short; but when the server stops, not before
 * the kept connection is gone: over that connection it would reach the stopping server once more and keep it alive.
 */
const retryMs = 3_000;
const retryAfterStopMs = 10_000;

interface Streams {
  readonly open: Map<(retryMs?: number) => void, Reader>;
  isStopping: boolean;
}
const shared = globalThis as typeof globalThis & { mockdownStreams?: Streams };

/** Every open stream with its owner. Ends them all when the process is asked to stop, because it would wait for them. */
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

/** How many streams this process has open. */
export function countStreams(): number {
  return shared.mockdownStreams?.open.size ?? 0;
}

function mayOpen({ open, isStopping }: Streams, reader: Reader): boolean {
  if (isStopping || open.size >= mostStreams) return false;
  const readers = [...open.values()];
  const count = (is: (other: Reader) => boolean) => readers.filter(is).length;
  if (count(({ id }) => id === reader.id) >= mostOfOne) return false;
  if (reader.isGuest && count(({ isGuest }) => isGuest) >= mostOfGuests) return false;
  return reader.network === null || count(({ network }) => network === reader.network) < mostOfNetwork;
}

/**
 * Server-sent events for one reader: what `subscribe` passes on and `mayPass` allows and, if some of it may have been
 * missed, everything that `commentsSince` finds; the reader knows which of these are new to it. `since` is the last
 * mark of an earlier stream of the same page. Null if the process, all guests, the reader's network or the reader
 * already has the maximum number of streams, and when the process is about to stop.
 */
export function eventStream(
  reader: Reader & {
    readonly signal: AbortSignal;
    readonly since: string | null;
    readonly subscribe: (listener: Listener) => () => void;
    readonly commentsSince: (since: Date) => Promise<readonly CommentEvent[]>;
    readonly mayPass: (event: CommentEvent) => Promise<boolean>;
  },
): ReadableStream<Uint8Array> | null {
  const all = streams();
  if (!mayOpen(all, reader)) return null;
  const { open } = all;
  const encoder = new TextEncoder();
  let end: (retryMs?: number) => void = () => {};
  let isCancelled = false;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => {
        if (open.has(end)) controller.enqueue(encoder.encode(text));
      };
      const pass = async (event: CommentEvent) => {
        const data = JSON.stringify({ commentId: event.commentId });
        if (await reader.mayPass(event)) send(`event: comment\ndata: ${data}\n\n`);
      };
      const catchUp = async (since: Date) => {
        for (const event of await reader.commentsSince(since)) await pass(event);
        send(mark());
      };
      // The reader reconnects and catches up; a database that stays unreachable shows in /api/health.
      const orEnd = (job: Promise<void>) => void job.catch(() => end());
      const unsubscribe = reader.subscribe((news) =>
        orEnd("missedSince" in news ? catchUp(news.missedSince) : pass(news)),
      );
      const timer = setInterval(() => send(": still here\n\n"), keepAliveMs);
      end = (retry) => {
        if (retry !== undefined) send(`retry: ${retry}\n\n`);
        if (!open.delete(end)) return;
        clearInterval(timer);
        unsubscribe();
        if (!isCancelled) controller.close();
      };
      const { id, isGuest, network } = reader;
      open.set(end, { id, isGuest, network });
      reader.signal.addEventListener("abort", () => end());
      send(`retry: ${retryMs}\n\n`);
      const since = readMark(reader.since);
      if (since === null) send(mark());
      else orEnd(catchUp(since));
    },
    cancel() {
      isCancelled = true;
      end();
    },
  });
}

/** The moment in one of our marks; null for anything else, including a year that a database does not know. */
function readMark(text: string | null): Date | null {
  return text !== null && /^20\d\d-\d\d-\d\dT[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text))
    ? new Date(text)
    : null;
}

/** The moment from which a stream that replaces this one has to catch up: the browser sends the id automatically. */
function mark(): string {
  const now = new Date().toISOString();
  return `event: mark\nid: ${now}\ndata: ${now}\n\n`;
}
