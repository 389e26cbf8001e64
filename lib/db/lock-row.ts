import { Prisma } from "../../prisma/generated/sqlite/client.ts";
import type { Tx } from "./database.ts";

/** By table the column that a row is known by, and one that no index holds, to be written as it is. */
const tables = {
  Attempt: ["id", "sequence"],
  Comment: ["id", "upvotes"],
  Learner: ["id", "settings"],
  Thread: ["questionId", "commentCount"],
  User: ["id", "suspendedUntil"],
} as const;

/**
 * Takes one row until the transaction ends: whoever else takes it waits here. Returns false when there is none. SQLite, where
 * every transaction waits for those before it, has no statement for this but a write.
 */
export async function lockRow(tx: Tx, table: keyof typeof tables, id: string): Promise<boolean> {
  const [row, key, column] = [table, ...tables[table]].map((name) => Prisma.raw(`"${name}"`));
  return (await tx.$executeRaw`UPDATE ${row} SET ${column} = ${column} WHERE ${key} = ${id}`) > 0;
}
