import type { AnswerKey, Option, PublicQuestion } from "#lib/exam/question";
import { pinnedCount } from "../read/pinned-options.ts";
import type { ReadOption, ReadQuestion } from "../read/read-question.ts";
import { optionIds } from "./option-id.ts";

type Answerable = PublicQuestion extends infer Q
  ? Q extends PublicQuestion
    ? Omit<Q, "stemHtml" | "stemText" | "scenario">
    : never
  : never;

/** The part of the public question that its kind decides; see PublicQuestion for what is sorted and why. */
export function answerable(
  read: ReadQuestion,
  ids: readonly string[],
  toOption: (option: ReadOption, id: string) => Option,
): Answerable {
  const options = read.options.map((option, index) => toOption(option, ids[index] ?? ""));
  switch (read.kind) {
    case "single":
    case "multiple": {
      const choice = {
        options,
        shuffle: read.front.shuffle !== false,
        pinned: ids.slice(ids.length - pinnedCount(read.options.map((option) => option.text))),
      };
      const keys = read.options.filter((option) => option.correct).length;
      return read.kind === "single"
        ? { kind: "single", ...choice }
        : { kind: "multiple", ...toSelect(read.front.select ?? keys, keys), ...choice };
    }
    case "ordering":
      return { kind: "ordering", options: sortedById(options) };
    case "matching": {
      const promptIds = optionIds(read.pairs.map(([left]) => left.source));
      return {
        kind: "matching",
        prompts: read.pairs.map(([left], index) => toOption(left, promptIds[index] ?? "")),
        options: sortedById(read.pairs.map(([, right], index) => toOption(right, ids[index] ?? ""))),
        columns: [read.columns?.[0] ?? "", read.columns?.[1] ?? ""],
      };
    }
    case "numeric":
      return { kind: "numeric", unit: read.front.unit ?? null };
    case "text":
      return { kind: "text" };
  }
}

/** What is right; `ids` are those of the options, or of what prompts are matched with. */
export function answerKey(read: ReadQuestion, ids: readonly string[]): AnswerKey {
  const keys = ids.filter((_, index) => read.options[index]?.correct);
  switch (read.kind) {
    case "single":
      return { kind: "single", optionId: keys[0] ?? "" };
    case "multiple":
      return { kind: "multiple", optionIds: keys };
    case "ordering":
      return { kind: "ordering", optionIds: ids };
    case "matching": {
      const promptIds = optionIds(read.pairs.map(([left]) => left.source));
      return { kind: "matching", pairs: Object.fromEntries(promptIds.map((id, index) => [id, ids[index] ?? ""])) };
    }
    case "numeric":
      return { kind: "numeric", value: Number(read.front.answer), tolerance: read.front.tolerance ?? 0 };
    case "text":
      return { kind: "text", accepted: [read.front.answer ?? []].flat().map(String) };
  }
}

function sortedById(options: readonly Option[]): readonly Option[] {
  return [...options].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** More to choose than are right is a limit: to make somebody choose so many would leave no right answer. */
function toSelect(select: number, keys: number): { readonly select: number; readonly upTo?: true } {
  return select > keys ? { select, upTo: true } : { select };
}
