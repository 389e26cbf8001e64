import type { Option } from "../question.ts";

export function idsOf(options: readonly Option[]): string[] {
  return options.map((option) => option.id);
}

/** Whether every id is one of `options` and occurs once. */
export function areDistinct(ids: readonly string[], options: readonly Option[]): boolean {
  const known = new Set(idsOf(options));
  return ids.every((id) => known.has(id)) && new Set(ids).size === ids.length;
}
