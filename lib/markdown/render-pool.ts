import type { Worker } from "node:worker_threads";
import type { RenderedMarkdown } from "./render-markdown.ts";
import { processorMs } from "./run-within.ts";

export type PoolOutcome =
  | { readonly state: "done"; readonly rendered: RenderedMarkdown }
  /** It did not come to an end in time, or took too much memory. */
  | { readonly state: "stopped" }
  /** As many texts are waiting as may, or it has waited as long as it may. */
  | { readonly state: "full" };

/** What a thread says when it begins: by which clock its processor time runs, see `processorMs`. */
interface Begun {
  readonly clock: string | null;
}

interface Job {
  readonly markdown: string;
  /** By `performance.now()`. */
  readonly since: number;
  readonly resolve: (outcome: PoolOutcome) => void;
  readonly reject: (bug: unknown) => void;
}

export interface PoolOptions {
  /** Starts a thread of `render-worker.ts`. */
  readonly start: () => Worker;
  readonly threads: number;
  /** How many texts may wait for a thread. */
  readonly mostWaiting: number;
  /** For how long a text may wait for one. */
  readonly patienceMs: number;
  /** Once it has begun: so long, and longer (ten times at most) on a machine so busy that it did not get as much processor time. */
  readonly limitMs: number;
  /** Until it begins: a thread may have to start, and to get a grammar ready. */
  readonly prepareMs: number;
}

/** A few threads that render one text after another. A thread that takes longer than it may is ended, and another started. */
export class RenderPool {
  private readonly options: PoolOptions;
  private readonly waiting: Job[] = [];
  private readonly idle: Worker[] = [];
  private busy = 0;

  constructor(options: PoolOptions) {
    this.options = options;
  }

  render(markdown: string): Promise<PoolOutcome> {
    const { threads, mostWaiting } = this.options;
    if (this.busy >= threads && this.waiting.length >= mostWaiting) return Promise.resolve({ state: "full" });
    return new Promise((resolve, reject) => {
      this.waiting.push({ markdown, since: performance.now(), resolve, reject });
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

  private work(worker: Worker, { markdown, resolve, reject }: Job): void {
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
    const onMessage = (message: Begun | RenderedMarkdown) => {
      clearTimeout(timer);
      if ("clock" in message) begin(message);
      else {
        leave();
        this.idle.push(worker);
        this.done();
        resolve({ state: "done", rendered: message });
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
      // Its place is free when it is gone, not before: there are never more threads than there may be.
      worker.terminate().then(() => this.done(), reject);
    };
    worker.on("message", onMessage).on("error", onError).ref();
    worker.postMessage(markdown);
  }

  private done(): void {
    this.busy--;
    this.next();
  }
}
