export interface ServerClock {
  /** The server's time now, in milliseconds since 1970. */
  readonly now: () => number;
  /** Accepts a server time that was read between two moments of the monotonic clock. */
  readonly sample: (serverMs: number, sentAt: number, receivedAt: number) => void;
}

/**
 * The server's time, on a clock that cannot be set: `monotonic` counts milliseconds and knows no date. Of many samples,
 * the one with the shortest round trip counts, as in NTP: it cannot be wrong by more than half its round trip. A sample
 * that contradicts it is newer evidence (the machine slept, or the server's clock was set) and replaces it.
 */
export function createServerClock(serverMs: number, monotonic: () => number): ServerClock {
  let offset = serverMs - monotonic();
  let roundTrip = 20_000;
  return {
    now: () => monotonic() + offset,
    sample(atServer, sentAt, receivedAt) {
      const trip = Math.max(0, receivedAt - sentAt);
      const measured = atServer - (sentAt + receivedAt) / 2;
      const contradicts = Math.abs(measured - offset) > (trip + roundTrip) / 2;
      if (trip > roundTrip && !contradicts) return;
      offset = measured;
      roundTrip = trip;
    },
  };
}
