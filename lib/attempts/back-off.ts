const firstMs = 30_000;
const longestMs = 60 * 60 * 1000;

interface Wait {
  readonly failures: number;
  readonly until: number;
}

/**
 * Which attempts could not be finished, and when each is tried again: after half a minute, then after twice as long each
 * time, at most an hour. Of one process: what failed may be its own.
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

  /** Which are not to be tried yet. */
  waiting(now: Date): readonly string[] {
    return [...this.waits].flatMap(([id, { until }]) => (until > now.getTime() ? [id] : []));
  }
}
