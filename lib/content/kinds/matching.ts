import { optionIds } from "../build/option-id.ts";
import { checkMatching } from "../check/check-matching.ts";
import type { ReadQuestion } from "../read/read-question.ts";
import { type ContentKind, noAnswerKeys, sortedById } from "./kind.ts";

export const matching: ContentKind<"matching"> = {
  frontKeys: [],
  lettered: ({ pairs }) => pairs.map(([, right]) => right),
  check: checkMatching,
  publicPart: (read, ids, toOption) => {
    const prompts = promptIds(read);
    return {
      kind: "matching",
      prompts: read.pairs.map(([left], index) => toOption(left, prompts[index] ?? "")),
      options: sortedById(read.pairs.map(([, right], index) => toOption(right, ids[index] ?? ""))),
      columns: [read.columns?.[0] ?? "", read.columns?.[1] ?? ""],
    };
  },
  key: (read, ids) => ({
    kind: "matching",
    pairs: Object.fromEntries(promptIds(read).map((id, index) => [id, ids[index] ?? ""])),
  }),
  draftAnswer: ({ columns, pairs }, { cell }) => ({
    columns,
    pairs: pairs.map(([left, right]) => [cell(left), cell(right)]),
  }),
  isInferred: () => false,
  answerPart: (draft) => {
    const rows = [draft.columns ?? ["Term", "Match"], ["---", "---"], ...draft.pairs];
    return rows.map((cells) => `| ${cells.map(cellText).join(" | ")} |`).join("\n");
  },
  answerKeys: noAnswerKeys,
};

function promptIds(read: ReadQuestion): readonly string[] {
  return optionIds(read.pairs.map(([left]) => left.source));
}

function cellText(text: string): string {
  return text
    .trim()
    .replace(/\s*\\?\n\s*/g, " ")
    .replace(/(?<!\\)\|/g, "\\|");
}
