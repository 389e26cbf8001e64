import { Prisma } from "../../prisma/generated/sqlite/client.ts";

/** A piece of SQL with its values, for `$queryRaw`; pieces can be nested. */
export const sql = Prisma.sql;
export type Sql = Prisma.Sql;
