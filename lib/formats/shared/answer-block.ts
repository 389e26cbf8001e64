import type { Reference } from "#lib/exam/question";
import { fencedLines } from "#lib/markdown/code-spans";
import { markBreaks, restoreBreaks, splitBreak, tidyLines } from "../markup/tidy-lines.ts";
import { foreignAnswer, foreignExplanation } from "./labels.ts";
import { dedent } from "./task-list.ts";

export interface AnswerBlock {
  /** Upper-case letters of the key, or none when no line states one. */
  readonly letters: readonly string[];
  /** A stated answer that is not letters ("Paris"). */
  readonly statedText: string | null;
  readonly explanation: string;
  readonly references: readonly Reference[];
}

const answer = new RegExp(
  String.raw`^\s*(?:[-*+]\s+)?[*_]*(?:the\s+)?(?:(?:correct|right)(?:\s+(?:answers?|options?|choices?))?|answers?|ans|key|solution|${foreignAnswer})\.?(?:\(s\))?[*_]*\s*(?:([:：=])|(?:is|are)\b\s*:?|[-–—](?=\s))[*_]*\s*(.*)$`,
  "iu",
);
const explanation = new RegExp(
  String.raw`^\s*(?:[-*+]\s+)?[*_]*(?:general\s+)?(?:explanations?|rationale|reason(?:ing)?|why|details?|${foreignExplanation})[*_]*\s*[:：][*_]*\s*(.*)$`,
  "iu",
);
const reference =
  /^\s*(?:[-*+]\s+)?[*_]*(?:references?|resources?|sources?|links?|documentation|docs|see also|read more|more info(?:rmation)?)(?:\(s\))?[*_]*\s*[:：][*_]*\s*(.*)$/i;
const definition = /^\s{0,3}\[([^\][\n^][^\][\n]{0,200})\]:\s*<?(https?:\/\/[^\s<>]+)>?\s*$/;
const heading = /^\s*#{1,6}\s+(.*?)(?:\s+#+)?\s*$/;
const summary = /<summary\b[^>]*>(.*?)<\/summary>/i;
const tag = /<\/?(?:details|summary)\b[^>]*>/gi;
const answerWords = /^(?:show|view|see|click|reveal|the|correct|for|to|answers?|solutions?|\W)+$/i;

/**
 * Takes apart what stands after the options: the key ("Correct answer: B, E", "BE", "(b) and (e)"), the explanation and
 * the references, with or without labels, headings, quotes or a `<details>` element around them.
 */
export function readAnswerBlock(lines: readonly string[]): AnswerBlock {
  const reader = new AnswerReader(lines.join("\n"));
  const unquoted = markBreaks(withoutQuotes(lines));
  const fenced = fencedLines(unquoted);
  unquoted.forEach((line, index) => {
    if (fenced[index]) reader.say(line);
    else for (const part of withoutDetails(line)) reader.read(part);
  });
  return reader.block();
}

class AnswerReader {
  private readonly letters: string[] = [];
  private readonly text: string[] = [];
  private readonly references: Reference[] = [];
  private statedText: string | null = null;
  private part: "text" | "links" = "text";
  /** True after a bare "Answer:", when the key is expected on the next line. */
  private expectsKey = false;
  private lineEnd = "";
  private readonly whole: string;

  constructor(whole: string) {
    this.whole = whole;
  }

  read(written: string): void {
    // What follows a label is broken from the next line where the whole was.
    const { text: line, lineEnd } = splitBreak(written);
    this.lineEnd = lineEnd;
    const labelled = heading
      .exec(line)?.[1]
      ?.replace(/[*_:]+$/g, "")
      .trim();
    const plain = labelled === undefined ? withColon(line) : `${labelled}:`;
    const defined = definition.exec(line);
    // A definition that no link uses shows nothing.
    if (defined !== null && this.whole.split(`[${defined[1]}]`).length === 2) {
      this.references.push({ title: defined[1] ?? "", url: defined[2] ?? "" });
      return;
    }
    if (this.readKey(plain)) return;
    const named = reference.exec(plain)?.[1];
    if (named !== undefined) {
      this.part = "links";
      this.refer(named, line);
      return;
    }
    const explained = explanation.exec(plain)?.[1];
    if (explained !== undefined) {
      this.expectsKey = false;
      this.say(explained + this.lineEnd);
      return;
    }
    if (this.expectsKey && line.trim() !== "") {
      this.expectsKey = false;
      if (this.takeLetters(line)) return;
    }
    if (this.part === "links" && (line.trim() === "" || readLinks(line).length > 0)) this.refer(line, line);
    else this.say(written);
  }

