import type { Element } from "hast";
import type { DraftOption, QuestionDraft } from "#lib/content/draft";
import { letterAt } from "#lib/exam/letters";
import { markBreaks, restoreBreaks, splitBreak } from "../markup/tidy-lines.ts";
import { readAnswerBlock, readLetters } from "../shared/answer-block.ts";
import { markOptions } from "../shared/foreign-item.ts";
import { splitReferences } from "../shared/references-section.ts";
import { say, topNodes } from "./html.ts";
import { type Content, type Front, fieldMarkdown, type Layout } from "./note.ts";
import { ownCard, readOwnBack } from "./own-card.ts";
import { typedAnswer } from "./typed-answer.ts";

/** What an export of cards, not of notes, puts above the answer: the front once more, and a rule. */
function withoutFront(back: string): string {
  return back.replace(/^[\s\S]*?<hr\s+id=["']?answer["']?\s*\/?>/i, "");
}

/** Front and back: options as a list on the front, the key named on the back; or a plain card. */
export function readCard(
  fields: readonly string[],
  layout: Layout,
  notes: string[],
  kind: QuestionDraft["kind"] | null,
): Content {
  const [front = "", whole = "", ...others] = fields;
  const back = withoutFront(whole);
  if (others.filter((field) => field.trim() !== "").length > 2)
    return {
      draft: { stem: fieldMarkdown(front, layout, []) },
      refusal: `the note has ${fields.length} fields, and none says 0 1 0 …: name them in a first line #columns: as a table of csv is named`,
    };
  others.forEach((field, index) => {
    if (field.trim() !== "")
      notes.push(
        `not kept: field ${layout.names[layout.fields[index + 2] ?? -1] || index + 3} "${field.slice(0, 200)}"`,
      );
  });
  if (/\{\{c\d+::/.test(front)) return readCloze(front, back, layout, notes);
  const split = splitFront(front, layout, notes);
  if (back.trim() === "")
    return { draft: { stem: split.stem }, refusal: "the back of the card is empty: there is no key" };
  const own = layout.isHtml ? readOwnBack(back, notes) : null;
  if (own !== null && kind !== null) return ownCard(kind, split, own);
  const block = readAnswerBlock(fieldMarkdown(back, layout, notes).split("\n"));
  const { explanation, references } = {
    ...block,
    ...(block.references.length > 0 ? {} : splitReferences(block.explanation)),
  };
  if (split.options.length > 1) return foreignChoice(split, block.letters, block.statedText, explanation, references);
  const [first = "", ...more] = markBreaks(explanation.split("\n"));
  const answer = block.statedText ?? splitBreak(first).text;
  const reasons = block.statedText === null ? restoreBreaks(more.join("\n").trim()) : explanation;
  if (answer.length > 100 || (block.statedText === null && explanation.includes("\n\n"))) {
    return { draft: { stem: split.stem }, refusal: "the back of the card is a long text, which cannot be graded" };
  }
  const typed = typedAnswer(block.statedText ?? explanation, answer);
  if ("refusal" in typed) return { draft: { stem: split.stem }, refusal: typed.refusal };
  notes.push(
    reasons === ""
      ? "a plain card: its back became the accepted text"
      : "a plain card: the answer on its back became the accepted text, the rest the explanation",
  );
  return {
    draft: {
      kind: "text",
      stem: split.stem,
      accepted: [typed.text],
      explanation: reasons,
      references,
    },
  };
}

/** A text with one gap asks for what is in it; `{{c1::wood::hint}}` may say what is looked for. */
function readCloze(front: string, back: string, layout: Layout, notes: string[]): Content {
  const gaps = [...front.matchAll(/\{\{c\d+::([\s\S]*?)(?:::([\s\S]*?))?\}\}/g)];
  const [gap] = gaps;
  const inGap = gap?.[1] === undefined ? "" : fieldMarkdown(gap[1], layout, []);
  const typed = typedAnswer(inGap, inGap);
  const stem = fieldMarkdown(
    front.replace(/\{\{c\d+::[\s\S]*?\}\}/g, gap?.[2] ? `_____ (${gap[2]})` : "_____"),
    layout,
    notes,
  );
  if (/\{\{c\d+::(?:(?!\}\})[\s\S])*\{\{c\d+::/.test(front))
    return { draft: { stem: "" }, refusal: "a cloze note with a gap inside another; a question here has one answer" };
  if (gaps.length !== 1)
    return { draft: { stem }, refusal: "a cloze note with several gaps; a question here has one answer" };
  if ("refusal" in typed) return { draft: { stem }, refusal: typed.refusal };
  const answer = typed.text;
  if (answer === "" || answer.length > 100 || answer.includes("\n"))
    return { draft: { stem }, refusal: "the gap of the cloze note holds nothing that can be typed" };
  notes.push("a cloze note: what stood in its gap became the accepted text");
  const { explanation, references } = splitReferences(fieldMarkdown(back, layout, notes));
  return { draft: { kind: "text", stem, accepted: [answer], explanation, references } };
}

function foreignChoice(
  split: Front,
  letters: readonly string[],
  stated: string | null,
  explanation: string,
  references: QuestionDraft["references"],
): Content {
  const { stem, options } = split;
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[*_`\\.\s]+/g, " ")
      .trim();
  const [written = "", ...more] = markBreaks(explanation.split("\n"));
  const { text: first, lineEnd } = splitBreak(written);
  const byText = options.findIndex((option) => plain(option.text) === plain(stated ?? first));
  const isFirst = letters.length === 0 && stated === null;
  // "B. Because …" is the key with its reason; "A stack" is a thing.
  const label = isFirst ? /^(?!A\s+[a-z])\(?([A-Z])(?:\\?[.)]\\?\)?|(?=\s|$))\s*(.*)$/.exec(first) : null;
  // "A, C", "**B**" and "b" are nothing but letters.
  const listed = isFirst ? readLetters(first) : null;
  const ofFirst = listed?.rest === "" ? listed.letters : (label?.slice(1, 2) ?? []);
  const key = letters.length > 0 ? letters : byText >= 0 ? [letterAt(byText)] : ofFirst;
  const marked = key.length === 0 ? null : markOptions(options, key);
  if (marked === null)
    return {
      draft: { stem },
      refusal:
        key.length === 0
          ? "the back names no option as the key"
          : `the key ${key.join(", ")} names an option that does not exist`,
    };
  // What repeats the option that is right is no reason.
  const beside = byText >= 0 || listed?.rest === "" ? "" : (label?.[2] ?? "");
  const repeats = beside === "" || marked.some((option) => option.correct && plain(option.text) === plain(beside));
  const reasons = restoreBreaks([repeats ? "" : beside + lineEnd, ...more].join("\n").trim());
  return { draft: { stem, options: marked, explanation: isFirst ? reasons : explanation, references } };
}

/** The last list of the front, or its lines "A. …", are the options. */
function splitFront(front: string, layout: Layout, notes: string[]): Front {
  const nodes = layout.isHtml ? topNodes(front) : [];
  const lists = nodes.filter(
    (node): node is Element => node.type === "element" && (node.tagName === "ol" || node.tagName === "ul"),
  );
  const list = lists.at(-1);
  if (list !== undefined) {
    const items = list.children.filter((child): child is Element => child.type === "element");
    return {
      stem: say(
        nodes.filter((node) => node !== list),
        notes,
      ),
      options: items.map((item) => ({ text: say(item.children, notes), correct: false, note: null })),
    };
  }
  const whole = fieldMarkdown(front, layout, notes);
  const lines = markBreaks(whole.split("\n"));
  const label = /^\s*(?:[-*]\s+)?\(?([A-Za-z])\\?[.)]\\?\)?\s+(.*)$/;
  const options: DraftOption[] = [];
  const stem: string[] = [];
  for (const line of lines) {
    const match = label.exec(line);
    if (match !== null && match[1]?.toUpperCase().charCodeAt(0) === 65 + options.length)
      options.push({ text: match[2] ?? "", correct: false, note: null });
    else if (options.length === 0) stem.push(line);
    else if (line.trim() !== "")
      options[options.length - 1] = {
        ...(options.at(-1) as DraftOption),
        text: `${options.at(-1)?.text}\n${line.trim()}`,
      };
  }
  if (options.length < 2) return { stem: whole.trim(), options: [] };
  return {
    stem: restoreBreaks(stem.join("\n").trim()),
    options: options.map((option) => ({ ...option, text: restoreBreaks(option.text) })),
  };
}
