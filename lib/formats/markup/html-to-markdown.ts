import type { Element, Nodes } from "hast";
import { htmlToHast } from "satteri";
import { changeProse } from "#lib/markdown/code-spans";
import { escapeSigns, isElement } from "./elements.ts";
import { maxDepth } from "./hast-inline.ts";
import { type Converted, hastToMarkdown } from "./hast-to-markdown.ts";

/** Longest HTML text of one field, in characters. */
const maxLength = 256 * 1024;

/**
 * HTML of a foreign field as Markdown. Elements that Markdown cannot say become their text and are named in `notes`;
 * null when the HTML is too long or nested too deep to be a question.
 */
export function htmlToMarkdown(html: string, special?: (element: Element) => string | undefined): Converted | null {
  if (html.length > maxLength || nesting(html) > maxDepth) return null;
  if (!/[<&]/.test(html) && !html.includes("\n\n")) return hastToMarkdown([{ type: "text", value: html }], special);
  // Elements of QTI are read as they are.
  const root = htmlToHast(special === undefined ? escapeSigns(html) : html) as Nodes;
  return hastToMarkdown("children" in root ? (root.children as Nodes[]) : [root], special);
}

/** An upper bound of the depth of `html`, found without parsing: parsers are slow on thousands of open elements. */
function nesting(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, close, name = "", self] of html.matchAll(/<(\/?)([a-z][\w-]*)[^<>]*?(\/?)>/gi)) {
    if (self === "/" || /^(?:br|hr|img|input|meta|link|wbr|p|li|td|th|tr|dt|dd|option|col)$/i.test(name)) continue;
    depth = close === "/" ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

const htmlBlock = /<(table|ul|ol|pre|blockquote|p|div)\b[^<>]*>/gi;
const htmlInline =
  /<(b|strong|i|em|code|kbd|sub|sup|a|u|span|font|s|del|q|small)\b[^<>]*>[^<>]*<\/\1\s*>|<br\s*\/?>|<img\b[^<>]*>/gi;
const leftover = /<\/?([a-z][a-z0-9-]*)(?:\s[^<>]*)?\/?>/gi;
/** Elements that stand without an end tag. */
const endless = /^(?:area|base|br|col|embed|hr|img|input|link|meta|wbr|p|li|dt|dd|td|th|tr|thead|tbody|tfoot|option)$/i;
/** Elements that part words wherever they stand. */
const breaks = /^(?:br|hr|wbr|img)$/i;
/** Stands for an escaped `<`, which opens no tag. */
const escapedSign = "\uE107";

/** Markdown in which the HTML that authors mix in is Markdown too. Code keeps its HTML. */
export function withoutHtml(markdown: string): Converted {
  if (!markdown.includes("<")) return { markdown, notes: [] };
  const notes: string[] = [];
  const convert = (html: string) => {
    const converted = htmlToMarkdown(html);
    if (converted === null) return html;
    notes.push(...converted.notes);
    return /^<br/i.test(html) ? "\\\n" : converted.markdown;
  };
  const ends = new Set([...lowerCase(markdown).matchAll(/<\/([a-z][\w-]*)/g)].map(([, name]) => name));
  const isText = (tag: string, name: string, at: number, whole: string) => {
    // `<bucket-name>` is not an element but a placeholder, and a question about `<b>` does not end it.
    if (!isElement(name)) return true;
    if (tag.startsWith("</") || ends.has(name.toLowerCase())) return false;
    return (/^<\w+>$/.test(tag) && !endless.test(name)) || (!breaks.test(name) && isWord(whole, at, tag.length));
  };
  const text = changeProse(markdown, (prose) => {
    const hidden = prose.replace(/\\([\\<])/g, (pair, sign: string) => (sign === "<" ? escapedSign : pair));
    const changed = replaceBlocks(withoutComments(hidden, notes), (html) => `\n\n${convert(html)}\n\n`)
      .replace(htmlInline, convert)
      .replace(htmlInline, convert);
    const plain = changeProse(changed, (rest) =>
      rest.replace(leftover, (tag: string, name: string, at: number) => {
        if (isText(tag, name, at, rest)) return `\\${tag}`;
        notes.push(`<${name}> was replaced by its text`);
        return "";
      }),
    );
    return plain.replaceAll(escapedSign, "\\<");
  });
  return { markdown: text.replace(/\\\n(?=\n|$)/g, "\n"), notes: [...new Set(notes)] };
}

/** Whether a tag is in a sentence as a word does: "all <p> elements". */
function isWord(text: string, at: number, length: number): boolean {
  const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at + length, at + length + 2)];
  return /[\p{L}\p{N}] $/u.test(before) && /^(?: \p{L}|[.,?!])/u.test(after);
}

/** As long as `text`, which `toLowerCase` makes longer where it holds an İ. */
function lowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Each HTML block replaced, from its opening tag to the next closing one; searched forward only, so time is linear. */
function replaceBlocks(text: string, change: (html: string) => string): string {
  const lower = lowerCase(text);
  const lastClose = new Map<string, number>();
  let result = "";
  let end = 0;
  for (const open of text.matchAll(htmlBlock)) {
    const close = `</${open[1]?.toLowerCase()}`;
    const last = lastClose.get(close) ?? lower.lastIndexOf(close);
    lastClose.set(close, last);
    if (open.index < end || last < open.index) continue;
    const closed = text.indexOf(">", lower.indexOf(close, open.index));
    if (closed < 0) break;
    result += text.slice(end, open.index) + change(text.slice(open.index, closed + 1));
    end = closed + 1;
  }
  return result + text.slice(end);
}

function withoutComments(text: string, notes: string[]): string {
  let result = "";
  let end = 0;
  for (let open = text.indexOf("<!--"); open >= 0; open = text.indexOf("<!--", end)) {
    const close = text.indexOf("-->", open);
    if (close < 0) break;
    notes.push(
      `an HTML comment was left out: ${text
        .slice(open + 4, close)
        .trim()
        .slice(0, 80)}`,
    );
    result += text.slice(end, open);
    end = close + 3;
  }
  return result + text.slice(end);
}
