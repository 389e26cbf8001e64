import { newestArchive } from "#lib/db/archives";
import { database } from "#lib/db/current";
import { providerOf } from "#lib/db/provider";
import { countStreams } from "#lib/discussion/live/event-stream";
import { environment } from "#lib/env/current";
import { dataFolder } from "#lib/env/data-folder";
import { version } from "#lib/env/version";
import { bearsToken } from "#lib/metrics/bears-token";
import { machineGauges } from "#lib/metrics/machine-gauges";
import { metrics } from "#lib/metrics/metrics";
import { savingGauge } from "#lib/metrics/saving-gauge";
import { stateGauges } from "#lib/metrics/state-gauges";

export const dynamic = "force-dynamic";

/** Prometheus text for requests with METRICS_TOKEN; a 404 without that setting. Described in docs/metrics.md. */
export async function GET(request: Request): Promise<Response> {
  const token = environment().METRICS_TOKEN;
  if (token === undefined) return new Response(null, { status: 404 });
  if (!bearsToken(request.headers.get("authorization"), token))
    return new Response(null, { status: 401, headers: { "WWW-Authenticate": "Bearer" } });
  const own = metrics();
  const state = await stateGauges(database()).then(
    (registry) => registry.metrics(),
    // An operator reads this especially when the database is unreachable: the process still reports on itself.
    () =>
      "# HELP mockdown_database_up 1 when the database answered\n# TYPE mockdown_database_up gauge\nmockdown_database_up 0\n",
  );
  const { BACKUP_DIR, DATABASE_URL } = environment();
  const machine = await machineGauges({
    version,
    openStreams: countStreams(),
    load: database().load(),
    folder: dataFolder(environment()),
    backup: BACKUP_DIR === undefined ? undefined : newestArchive(BACKUP_DIR, providerOf(DATABASE_URL)),
  });
  const parts = [await own.metrics(), machine, state, await savingGauge(database())];
  return new Response(parts.join("\n"), {
    headers: { "Content-Type": own.contentType, "Cache-Control": "no-store" },
  });
}
