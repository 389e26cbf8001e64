const fence = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(`{3,}|~{3,})/;

/**
 * For each line of `text`, whether it belongs to a fenced code block (its fences included). A fence that is never
 * closed runs to the end, as on any Git host.
 */
export function fencedLines(lines: readonly string[]): boolean[] {
  let open: string | null = null;
  return lines.map((line) => {
    const mark = fence.exec(line)?.[1];
    if (open === null) {
      if (mark === undefined) return false;
      open = mark;
      return true;
    }
    const closes = mark?.startsWith(open) === true && /^[\s>]*(`+|~+)\s*$/.test(line);
    if (closes) open = null;
    return true;
  });
}

/**
 * `text` with `change` applied to its prose only: fenced and inline code, `$maths$`, link addresses and autolinks stay
 * as they are.
 */
export function changeProse(text: string, change: (prose: string) => string): string {
  return changeBetween(text, otherSpans, change);
}

/** The same, where formulas are text too. */
export function changeText(text: string, change: (text: string) => string): string {
  return changeBetween(text, addresses, change);
}

function changeBetween(text: string, spans: RegExp, change: (prose: string) => string): string {
  const lines = text.split("\n");
  const fenced = fencedLines(lines);
  const parts: string[] = [];
  for (let index = 0; index < lines.length; ) {
    const start = index;
    const inCode = fenced[start];
    while (index < lines.length && fenced[index] === inCode) index++;
    const part = lines.slice(start, index).join("\n");
    parts.push(inCode ? part : changeOutsideSpans(part, spans, change));
  }
  return parts.join("\n");
}

/** An escaped dollar is money. */
const formula = /(?<!(?<!\\)(?:\\\\)*\\)(?:\$\$[\s\S]*?\$\$|\$(?=\S)[^$\n]*?[^\s\\]\$(?!\d))/;
/** Link addresses, autolinks and bare addresses. */
const address =
  /\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\)|<(?:https?|mailto):[^<>\s]*>|https?:\/\/[^\s<>)\]]+/;
const addresses = new RegExp(address, "g");
const otherSpans = new RegExp(`${formula.source}|${address.source}`, "g");

function changeOutsideSpans(text: string, spans: RegExp, change: (prose: string) => string): string {
  let result = "";
  let end = 0;
  for (const { from, to } of inlineCode(text)) {
    result += changeOutsideAddresses(text.slice(end, from), spans, change) + text.slice(from, to);
    end = to;
  }
  return result + changeOutsideAddresses(text.slice(end), spans, change);
}

function changeOutsideAddresses(text: string, spans: RegExp, change: (prose: string) => string): string {
  let result = "";
  let end = 0;
  for (const span of text.matchAll(spans)) {
    result += change(text.slice(end, span.index)) + span[0];
    end = span.index + span[0].length;
  }
  return result + change(text.slice(end));
}

/** Code between runs of the same number of backticks; found in one pass, however many runs of other lengths lie between. */
function inlineCode(text: string): { from: number; to: number }[] {
  const runs = [...text.matchAll(/`+/g)].map((run) => ({ at: run.index, length: run[0].length }));
  const next = new Map<number, number>();
  const closing = new Array<number | undefined>(runs.length);
  for (let index = runs.length - 1; index >= 0; index--) {
    const length = runs[index]?.length ?? 0;
    closing[index] = next.get(length);
    next.set(length, index);
  }
  const spans: { from: number; to: number }[] = [];
  for (let index = 0; index < runs.length; index++) {
    const open = runs[index];
    const close = runs[closing[index] ?? -1];
    if (open === undefined || close === undefined || isEscaped(text, open.at)) continue;
    spans.push({ from: open.at, to: close.at + close.length });
    index = closing[index] ?? index;
  }
  return spans;
}

/** Whether the character at `at` is escaped with a backslash. */
export function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}

/** `text` with every character of code, maths and addresses replaced by U+FFFC: what is left is prose, where it was. */
export function maskCode(text: string): string {
  const prose: string[] = [];
  const marked = changeProse(text, (part) => {
    prose.push(part);
    return "\uE104".repeat(part.length);
  });
  const kept = prose.join("");
  let next = 0;
  return marked.replace(/[\s\S]/g, (sign) => {
    if (sign === "\uE104") return kept[next++] ?? "";
    return sign === "\n" ? sign : "\uFFFC";
  });
}
