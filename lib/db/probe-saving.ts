import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "./database.ts";
import { withPatience } from "./patience.ts";
import type { SavingCause } from "./saving-refused.ts";

/** How long the result of the last save is valid, in milliseconds. */
const freshMs = 2_000;
/** How long a probe may wait for the database. */
const patienceMs = 3_000;
/** After how long a database that neither accepts nor refuses a probe counts as busy. */
const longestMs = 4_000;

const probes = new WeakMap<Database, Promise<SavingCause | null>>();

/**
 * Why saving fails; null if it works. The result of a save within the last two seconds counts, whoever made it;
 * otherwise a real write is made. The database must be migrated.
 */
export async function whySavingFails(db: Database): Promise<SavingCause | null> {
  const standing = db.saving.standing();
  if (standing !== null) return standing;
  const last = db.saving.last();
  if (last !== null && performance.now() - last.at < freshMs) return last.cause;
  const probe = probes.get(db) ?? beginProbe(db);
  return Promise.race([probe, sleep(longestMs, "busy" as const, { ref: false })]);
}

function beginProbe(db: Database): Promise<SavingCause | null> {
  const probe = withPatience(patienceMs, () => writeProbe(db)).finally(() => probes.delete(db));
  probes.set(db, probe);
  return probe;
}

/** The value must change: SQLite writes nothing if a row stays the same. */
async function writeProbe(db: Database): Promise<SavingCause | null> {
  const at = new Date();
  try {
    await db.write(
      (tx) => tx.$executeRaw`
        INSERT INTO "SavingProbe" ("id", "at") VALUES (1, ${at}) ON CONFLICT ("id") DO UPDATE SET "at" = ${at}`,
    );
    return null;
  } catch (error) {
    const last = db.saving.last();
    if (last?.cause == null) throw error;
    return last.cause;
  }
}
