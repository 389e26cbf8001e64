import type { Worker } from "node:worker_threads";
import { processorMs } from "./run-within.ts";

export type PoolOutcome<Made> =
  | { readonly state: "done"; readonly made: Made }
  /** It did not finish in time, or took too much memory. */
  | { readonly state: "stopped" }
  /** Too many jobs are waiting, or this one has waited too long. */
  | { readonly state: "full" };

/** What a thread reports when it begins: the clock of its processor time, see `processorMs`. */
interface Begun {
  readonly clock: string | null;
}

interface Job<Given, Made> {
  readonly given: Given;
  /** By `performance.now()`. */
  readonly since: number;
  readonly resolve: (outcome: PoolOutcome<Made>) => void;
  readonly reject: (bug: unknown) => void;
}

/** What a thread may take, however hostile its text. */
export const threadLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

export interface PoolOptions {
  /** Starts a thread that reports when it begins, by `ownClock()`, and then its result. */
  readonly start: () => Worker;
  readonly threads: number;
  /** How many jobs may wait for a thread. */
  readonly mostWaiting: number;
  /** How long each job may wait for a thread. */
  readonly patienceMs: number;
  /**
   * How long a job may take once it has begun; longer (at most ten times) on a machine so busy that it did not get as
   * much processor time.
   */
  readonly limitMs: number;
  /** How long it may take to begin: a thread may have to start and to prepare a grammar. */
  readonly prepareMs: number;
}

/** A few threads that process untrusted input, one job after another. A thread that takes too long is ended and replaced. */
export class ThreadPool<Given, Made extends object> {
  private readonly options: PoolOptions;
  private readonly waiting: Job<Given, Made>[] = [];
  private readonly idle: Worker[] = [];
  private busy = 0;

  constructor(options: PoolOptions) {
    this.options = options;
  }

  run(given: Given): Promise<PoolOutcome<Made>> {
    const { threads, mostWaiting } = this.options;
    if (this.busy >= threads && this.waiting.length >= mostWaiting) return Promise.resolve({ state: "full" });
    return new Promise((resolve, reject) => {
      this.waiting.push({ given, since: performance.now(), resolve, reject });
      this.next();
    });
  }

  private next(): void {
    if (this.busy >= this.options.threads) return;
    const job = this.waiting.shift();
    if (job === undefined) return;
    if (performance.now() - job.since > this.options.patienceMs) {
      job.resolve({ state: "full" });
      this.next();
      return;
    }
    this.busy++;
    this.work(this.idle.pop() ?? this.options.start(), job);
  }

  private work(worker: Worker, { given, resolve, reject }: Job<Given, Made>): void {
    const { limitMs, prepareMs } = this.options;
    const stop = () => end(() => resolve({ state: "stopped" }));
    let timer = setTimeout(stop, prepareMs);
    const begin = ({ clock }: Begun) => {
      const [begun, processor] = [performance.now(), processorMs(clock)];
      const look = () => {
        const missing = limitMs - (processorMs(clock) - processor);
        if (missing <= 0 || performance.now() - begun >= 10 * limitMs) stop();
        else timer = setTimeout(look, missing);
      };
      timer = setTimeout(look, limitMs);
    };
    const onMessage = (message: Begun | Made) => {
      clearTimeout(timer);
      if ("clock" in message) begin(message);
      else {
        leave();
        this.idle.push(worker);
        this.done();
        resolve({ state: "done", made: message });
      }
    };
    const onError = (error: NodeJS.ErrnoException) =>
      end(() => (error.code === "ERR_WORKER_OUT_OF_MEMORY" ? resolve({ state: "stopped" }) : reject(error)));
    const leave = () => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).unref();
    };
    const end = (tell: () => void) => {
      leave();
      tell();
      // Its place is free only when the thread has ended, so there are never more threads than allowed.
      worker.terminate().then(() => this.done(), reject);
    };
    worker.on("message", onMessage).on("error", onError).ref();
    worker.postMessage(given);
  }

  private done(): void {
    this.busy--;
    this.next();
  }
}
