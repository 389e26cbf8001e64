import { Prisma } from "../../prisma/generated/sqlite/client.ts";

/** A piece of SQL with its values, for `$queryRaw`; pieces can stand within pieces. */
export const sql = Prisma.sql;
/** Values between commas, for `IN (…)`; at least one. */
export const join = (values: readonly unknown[]) => Prisma.join([...values]);
export type Sql = Prisma.Sql;
