import { optionIds } from "../build/option-id.ts";
import { checkMatching } from "../check/check-matching.ts";
import { holdsBlank } from "../read/blanks.ts";
import type { ReadQuestion } from "../read/read-question.ts";
import { type ContentKind, noAnswerKeys, sortedById } from "./kind.ts";

export const matching: ContentKind<"matching"> = {
  frontKeys: [],
  recognise: ({ options, blocks }, { answer }) =>
    answer === undefined && options?.type === "table" && !blocks.some(holdsBlank),
  answerBlock: (body) => ({ at: body.findLastIndex(({ type }) => type === "table"), isText: false }),
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
  template: {
    front: "kind: matching\n",
    answer:
      "| Term | Meaning |\n| --- | --- |\n| <!-- A term --> | <!-- Its meaning --> |\n| <!-- Another --> | <!-- Its meaning --> |",
  },
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
