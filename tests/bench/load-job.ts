export interface Target {
  /** The server to send it to; without it, the job's. */
  readonly url?: string;
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** `%N%` is replaced by a number that no other request has, `%NOW%` by the time in ISO form. */
  readonly body?: string;
  /** The group in which its times are counted. */
  readonly group?: string;
}

/** What the load process does: limited in count and in time. */
export interface Job {
  readonly url: string;
  readonly targets: readonly Target[];
  readonly connections: number;
  readonly count: number;
  readonly maxSeconds: number;
  /** Milliseconds from the start at which request i is due; without it each connection sends as soon as it can. */
  readonly dueMs?: readonly number[];
  /** The first request takes target `offset`, each further one the next target, starting again after the last. */
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
  /** Responses that were not 2xx or 3xx, and requests that broke; the first few are described. */
  readonly errors: number;
  readonly firstErrors: readonly string[];
  readonly bytes: number;
  readonly groups: Readonly<Record<string, Times>>;
}
