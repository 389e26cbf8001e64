import type { DraftOption } from "#lib/content/draft";
import type { Importer } from "../report.ts";
import { readAnswerBlock } from "../shared/answer-block.ts";
import { finishImport } from "../shared/finish-import.ts";
import { type ForeignItem, type ForeignItems, markOptions, refusedFile, titleOf } from "../shared/foreign-item.ts";
import { readTextFiles } from "../shared/read-text-files.ts";
import { dedent, isLabel } from "../shared/task-list.ts";
import { type Block, splitBlocks, stemStart } from "./lettered-blocks.ts";
import { optionStart, readOptions } from "./lettered-options.ts";

/**
 * Numbered stems, lettered options, and a key that names letters ("Correct answer: B, E"), usually in a `<details>`
 * element with an explanation and a reference.
 */
export const importMarkdownLetters: Importer = (input) => finishImport(readTextFiles(input, readLettered), input);

export function readLettered(file: string, text: string): ForeignItems {
  const lines = withoutFrontMatter(text).split("\n");
  const { blocks, category, before, aside } = splitBlocks(lines);
  if (blocks.length === 0) return { items: [refusedFile(file, "no numbered question was found")], notices: [] };
  const notices =
    before === "" ? [] : [`${file}:1 the text before the first question is not a question; it was left out`];
  notices.push(...aside.map(({ line, heading }) => `${file}:${line} "${heading}" is not a question; it was left out`));
  return { items: blocks.map((block) => readQuestion(file, block, category.get(block) ?? null)), notices };
}

function withoutFrontMatter(text: string): string {
  const front = /^---\n[\s\S]*?\n---[ \t]*(?=\n)/.exec(text)?.[0];
  return front === undefined ? text : front.replace(/[^\n]/g, "") + text.slice(front.length);
}

function readQuestion(file: string, block: Block, category: string | null): ForeignItem {
  const lines = [...block.lines];
  const opening = (stemStart.exec(lines[0] ?? "")?.[3] ?? "").replace(/^(.*?)\*\*$/, "$1");
  // The first option sometimes ends up on the line of the stem.
  const body = [...opening.split(/[ \t]{2,}(?=[-*][ \t]+A[.)][ \t])/), ...dedent(lines.slice(1))];
  const first = body.findIndex((line) => optionStart.exec(line)?.[2]?.toUpperCase() === "A");
  const end = body.findIndex((line, index) => index > Math.max(0, first) && endsOptions(line));
  const asked = end < 0 ? body : body.slice(0, end);
  const { stem, options, boxed, after, notes } = readOptions(asked);
  const answer = readAnswerBlock([...after, ...(end < 0 ? [] : body.slice(end))]);
  const place = `${file}:${block.line}`;
  const title = titleOf(stem);
  const shared = { place, title, file, category, notes };
  const letters =
    [answer.letters, lettersOfText(options, answer.statedText), boxed].find((each) => each.length > 0) ?? [];
  const marked = markOptions(options, letters);
  const differ = boxed.length > 0 && [...letters].sort().join() !== boxed.join();
  const draft = {
    stem,
    options: marked ?? options,
    explanation: withoutAnswerText(answer.explanation, marked),
    references: answer.references,
  };
  if (options.length === 0) return { ...shared, draft, refusal: "no lettered options were found" };
  if (letters.length === 0) {
    const stated =
      answer.statedText === null
        ? "no key is stated (Correct answer: B)"
        : `the stated answer "${answer.statedText}" is none of the options`;
    return { ...shared, draft, refusal: stated };
  }
  if (differ)
    return {
      ...shared,
      draft,
      refusal: `the boxes say ${boxed.join(", ")}, the line below them ${letters.join(", ")}`,
    };
  if (marked === null)
    return { ...shared, draft, refusal: `the key ${letters.join(", ")} names an option that does not exist` };
  return { ...shared, draft };
}

/** Whether `line` opens what stands after the options. */
function endsOptions(line: string): boolean {
  return (
    /<details\b/i.test(line) || isLabel(line) || /^#{1,6}\s*(?:correct )?(?:answer|explanation|solution)/i.test(line)
  );
}

/** The letter of the option that the key repeats instead of naming it. */
function lettersOfText(options: readonly DraftOption[], stated: string | null): string[] {
  if (stated === null) return [];
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[*_`]/g, "")
      .replace(/[.\s]+$/, "")
      .trim();
  const index = options.findIndex((option) => plain(option.text) === plain(stated));
  return index < 0 ? [] : [String.fromCharCode(65 + index)];
}

/** A key such as "B. Blue" repeats its option; that is not an explanation. */
function withoutAnswerText(explanation: string, options: readonly DraftOption[] | null): string {
  const [first = "", ...rest] = explanation.split("\n");
  const repeats = (options ?? []).some(
    (option) => option.correct && option.text.replace(/[.\s]+$/, "") === first.replace(/[.\s]+$/, ""),
  );
  return repeats ? rest.join("\n").trim() : explanation;
}
