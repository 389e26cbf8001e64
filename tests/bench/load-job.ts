export interface Target {
  /** The server that is asked; the job's own without it. */
  readonly url?: string;
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** `%N%` becomes a number that no other request has, `%NOW%` the time in ISO form. */
  readonly body?: string;
  /** Which group its times are counted in. */
  readonly group?: string;
}

/** What the load process shall do: bounded in count and in time. */
export interface Job {
  readonly url: string;
  readonly targets: readonly Target[];
  readonly connections: number;
  readonly count: number;
  readonly maxSeconds: number;
  /** Milliseconds from the start at which request i is due; without it each connection sends as soon as it can. */
  readonly dueMs?: readonly number[];
  /** The first request takes target `offset`, each next one the next, and then from the beginning. */
  readonly offset?: number;
}

export interface Times {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface Outcome extends Times {
  readonly wallMs: number;
  /** Answers that were not 2xx or 3xx, and requests that broke, with the first few described. */
  readonly errors: number;
  readonly firstErrors: readonly string[];
  readonly bytes: number;
  readonly groups: Readonly<Record<string, Times>>;
}
