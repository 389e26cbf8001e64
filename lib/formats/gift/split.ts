import { isElement } from "../markup/elements.ts";

export interface GiftBlock {
  readonly line: number;
  readonly text: string;
  readonly id: string | null;
  readonly tags: readonly string[];
  readonly comments: readonly string[];
}

// Escaped signs travel through the parser as private characters, because it decodes some of them wrongly.
const signs = "\\:#={}~n->[]";
const firstSign = 0xe000;

/**
 * A GIFT file as one block of text for each question: comments are taken out (their `[id:]` and `[tag:]` kept), blank
 * lines separate, escapes become private characters that `restoreSigns` turns back.
 */
export function splitGift(text: string): GiftBlock[] {
  const blocks: GiftBlock[] = [];
  let lines: string[] = [];
  let comments: string[] = [];
  let start = 0;
  const end = () => {
    if (lines.length > 0) {
      const all = comments.join("\n");
      const id = /\[id:([^\]\n]+)\]/.exec(all)?.[1]?.trim() ?? null;
      const tags = [...all.matchAll(/\[tag:((?:\\\]|[^\]\n])+)\]/g)].map((match) =>
        (match[1] ?? "").replace(/\\\]/g, "]").trim(),
      );
      const words = comments.map((comment) => comment.replace(/\[(?:id|tag):(?:\\\]|[^\]])*\]/g, "").trim());
      const said = words.filter((comment) => comment !== "" && !/^question:\s*\d+\s+name:/i.test(comment));
      blocks.push({ line: start, text: lines.join("\n"), id, tags, comments: said });
      comments = [];
    }
    lines = [];
  };
  text.split("\n").forEach((line, index) => {
    const comment = /^\s*\/\/(.*)$/.exec(line);
    if (comment !== null) comments.push((comment[1] ?? "").trim());
    else if (line.trim() === "") end();
    else {
      if (lines.length === 0) start = index + 1;
      lines.push(line);
      if (/^\s*\$CATEGORY:/.test(line)) end();
    }
  });
  end();
  return blocks;
}

/**
 * `block` so that the parser reads it as Moodle does: signs that mean something only among answers are plain outside, and
 * line ends within a text are kept.
 */
export function guardSigns(block: string): string {
  const escaped = block.replace(/\\([\\:#={}~n])|\\([->[\]])/g, (_, sign?: string, other?: string) =>
    guarded(sign ?? other ?? ""),
  );
  const title = /^\s*::[\s\S]*?::/.exec(escaped)?.[0] ?? "";
  const open = escaped.indexOf("{", title.length);
  const close = escaped.lastIndexOf("}");
  if (open < 0 || close < open) return title + plainSigns(escaped.slice(title.length));
  const answers = escaped.slice(open, close + 1);
  const isNumeric = /^\{\s*#/.test(answers);
  return [
    title,
    plainSigns(escaped.slice(title.length, open)),
    isNumeric ? plainNumbers(answers) : guardAnswers(answers),
    plainSigns(escaped.slice(close + 1)),
  ].join("");
}

/** Numbers without the spaces and exponents that Moodle reads and the parser does not; a colon in feedback is one. */
function plainNumbers(answers: string): string {
  const said = answers.replace(/(?<!\{\s*)#[^=~}]*/g, (feedback) => feedback.replace(/:/g, guarded));
  return said.replace(
    /(\{\s*#|[=~])[ \t]*(%-?[\d.]+%)?([^=~#}%\n]*)/g,
    (_, mark: string, weight: string | undefined, number: string) =>
      mark +
      (weight ?? "") +
      number
        .replace(/\s+/g, "")
        .replace(/(?<![\d.])\.(?=\d)/g, "0.")
        .replace(/(?<=\d)\.(?![\d.])/g, "")
        .replace(/-?\d+(?:\.\d+)?e[+-]?\d{1,2}/gi, (text) => decimal(Number(text))),
  );
}

/** A number without an exponent. */
export function decimal(value: number): string {
  const text = String(value);
  if (!text.includes("e")) return text;
  return Math.abs(value) < 1 ? value.toFixed(20).replace(/0+$/, "") : BigInt(value).toString();
}

/** Colons mean nothing among answers, and `=` within an HTML tag is an attribute. */
function guardAnswers(answers: string): string {
  return (
    answers
      .replace(/(?<=####)[\s\S]*(?=\}\s*$)/, (feedback) => feedback.replace(/[=~#]/g, guarded))
      .replace(/<\/?([a-z][\w-]*)[^<>{}]*>/gi, (tag, name) => (isElement(name) ? tag.replace(/[=~#]/g, guarded) : tag))
      // An arrow parts the sides of a match; among options it is text.
      .replace(/->/g, (arrow) => (/(?<!\\)~/.test(answers) ? guarded("-") + guarded(">") : arrow))
      .replace(/:/g, guarded)
      .replace(/\n(?<=[^\s{=~#][ \t]*\n)(?=[ \t]*[^\s=~#}])/g, guarded("n"))
      // "~=" is how some mark the right one of a list.
      .replace(/~\s*=/g, "=")
  );
}

function plainSigns(text: string): string {
  return text.replace(/[:#=~]/g, guarded).replace(/\n(?<=\S[ \t]*\n)(?=[ \t]*\S)/g, guarded("n"));
}

function guarded(sign: string): string {
  return String.fromCharCode(firstSign + signs.indexOf(sign));
}

export function restoreSigns(text: string): string {
  return text.replace(/[\ue000-\ue00b]/g, (sign) => {
    const original = signs[sign.charCodeAt(0) - firstSign] ?? "";
    return original === "n" ? "\n" : original;
  });
}
