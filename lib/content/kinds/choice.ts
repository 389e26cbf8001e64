import type { Option } from "#lib/exam/question";
import { indentRest } from "#lib/markdown/indent-rest";
import type { DraftOption, QuestionDraft } from "../draft.ts";
import { isTaskList } from "../read/blocks.ts";
import { pinnedCount } from "../read/pinned-options.ts";
import type { Body } from "../read/question-parts.ts";
import type { ReadQuestion } from "../read/read-question.ts";
import type { ToOption } from "./kind.ts";

interface Choosable {
  readonly options: readonly Option[];
  readonly shuffle: boolean;
  readonly pinned: readonly string[];
}

/** What single and multiple have in common: options with boxes, notes, and letters. */
export function choosable(
  read: ReadQuestion,
  ids: readonly string[],
  toOption: ToOption,
  keepsOrder: boolean,
): Choosable {
  return {
    options: read.options.map((option, index) => toOption(option, ids[index] ?? "")),
    shuffle: !keepsOrder,
    pinned: ids.slice(
      ids.length -
        pinnedCount(
          read.options.map((option) => option.text),
          read.language,
        ),
    ),
  };
}

/** A task list; how many are right decides which kind of choice it is. */
export function choiceTasks({ options }: Body): number | null {
  if (options === null || !isTaskList(options)) return null;
  return options.children.filter((item) => item.checked === true).length;
}

export const choiceTemplate = {
  front: "",
  answer: `- [ ] <!-- A wrong option that a half-prepared learner would pick -->
  > <!-- Why it is wrong -->
- [x] <!-- The right option, no longer than the others -->
- [ ] <!-- Another wrong option, similar in length and grammar -->
  > <!-- Why it is wrong -->`,
};

export function keyIds(read: ReadQuestion, ids: readonly string[]): readonly string[] {
  return ids.filter((_, index) => read.options[index]?.correct);
}

export function draftKeys(draft: QuestionDraft): number {
  return draft.options.filter((option) => option.correct).length;
}

export function optionList(draft: QuestionDraft): string {
  return draft.options.map(optionLines).join("\n");
}

function optionLines({ text, correct, note }: DraftOption): string {
  const lines = [`- [${correct ? "x" : " "}] ${indentRest(text.trim(), "  ")}`];
  if (note !== null)
    lines.push(
      ...note
        .trim()
        .split("\n")
        .map((line) => `  > ${line}`.trimEnd()),
    );
  return lines.join("\n");
}
