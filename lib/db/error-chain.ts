type Link = Readonly<Record<string, unknown>>;

/** The error, its causes, and the driver's own error. */
export function chainOf(error: unknown, depth = 0): readonly Link[] {
  if (typeof error !== "object" || error === null || depth > 4) return [];
  const link = error as Link;
  const { driverAdapterError } = (link.meta ?? {}) as Link;
  return [link, ...chainOf(link.cause, depth + 1), ...chainOf(driverAdapterError, depth + 1)];
}

/** What Prisma, its adapter and the driver call one error of a chain. */
export function codesOf({ code, originalCode, kind }: Link): readonly string[] {
  return [code, originalCode, kind].filter((name) => typeof name === "string");
}
