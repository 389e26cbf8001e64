import type { Root, Text } from "mdast";
import { bracedEdits } from "#lib/content/letters/braced-letters";
import { isRewritable } from "#lib/content/letters/certain-letters";
import type { Spot } from "#lib/content/letters/cut-text";
import { takenLetters } from "#lib/content/letters/letter-context";
import type { LetterMatch } from "#lib/content/letters/letter-match";
import { once } from "#lib/content/letters/once";
import { cutAtLetters, type LetterFinding } from "#lib/content/letters/option-references";
import { takeProseMarks } from "#lib/content/letters/prose-marks";
import { noSurvey } from "#lib/content/letters/taken-letters";
import { applyEdits } from "#lib/content/mend/text-edit";
import { letterAt, positionOfLetter } from "#lib/exam/letters";
import { escapeMoney, offsetsBefore } from "#lib/markdown/escape-money";
import { parseMarkdown } from "#lib/markdown/parse-markdown";
import { plainText } from "#lib/markdown/plain-text";
import { type RenderedMarkdown, renderMarkdown, untrustedMarkdown } from "#lib/markdown/render-markdown";
import { writeHtml } from "#lib/markdown/write-html";
import { type LetterMark, letterMark } from "../letter-marks.ts";
import { speaksOfOption } from "./comment-phrases.ts";
import { asTyped, raisedSource, raiseLetters } from "./small-typing.ts";

/** What the letters of a comment mean to the person who writes it. */
export interface WritersLetters {
  /** Ids of the options in the order of the writer's screen: what A, B, … name. */
  readonly order: readonly string[];
  /** The plain texts of the stem and of the options: what letters they give to other things. */
  readonly stem: string;
  readonly options: readonly string[];
}

/** A text with more letters names nothing by them, and its marks would be many times as long as it is. */
const mostMarks = 300;

/** The safe HTML of a comment. Where the writer's `letters` are known, each place that names options by letter is marked. */
export function commentHtml(markdown: string, letters: WritersLetters | null): RenderedMarkdown {
  const source = escapeMoney(markdown);
  if (letters === null) return renderMarkdown(source, untrustedMarkdown);
  const text = source.replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD");
  const parsed = parseMarkdown(text);
  if (!parsed.ok) return parsed;
  const { root, definitions } = parsed;
  const { partsOf } = read(root, text, letters);
  const pieces = writeHtml<LetterMark>(root.children, {
    ...untrustedMarkdown,
    definitions,
    text: partsOf,
  });
  if (pieces.filter((piece) => typeof piece !== "string").length > mostMarks)
    return renderMarkdown(source, untrustedMarkdown);
  const html = pieces.map((piece) => (typeof piece === "string" ? piece : letterMark(piece))).join("");
  return { ok: true, html, text: plainText(root.children) };
}

/**
 * `markdown` with its letters in braces under the names that they have in `order`; null where a letter may name something
 * else or an option that is not there, or the text does not show where it stands.
 */
export function inLettersOf(markdown: string, letters: WritersLetters, order: readonly string[]): string | null {
  const source = escapeMoney(markdown);
  const parsed = parseMarkdown(source);
  if (!parsed.ok) return null;
  const { findings, certainty } = read(parsed.root, source, letters);
  const shown = findings.filter(({ match }) => certainty.has(match));
  const placeOf = (letter: string) => order.indexOf(letters.order[positionOfLetter(letter)] ?? "");
  const isSure = ({ match }: LetterFinding) =>
    certainty.get(match) === true && match.letters.every(({ letter }) => placeOf(letter) >= 0);
  if (!shown.every((each) => isSure(each) && isRewritable(each, source))) return null;
  const nameOf = (letter: string) => letterAt(placeOf(letter));
  const typedAt = offsetsBefore(markdown, source);
  const edits = shown.flatMap((finding) => bracedEdits(finding, nameOf));
  return applyEdits(
    markdown,
    edits.map(({ from, to, text }) => ({ from: typedAt(from), to: typedAt(to), text })),
  );
}

function read(root: Root, source: string, { order, stem, options }: WritersLetters) {
  takeProseMarks(root, source);
  const typed = raiseLetters(root, order.length);
  const certainty = new Map<LetterMatch, boolean>();
  const taken = once(() => takenLetters([stem], options));
  const about = { language: null, isOpen: false, taken, elsewhere: () => noSurvey };
  const raised = raisedSource(source, order.length);
  const found = cutAtLetters<LetterMark>(root.children, raised, order, about, (spot) => {
    const mark = markOf(spot, taken().things);
    certainty.set(spot.match, mark.isCertain && certainty.get(spot.match) !== false);
    return [mark];
  });
  return {
    ...found,
    certainty,
    partsOf: (node: Text) => asTyped(found.cut.get(node) ?? [node.value], typed.get(node)),
  };
}

function markOf({ match, lead, reference, written, text, start, end }: Spot, things: ReadonlySet<string>): LetterMark {
  const isFree = match.letters.every(({ letter }) => !things.has(letter));
  const isCertain = match.by !== "unclear" || (isFree && speaksOfOption(text.slice(0, start), text.slice(end)));
  return { ...reference, lead, written, isCertain };
}
