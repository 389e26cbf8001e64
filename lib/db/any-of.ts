import type { Provider } from "./provider.ts";
import { type Sql, sql } from "./sql.ts";

/**
 * A list of any length as one parameter, for `"column" IN ${anyOf(…)}`. A list that grows with what somebody has done must
 * not become one parameter a value: both databases, and Prisma before them, take a limited number.
 */
export function anyOf(provider: Provider, type: "text" | "integer", values: readonly (string | number)[]): Sql {
  const json = JSON.stringify(values);
  if (provider === "sqlite") return sql`(SELECT value FROM json_each(${json}))`;
  return type === "text"
    ? sql`(SELECT jsonb_array_elements_text(${json}::jsonb))`
    : sql`(SELECT jsonb_array_elements_text(${json}::jsonb)::integer)`;
}
