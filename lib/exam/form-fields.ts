/** The filled fields whose names start with `prefix`: the rest of each name, and its value. */
export function fieldsUnder(form: FormData, prefix: string): [string, string][] {
  return [...form.entries()]
    .filter(([name, value]) => name.startsWith(prefix) && value !== "")
    .map(([name, value]) => [name.slice(prefix.length), String(value)]);
}

/** The option chosen at each prompt or blank, by its id; null when none is chosen. */
export function readPairs(form: FormData): Readonly<Record<string, string>> | null {
  const pairs = fieldsUnder(form, "pair:");
  return pairs.length === 0 ? null : Object.fromEntries(pairs);
}

/** What was typed in the field `value`, or null when it is blank. */
export function readValue(form: FormData): string | null {
  const value = String(form.get("value") ?? "");
  return value.trim() === "" ? null : value;
}

/**
 * Whether two entries of an order have the same position, as happens for a moment while the order is being changed. Such an
 * order is not saved; the previous one stays until every entry has its own position.
 */
export function sharesPlace(form: FormData): boolean {
  const places = fieldsUnder(form, "place:").map(([, place]) => Number(place));
  return new Set(places).size < places.length;
}
