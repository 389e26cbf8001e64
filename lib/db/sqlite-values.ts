/** A value as Prisma stores it in SQLite: a time as text that ends in +00:00, a boolean as 1 or 0. */
export function toSqlite(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace("Z", "+00:00");
  return typeof value === "boolean" ? Number(value) : value;
}

/**
 * Converts a stored value of a column that was declared with `type`; a result that is not a column, such as a count,
 * has no type.
 */
export function fromSqlite(type: string | null): (value: unknown) => unknown {
  if (type === "DATETIME") return (value) => (value === null ? null : new Date(value as string));
  if (type === "BOOLEAN") return (value) => (value === null ? null : value === 1);
  return (value) => value;
}
