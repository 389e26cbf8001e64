import { Prisma } from "../../prisma/generated/sqlite/client.ts";
import type { Tx } from "./database.ts";

/**
 * For each model: its table, the column that identifies a row, and a column that is in no index, to be rewritten
 * unchanged.
 */
const models = {
  attempt: ["Attempt", "id", "sequence"],
  comment: ["Comment", "id", "upvotes"],
  learner: ["Learner", "id", "settings"],
  thread: ["Thread", "questionId", "commentCount"],
  user: ["User", "id", "suspendedUntil"],
} as const;

/**
 * Locks one row until the transaction ends: others who lock it wait here. Returns false if there is no such row. SQLite
 * has no statement for this except a write, and its transactions wait for each other anyway.
 */
export async function lockRow(tx: Tx, model: keyof typeof models, id: string): Promise<boolean> {
  const [table, key, column] = models[model].map((name) => Prisma.raw(`"${name}"`));
  return (await tx.$executeRaw`UPDATE ${table} SET ${column} = ${column} WHERE ${key} = ${id}`) > 0;
}
