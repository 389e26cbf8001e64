import { isEscaped } from "#lib/markdown/code-spans";

export interface TableRow {
  /** 1-based line on which the row starts. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type Table =
  | { readonly ok: true; readonly rows: readonly TableRow[] }
  | { readonly ok: false; readonly reason: string };

/**
 * Rows of separated values: quoted cells may hold the separator, line ends and doubled quotes (RFC 4180). A quote that
 * is never closed is refused with its line; a quote within an unquoted cell is text, as spreadsheets read it. Where a
 * file `hasBackslashes`, one before a quote does what doubling it does.
 */
export function readTable(text: string, separator: string, hasBackslashes = false): Table {
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let start = 1;
  let at = 0;
  while (at <= text.length) {
    let cell = "";
    if (text[at] === '"') {
      const opened = line;
      let close = at + 1;
      for (;;) {
        const quote = text.indexOf('"', close);
        if (quote < 0) return { ok: false, reason: `line ${opened}: a quoted cell is never closed` };
        if (hasBackslashes && isEscaped(text, quote)) {
          cell += `${text.slice(close, quote - 1)}"`;
          close = quote + 1;
          continue;
        }
        cell += text.slice(close, quote);
        if (text[quote + 1] !== '"') {
          at = quote + 1;
          break;
        }
        cell += '"';
        close = quote + 2;
      }
      line += cell.split("\n").length - 1;
    }
    const end = endOfCell(text, at, separator);
    cells.push(cell + text.slice(at, end));
    at = end + 1;
    if (text[end] === separator) continue;
    if (cells.some((value) => value !== "")) rows.push({ line: start, cells });
    cells = [];
    line += 1;
    start = line;
  }
  return { ok: true, rows };
}

function endOfCell(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== "\n") at++;
  return at;
}

/** Whether quotes within the cells of `text` have a backslash before them, for after none of RFC 4180 does a text follow. */
export function quotesByBackslash(text: string, separator: string): boolean {
  return [...text.matchAll(/\\"(?=([^"\n]))/g)].some(([, next]) => next !== separator);
}

/** The separator that the first line with anything in it uses most, quoted cells apart. */
export function guessSeparator(text: string): string {
  const line = (text.trimStart().split("\n", 1)[0] ?? "").replace(/"[^"\n]*"/g, "");
  const counts = [",", ";", "\t", "|"].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.sign ?? ",";
}

export function writeTable(rows: readonly (readonly string[])[], separator: string, lineEnd: string): string {
  const cell = (text: string) =>
    /["\n\r]/.test(text) || text.includes(separator) ? `"${text.replace(/"/g, '""')}"` : text;
  return rows.map((row) => row.map(cell).join(separator) + lineEnd).join("");
}
