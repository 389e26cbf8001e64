const firstMs = 30_000;
const longestMs = 60 * 60 * 1000;

interface Wait {
  readonly failures: number;
  readonly until: number;
}

/**
 * Attempts that could not be finished, and when to retry each: after half a minute, then with twice the wait each time, up
 * to an hour. Kept per process, because the failure may be its own.
 */
export class BackOff {
  private readonly waits = new Map<string, Wait>();

  /** Counts a failure and returns when to try again. */
  fail(id: string, now: Date): Date {
    const failures = (this.waits.get(id)?.failures ?? 0) + 1;
    const until = now.getTime() + Math.min(firstMs * 2 ** (failures - 1), longestMs);
    this.waits.set(id, { failures, until });
    return new Date(until);
  }

  succeed(id: string): void {
    this.waits.delete(id);
  }

  /** The attempts that must not be retried yet. */
  waiting(now: Date): readonly string[] {
    return [...this.waits].flatMap(([id, { until }]) => (until > now.getTime() ? [id] : []));
  }
}
