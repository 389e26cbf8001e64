import { changeText } from "./code-spans.ts";

/**
 * `markdown` with a backslash before each dollar sign that is money or part of a variable's name: two of them in one
 * paragraph would be read as a formula between them. A formula that Git hosts show stays a formula.
 */
export function escapeMoney(markdown: string): string {
  if (markdown.split("$").length < 3) return markdown;
  return changeText(markdown, (text) =>
    text
      .split(/(\n\s*\n)/)
      .map(escapeParagraph)
      .join(""),
  );
}

/** Where a character of `escaped`, which `escapeMoney` made of `markdown`, stands in `markdown`. */
export function offsetsBefore(markdown: string, escaped: string): (offset: number) => number {
  const added: number[] = [];
  for (let offset = 0; offset < escaped.length; offset++)
    if (escaped[offset] !== markdown[offset - added.length]) added.push(offset);
  return (offset) => offset - added.filter((each) => each < offset).length;
}

function escapeParagraph(text: string): string {
  const signs = [...text.matchAll(/\\[\s\S]|\$+/g)].filter(([sign]) => sign.startsWith("$"));
  let result = "";
  let end = 0;
  for (let index = 0; index < signs.length; index++) {
    const [open, close] = [signs[index], signs[index + 1]];
    if (open === undefined) break;
    const from = open.index + open[0].length;
    const pairs = close !== undefined && open[0].length === close[0].length;
    const after = close === undefined ? "" : text.slice(close.index + close[0].length);
    if (pairs && isFormula(text[open.index - 1] ?? "", text.slice(from, close.index), after, open[0].length)) {
      index += 1;
      continue;
    }
    result += text.slice(end, open.index) + "\\$".repeat(open[0].length);
    end = from;
  }
  return result + text.slice(end);
}

/** A formula contains TeX, or is separate from words and does not read like prose between two prices. */
export function isFormula(before: string, body: string, after: string, dollars: number): boolean {
  const hasTex = /\\[a-zA-Z]|\^|_\{/.test(body);
  if (dollars > 1) return true;
  if (/^\s[\s\S]*\s$/.test(body)) return hasTex;
  if (/^[\s{]|[\s\\]$/.test(body)) return false;
  if (hasTex || /^[a-z]\w?$/i.test(body)) return hasTex || !/^[\p{L}\p{N}]/u.test(after);
  const isApart = !/[\p{L}\p{N}'"]/u.test(before) && !/^[\p{L}\p{N}]/u.test(after);
  return isApart && !/^\d[\s\S]*\p{L}{2}/u.test(body);
}
