import type { Read } from "#lib/db/database";
import { inChunks } from "#lib/db/in-chunks";
import { readPublicQuestion, readSecret } from "#lib/exam/json-columns";
import type { PublicQuestion, Secret } from "#lib/exam/question";

/** Either `db.read` or the current transaction, so that a write never waits for a second connection. */
type RevisionReader = Pick<Read, "revision">;

/** Revisions never change, so they can be cached. The oldest entries are dropped first. */
const bound = 5_000;
const publicParts = new Map<string, PublicQuestion>();
const secretParts = new Map<string, Secret>();

/** The public part of revisions by id. The secret column is not selected. Throws if one does not exist. */
export async function publicPartsOf(
  read: RevisionReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PublicQuestion>> {
  return cached(publicParts, ids, async (missing) => {
    const rows = await inChunks(missing, (chunk) =>
      read.revision.findMany({ where: { id: { in: chunk } }, select: { id: true, publicPart: true } }),
    );
    return rows.map((row) => [row.id, readPublicQuestion(row.publicPart)]);
  });
}

/** The same as the stored text, for hashing; not cached. */
export async function publicTextsOf(
  read: RevisionReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await inChunks(ids, (chunk) =>
    read.revision.findMany({ where: { id: { in: chunk } }, select: { id: true, publicPart: true } }),
  );
  return new Map(rows.map((row) => [row.id, row.publicPart]));
}

/** The secret part of revisions by id, only for disclosed items or for grading. Throws when one is missing. */
export async function secretPartsOf(
  read: RevisionReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Secret>> {
  return cached(secretParts, ids, async (missing) => {
    const rows = await inChunks(missing, (chunk) =>
      read.revision.findMany({ where: { id: { in: chunk } }, select: { id: true, secretPart: true } }),
    );
    return rows.map((row) => [row.id, readSecret(row.secretPart)]);
  });
}

async function cached<T>(
  cache: Map<string, T>,
  ids: readonly string[],
  load: (missing: string[]) => Promise<(readonly [string, T])[]>,
): Promise<ReadonlyMap<string, T>> {
  const found = new Map<string, T>();
  const missing = new Set<string>();
  for (const id of ids) {
    const known = cache.get(id);
    if (known === undefined) missing.add(id);
    else found.set(id, known);
  }
  if (missing.size === 0) return found;
  const loaded = new Map(await load([...missing]));
  for (const id of missing) {
    const value = required(loaded.get(id), id);
    found.set(id, value);
    cache.set(id, value);
  }
  while (cache.size > bound) cache.delete(cache.keys().next().value as string);
  return found;
}

function required<T>(value: T | undefined, id: string): T {
  if (value === undefined) throw new Error(`revision ${id} is not in the database`);
  return value;
}
