import type { Database } from "#lib/db/database";

interface Kept {
  /** Which sync the values were read after. */
  state: string;
  readonly values: Map<string, Promise<unknown>>;
}

const keptBy = new WeakMap<Database, Kept>();
/** Addresses can be made up, so the cache is bounded; the oldest entry is dropped first. */
const bound = 1_000;

/**
 * What `load` returns, read once after each sync: exams and their questions change in no other way. A sync by another
 * process is noticed at the next call, which reads one row to find out.
 */
export async function whileShown<T>(db: Database, key: string, load: () => Promise<T>): Promise<T> {
  const [row] = await db.read.$queryRaw<{ readonly fingerprint: string; readonly syncedAt: Date }[]>`
    SELECT "fingerprint", "syncedAt" FROM "BankState" WHERE "id" = 1`;
  if (row === undefined) return load();
  // Read before `load`: at worst newer content is cached under the older state, which the next call discards.
  const state = `${row.fingerprint} ${row.syncedAt.toISOString()}`;
  let kept = keptBy.get(db);
  if (kept?.state !== state) {
    kept = { state, values: new Map() };
    keptBy.set(db, kept);
  }
  const { values } = kept;
  const known = values.get(key) as Promise<T> | undefined;
  if (known !== undefined) return known;
  const loading = load();
  values.set(key, loading);
  if (values.size > bound) values.delete(values.keys().next().value as string);
  loading.catch(() => values.delete(key));
  return loading;
}
