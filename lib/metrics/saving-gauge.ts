import { Gauge, Registry } from "prom-client";
import type { Database } from "#lib/db/database";
import { isMigrated } from "#lib/db/is-migrated";
import { whySavingFails } from "#lib/db/probe-saving";

/** Whether saving works, as text for Prometheus; there whatever state the database is in. */
export async function savingGauge(db: Database): Promise<string> {
  const registry = new Registry();
  const works = await isMigrated(db).then(
    async (migrated) => migrated && (await whySavingFails(db)) === null,
    () => false,
  );
  const help = "1 when the last save or probe, at most 2 s old, was kept";
  new Gauge({ name: "mockdown_saving_works", help, registers: [registry] }).set(Number(works));
  return registry.metrics();
}
