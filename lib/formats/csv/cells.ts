/** The text in the column of this name; empty where a row has none. */
export type Cell = (name: string) => string;

/** Options that are in one cell, with line ends or bars between them, or semicolons when there are neither. */
export function listOf(text: string): string[] {
  const listed = jsonList(text);
  if (listed !== null) return listed;
  const separator = text.includes("\n") ? "\n" : /(?<!\\)\|/.test(text) ? "|" : ";";
  const parts = separator === "|" ? splitAccepted(text) : text.split(separator).map((part) => part.trim());
  return parts.filter((part) => part !== "");
}

/** The texts of a JSON list, or null for anything else. */
function jsonList(text: string): string[] | null {
  if (!/^\[\s*"/.test(text)) return null;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map(String) : null;
  } catch {
    return null;
  }
}

/** Accepted texts are separated by `|`; a bar within one is written `\|`. */
export function splitAccepted(text: string): string[] {
  return text
    .split(/(?<!\\)\|/)
    .map((part) => part.replace(/\\\|/g, "|").trim())
    .filter((part) => part !== "");
}

/** Exported cells that a spreadsheet would take for a formula begin with an apostrophe. */
export function unguard(text: string): string {
  return text.replace(/^'(?=[=+\-@'])/, "");
}

/** A number of a cell, with a decimal point or comma; NaN when it is none. */
export function numberOf(text: string): number {
  return Number(/^[+-]?\d+,\d+$/.test(text) ? text.replace(",", ".") : text || Number.NaN);
}
