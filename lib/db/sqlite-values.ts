/** A value as Prisma keeps it in SQLite: a moment as text that ends in +00:00, a truth as 1 or 0. */
export function toSqlite(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace("Z", "+00:00");
  return typeof value === "boolean" ? Number(value) : value;
}

/** Turns a value of a column that was declared with `type` back; what is not a column, as a count, has none. */
export function fromSqlite(type: string | null): (value: unknown) => unknown {
  if (type === "DATETIME") return (value) => (value === null ? null : new Date(value as string));
  if (type === "BOOLEAN") return (value) => (value === null ? null : value === 1);
  return (value) => value;
}
