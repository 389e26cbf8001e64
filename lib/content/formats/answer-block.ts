import type { Reference } from "#lib/exam/question";
import { fencedLines } from "./code-spans.ts";
import { dedent } from "./task-list.ts";
import { tidyLines } from "./tidy-lines.ts";

export interface AnswerBlock {
  /** Upper-case letters of the key, or none when no line states one. */
  readonly letters: readonly string[];
  /** A stated answer that is not letters ("Paris"). */
  readonly statedText: string | null;
  readonly explanation: string;
  readonly references: readonly Reference[];
}

const answer =
  /^\s*(?:[-*+]\s+)?[*_]*(?:the\s+)?(?:correct\s+|right\s+)?(?:answers?|options?|choices?|key)(?:\(s\))?(?:\s+(?:is|are))?[*_]*\s*[:：=][*_]*\s*(.*)$/i;
const explanation =
  /^\s*(?:[-*+]\s+)?[*_]*(?:general\s+)?(?:explanations?|rationale|reason(?:ing)?|why|details?)[*_]*\s*[:：][*_]*\s*(.*)$/i;
const reference =
  /^\s*(?:[-*+]\s+)?[*_]*(?:references?|resources?|sources?|links?|documentation|docs|see also|read more|more info(?:rmation)?)(?:\(s\))?[*_]*\s*[:：][*_]*\s*(.*)$/i;
const heading = /^\s*#{1,6}\s+(.*?)\s*#*\s*$/;
const tag = /<\/?(?:details|summary)\b[^>]*>/gi;

/**
 * Takes apart what stands after the options: the key ("Correct answer: B, E", "BE", "(b) and (e)"), the explanation and
 * the references, with or without labels, headings or a `<details>` element around them.
 */
export function readAnswerBlock(lines: readonly string[]): AnswerBlock {
  const fenced = fencedLines(lines);
  const letters: string[] = [];
  const text: string[] = [];
  const links: string[] = [];
  let statedText: string | null = null;
  let part: "text" | "links" = "text";
  lines.forEach((raw, index) => {
    if (fenced[index]) {
      text.push(raw);
      part = "text";
      return;
    }
    const line = withoutDetails(raw);
    if (line === null) return;
    const labelled = heading
      .exec(line)?.[1]
      ?.replace(/[*_:]+$/g, "")
      .trim();
    const plain = labelled === undefined ? line : `${labelled}:`;
    const keyed = answer.exec(plain);
    if (keyed !== null && letters.length === 0 && statedText === null) {
      const stated = (keyed[1] ?? "").replace(/[*_]+$/, "").trim();
      const found = readLetters(stated);
      if (found === null) statedText = stated || null;
      else {
        letters.push(...found.letters);
        if (found.rest !== "") text.push(found.rest);
      }
      part = "text";
      return;
    }
    const named = reference.exec(plain);
    if (named !== null) {
      part = "links";
      if ((named[1] ?? "").trim() !== "") links.push(named[1] ?? "");
      return;
    }
    const explained = explanation.exec(plain);
    if (explained !== null) {
      part = "text";
      text.push(explained[1] ?? "");
      return;
    }
    if (part === "links" && line.trim() !== "" && readLinks(line).length === 0) part = "text";
    (part === "links" ? links : text).push(line);
  });
  const references = links.flatMap(readLinks);
  return { letters, statedText, ...onlyLinks(tidyLines(dedent(text)), references) };
}

/** An explanation that is nothing but links is references: the source explains nothing. */
function onlyLinks(
  text: string,
  references: readonly Reference[],
): { explanation: string; references: readonly Reference[] } {
  const links = readLinks(text);
  if (links.length === 0 || wordsBesideLinks(text) !== "") return { explanation: text, references };
  return { explanation: "", references: [...links, ...references] };
}

function withoutDetails(line: string): string | null {
  if (!/<\/?(?:details|summary)\b/i.test(line)) return line;
  const rest = line
    .replace(/<summary\b[^>]*>.*?<\/summary>/gi, "")
    .replace(tag, "")
    .trim();
  return rest === "" || /^(?:show |view |see )?(?:the )?(?:correct )?(?:answers?|solutions?|explanations?)$/i.test(rest)
    ? null
    : rest;
}

/** "B, E", "BE", "Ac", "(b) and (e)", "B. Blue": upper-case letters and what follows them; null if these are not letters. */
export function readLetters(text: string): { letters: string[]; rest: string } | null {
  const plain = text
    .replace(/[*_`"']/g, "")
    .trim()
    .replace(/^(?:options?|choices?)\s+/i, "");
  const run = /^(?:[A-J]{1,10}|[A-Z])(?=$|[\s.,;:)&/+-])|^[A-J][a-j]{1,4}$/.exec(plain);
  const list =
    /^\(?[A-Za-z]\)?(?:\s*(?:,|;|&|\/|\+|and\b|,\s*and\b)?\s*\(?[A-Za-z]\)?(?=$|[\s.,;:)&/+-]))*(?=$|[\s.,;:)-])/i.exec(
      plain,
    );
  const matched = list?.[0] ?? run?.[0];
  if (matched === undefined) return null;
  const listed = matched.replace(/\band\b/gi, " ").match(/[A-Za-z]+/g) ?? [];
  const single = listed.every((word) => word.length === 1);
  const letters = (single ? listed : (listed[0] ?? "").split("")).map((letter) => letter.toUpperCase());
  if (new Set(letters).size !== letters.length) return null;
  if (!single && /[a-j]/.test(matched) && [...letters].sort().join("") !== letters.join("")) return null;
  const rest = plain.slice(matched.length).replace(/^[\s.,;:)-]+/, "");
  // "A good one" is a sentence, "A good" is not a key; "B Blue" repeats the option's text and is.
  if (single && letters.length === 1 && /^A\s+[a-z]/.test(plain)) return null;
  if (!single && rest !== "") return null;
  return { letters, rest };
}

// A title is bounded and so is what may nest in it: text that only looks like links is passed over in linear time.
const link =
  /(?<!!)\[((?:\\.|[^\][\\\n]|\[[^\][\n]*\]){0,300})\]\(\s*<?(https?:\/\/(?:[^\s()<>]|\([^\s()]*\))+)>?(?:\s+"[^"]*")?\s*\)|<?(https?:\/\/[^\s<>]+)>?/g;

/** Every link of `text`: Markdown links keep their titles, bare addresses are their own. */
export function readLinks(text: string): Reference[] {
  return [...text.matchAll(link)].map((match) => {
    const url = (match[2] ?? match[3] ?? "").replace(/[.,;]+$/, "");
    const title = (match[1] ?? "").replace(/\\([[\]\\])/g, "$1").trim();
    return { title: title || url, url };
  });
}

/** `text` without its links and without list marks and punctuation: empty when it is nothing but links. */
export function wordsBesideLinks(text: string): string {
  return text.replace(link, "").replace(/[-*+\s.,;]/g, "");
}
