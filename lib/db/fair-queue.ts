import { signal } from "#lib/metrics/signals";
import { SavingRefused } from "./saving-refused.ts";

interface Waiting {
  readonly begin: () => void;
}

/**
 * Runs jobs in the order of arrival, at most `atOnce` at a time. A job that has not begun by its `giveUpAt`
 * (`performance.now()`, or Infinity) is refused and never runs. If `mostWaiting` jobs are waiting, the next is refused
 * at once.
 */
export function createFairQueue({ atOnce, mostWaiting }: { readonly atOnce: number; readonly mostWaiting: number }) {
  const waiting = new Set<Waiting>();
  let running = 0;

  function beginNext(): void {
    const [next] = waiting;
    if (next === undefined || running >= atOnce) return;
    waiting.delete(next);
    next.begin();
  }

  async function run<T>(job: () => Promise<T>): Promise<T> {
    running++;
    try {
      return await job();
    } finally {
      running--;
      beginNext();
    }
  }

  function inTurn<T>(job: () => Promise<T>, giveUpAt: number): Promise<T> {
    if (running < atOnce) return run(job);
    if (waiting.size >= mostWaiting) return Promise.reject(new SavingRefused("queue-full"));
    return new Promise<T>((resolve, reject) => {
      const entry = {
        begin() {
          clearTimeout(timer);
          run(job).then(resolve, reject);
        },
      };
      const refuse = () => {
        waiting.delete(entry);
        signal("database-busy", { outcome: "given-up" });
        reject(new SavingRefused("busy"));
      };
      // A timer with an infinite delay would fire at once.
      const timer = Number.isFinite(giveUpAt) ? setTimeout(refuse, giveUpAt - performance.now()) : undefined;
      waiting.add(entry);
    });
  }

  return { inTurn, waiting: () => waiting.size };
}