  say(line: string): void {
    this.part = "text";
    this.text.push(line);
  }

  block(): AnswerBlock {
    const { letters, statedText, text, references } = this;
    return { letters, statedText, ...onlyLinks(restoreBreaks(tidyLines(dedent(text))), references) };
  }

  /** The links of `named`; what it says besides is reported where the whole `line` stood. */
  private refer(named: string, line: string): void {
    const { references, rest } = readReferences(named);
    this.references.push(...references);
    if (rest !== "") this.text.push("", line, "");
  }

  private readKey(line: string): boolean {
    const keyed = answer.exec(line);
    if (keyed === null || this.letters.length > 0 || this.statedText !== null) return false;
    const stated = (keyed[2] ?? "").replace(/[*_]+$/, "").trim();
    const taken = this.takeLetters(stated);
    // "The answer is simple" is a sentence; "Answer: Paris" is an answer.
    if (!taken && keyed[1] === undefined) return false;
    if (!taken) this.statedText = stated || null;
    this.expectsKey = stated === "";
    this.part = "text";
    return true;
  }

  private takeLetters(stated: string): boolean {
    const found = readLetters(stated);
    if (found === null) return false;
    this.letters.push(...found.letters);
    if (found.rest !== "") this.say(found.rest + this.lineEnd);
    return true;
  }
}

/** A label in bold needs no colon. */
function withColon(line: string): string {
  return line.replace(/^(\s*(?:[-*+]\s+)?)(\*\*|__)([A-Za-z ()]{3,30})\2(?!\s*[:：])\s*/, "$1$3: ");
}

/** An answer that is quoted as a whole. */
function withoutQuotes(lines: readonly string[]): string[] {
  const first = lines.find((line) => line.trim() !== "") ?? "";
  return /^\s*>/.test(first) ? lines.map((line) => line.replace(/^\s*> ?/, "")) : [...lines];
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

/** A line without the tags of `<details>`; a summary that says "Answer" is a label of what follows. */
function withoutDetails(line: string): string[] {
  if (!/<\/?(?:details|summary)\b/i.test(line)) return [line];
  const said =
    summary
      .exec(line)?.[1]
      ?.replace(/<[^<>]*>/g, "")
      .trim() ?? "";
  const rest = line.replace(summary, "").replace(tag, "").trim();
  if (said !== "" && answerWords.test(said)) return [`Answer: ${rest}`];
  const label = /^(?:show\s+)?(explanation|references?)$/i.exec(said)?.[1];
  const head = label === undefined ? said : `${label}:`;
  return [head, rest].filter((part) => part !== "" && !/^(?:details|click to expand|expand|more)$/i.test(part));
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
  /(?<!!)\[((?:\\.|[^\][\\\n]|\[[^\][\n]*\]){0,300})\]\(\s*<?(https?:\/\/(?:[^\s()<>]|\([^\s()]*\))+)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)|<?(https?:\/\/[^\s<>]+)>?/g;

/** Every link of `text`: Markdown links keep their titles, bare addresses are their own. */
export function readLinks(text: string): Reference[] {
  return [...text.matchAll(link)].map((match) => {
    const url = (match[2] ?? match[3] ?? "").replace(/[.,;\\]+$/, "");
    const title = (match[1] ?? "").replace(/\\([[\]\\])/g, "$1").trim();
    return { title: title || url, url };
  });
}

/**
 * The links of a line of references, and the line once more when it says more than they do. A title may come before a
 * bare address.
 */
export function readReferences(line: string): { references: readonly Reference[]; rest: string } {
  const references = readLinks(line);
  if (!hasWords(line.replace(link, " ").replace(/\b(?:see|also|and|or|at)\b/gi, " "))) return { references, rest: "" };
  const [only] = references;
  if (only?.title === only?.url && references.length === 1) {
    const url = only?.url ?? "";
    const [before = "", ...after] = line.split(url);
    if (before.length <= 200 && !hasWords(after.join(url))) {
      const title = before.replace(/^[\s*+-]+|[\s:,(<–—*_-]+$|[*_`]/g, "");
      return { references: [{ title, url }], rest: "" };
    }
  }
  return { references, rest: line.trim() };
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** `text` without its links and without list marks and punctuation: empty when it is nothing but links. */
export function wordsBesideLinks(text: string): string {
  return text.replace(link, "").replace(/[-*+\s.,;]/g, "");
}
