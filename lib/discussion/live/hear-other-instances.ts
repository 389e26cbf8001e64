import { Client } from "pg";
import { type CommentEvent, channel, deliver, deliverMissed, type Missed, readEvent } from "./announce.ts";

const shared = globalThis as typeof globalThis & { mockdownHearing?: Hearing };
const longestPauseMs = 2_000;

/**
 * How often a connection is checked, and how long it may take to answer. A gateway on the way drops a connection that
 * is silent for minutes, and tells neither end.
 */
const usualWatch = { everyMs: 30_000, patienceMs: 10_000 };

export interface Hearing {
  /** Resolves when the first connection is listening. */
  readonly ready: Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Receives, over PostgreSQL, the comments that any instance posts, and passes them to the listeners of this process.
 * Once per process.
 */
export function hearOtherInstances(url: string): Hearing {
  shared.mockdownHearing ??= startHearing(url);
  return shared.mockdownHearing;
}

/** Stops listening, if this process does. */
export async function stopHearing(): Promise<void> {
  await shared.mockdownHearing?.stop();
}

/**
 * A connection that listens and is reopened, after growing pauses of at most 2 s, whenever it is lost. Announcements in
 * between are lost: once it listens again, `miss` is called with the last moment at which it surely listened.
 */
export function startHearing(
  url: string,
  hear: (event: CommentEvent) => void = deliver,
  { everyMs, patienceMs } = usualWatch,
  miss: (missed: Missed) => void = deliverMissed,
): Hearing {
  let surelyHeardAt: Date | null = null;
  let client: Client | null = null;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let pauseMs = 250;
  let isReady = () => {};
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });

  const connect = async () => {
    const next = new Client({
      connectionString: url,
      connectionTimeoutMillis: patienceMs,
      query_timeout: patienceMs,
    });
    let isLost = false;
    let watch: NodeJS.Timeout | undefined;
    const again = () => {
      clearInterval(watch);
      if (isLost || isStopped) return;
      isLost = true;
      next.end().catch(() => {});
      timer = setTimeout(() => void connect(), pauseMs);
      timer.unref();
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    };
    next.on("error", again);
    next.on("end", again);
    next.on("notification", ({ payload }) => hear(readEvent(payload ?? "")));
    try {
      await next.connect();
      await next.query(`LISTEN ${channel}`);
      client = next;
      const look = async () => {
        const askedAt = new Date();
        await next.query("SELECT 1");
        surelyHeardAt = askedAt;
      };
      watch = setInterval(() => void look().catch(again), everyMs);
      watch.unref();
      const since = surelyHeardAt;
      surelyHeardAt = new Date();
      if (since !== null) miss({ missedSince: since });
      pauseMs = 250;
      isReady();
    } catch {
      // Readers are notified once the database answers again.
      again();
    }
  };
  void connect();
  return {
    ready,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
