import type { Provider } from "./provider.ts";
import { type Sql, sql } from "./sql.ts";

/**
 * A list of any length as one parameter, for `"column" IN ${anyOf(…)}`. A list that grows with a person's activity must
 * not become one parameter per value: both databases, and Prisma, accept only a limited number.
 */
export function anyOf(provider: Provider, type: "text" | "integer", values: readonly (string | number)[]): Sql {
  const json = JSON.stringify(values);
  if (provider === "sqlite") return sql`(SELECT value FROM json_each(${json}))`;
  return type === "text"
    ? sql`(SELECT jsonb_array_elements_text(${json}::jsonb))`
    : sql`(SELECT jsonb_array_elements_text(${json}::jsonb)::integer)`;
}
