/** Prisma refuses a statement of more than 999 parameters on SQLite, and some of those are its own. */
const atOnce = 250;

/** Queries Prisma for a list of any length, chunk by chunk, and returns all results in the order of the chunks. */
export async function inChunks<T, R>(
  values: readonly T[],
  ask: (chunk: T[]) => Promise<readonly R[]>,
): Promise<readonly R[]> {
  const found: R[] = [];
  for (let start = 0; start < values.length; start += atOnce) {
    for (const row of await ask(values.slice(start, start + atOnce))) found.push(row);
  }
  return found;
}
