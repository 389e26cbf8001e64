import { Prisma } from "../../prisma/generated/sqlite/client.ts";
import type { Tx } from "./database.ts";

/** By model its table, the column that a row is known by, and one that no index holds, to be written as it is. */
const models = {
  attempt: ["Attempt", "id", "sequence"],
  comment: ["Comment", "id", "upvotes"],
  learner: ["Learner", "id", "settings"],
  thread: ["Thread", "questionId", "commentCount"],
  user: ["User", "id", "suspendedUntil"],
} as const;

/**
 * Takes one row until the transaction ends: whoever else takes it waits here. Returns false when there is none. SQLite, where
 * every transaction waits for those before it, has no statement for this but a write.
 */
export async function lockRow(tx: Tx, model: keyof typeof models, id: string): Promise<boolean> {
  const [table, key, column] = models[model].map((name) => Prisma.raw(`"${name}"`));
  return (await tx.$executeRaw`UPDATE ${table} SET ${column} = ${column} WHERE ${key} = ${id}`) > 0;
}
