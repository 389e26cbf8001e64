import type { Server } from "node:http";
import type { Instrumentation } from "next";

/** Runs once when a server process starts, before its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  (await import("#lib/log/outlive-reader")).outliveReader();
  const { environment } = await import("#lib/env/current");
  const { log, setLogLevel } = await import("#lib/log/log");
  setLogLevel(environment().LOG_LEVEL);
  const { letRequestsIn, refuseForeign } = await import("#lib/server/refuse-foreign");
  refuseForeign(environment().BASE_URL);
  (await import("#lib/server/refuse-odd")).refuseOdd();
  (await import("#lib/server/refuse-heavy")).refuseHeavy();
  // Around the refusals, which are replies as well.
  const { secureReplies } = await import("#lib/server/secure-replies");
  const { BASE_URL, DEFAULT_LANGUAGE } = environment();
  secureReplies(BASE_URL, process.env.NODE_ENV !== "production", DEFAULT_LANGUAGE);
  (await import("#lib/db/be-the-server")).beTheServer();
  if (environment().METRICS_TOKEN !== undefined) await startMetrics();
  (await import("#lib/db/keep-holdings-noted")).keepHoldingsNoted((error) =>
    log("warn", "holdings-not-noted", {}, error),
  );
  (await import("#lib/server/end-in-order")).endInOrder(await tracing());
  (await import("#lib/db/log-refusals")).startLoggingRefusals();
  const { startHousekeeping } = await import("#lib/attempts/write/housekeeping");
  startHousekeeping();
  const { clockStatus } = await import("#lib/attempts/write/clock-watch");
  const mayDecide = () => clockStatus() === "ok";
  const { startClearingGuests } = await import("#lib/account/write/guest-rounds");
  startClearingGuests(mayDecide);
  const { startDigests } = await import("#lib/notifications/write/digest-rounds");
  startDigests();
  const { startErasing } = await import("#lib/discussion/write/erase-rounds");
  startErasing(mayDecide);
  (await import("#lib/authoring/write/dispute-rounds")).startDisputes();
  letRequestsIn();
  (await import("#lib/server/print-admin-link")).startWithAdminLink();
}

/** Starts it where it is wanted, and returns what ends it. Without its setting none of its code is loaded. */
async function tracing(): Promise<() => Promise<void>> {
  const { environment } = await import("#lib/env/current");
  const { mockdownServer } = globalThis as typeof globalThis & { mockdownServer?: Server };
  if (environment().OTEL_EXPORTER_OTLP_ENDPOINT === undefined || mockdownServer === undefined) return async () => {};
  const { version } = await import("#lib/env/version");
  return (await import("#lib/tracing/start-tracing")).startTracing(mockdownServer, version);
}

async function startMetrics(): Promise<void> {
  (await import("#lib/metrics/metrics")).metrics();
  const { mockdownServer } = globalThis as typeof globalThis & { mockdownServer?: Server };
  // Under `next dev` there is none.
  if (mockdownServer !== undefined) (await import("#lib/metrics/time-requests")).timeRequests(mockdownServer);
}

/** Next has written the error itself; here it is counted. */
export const onRequestError: Instrumentation.onRequestError = async (_, __, { routeType }) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { signal } = await import("#lib/metrics/signals");
  signal("request-failed", { kind: routeType });
};
