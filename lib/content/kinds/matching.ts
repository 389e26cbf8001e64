import { optionIds } from "../build/option-id.ts";
import { checkMatching } from "../check/check-matching.ts";
import { holdsBlank } from "../read/blanks.ts";
import type { ReadOption, ReadQuestion } from "../read/read-question.ts";
import { type ContentKind, noAnswerKeys, sortedById } from "./kind.ts";

export const matching: ContentKind<"matching"> = {
  frontKeys: [],
  hasEntries: true,
  recognise: ({ options, blocks }, { answer }) =>
    answer === undefined && options?.type === "table" && !blocks.some(holdsBlank),
  answerBlock: (body) => ({ at: body.findLastIndex(({ type }) => type === "table"), isText: false }),
  lettered: matchesIn,
  check: checkMatching,
  publicPart: (read, ids, toOption) => {
    const prompts = promptIds(read);
    return {
      kind: "matching",
      prompts: askingIn(read).map(([left], index) => toOption(left, prompts[index] ?? "")),
      options: sortedById(matchesIn(read).map((match, index) => toOption(match, ids[index] ?? ""))),
      columns: [read.columns?.[0] ?? "", read.columns?.[1] ?? ""],
    };
  },
  key: (read, ids) => {
    const prompts = promptIds(read);
    const idOf = (match: ReadOption) => ids[matchesIn(read).findIndex(({ source }) => source === match.source)] ?? "";
    return {
      kind: "matching",
      pairs: Object.fromEntries(askingIn(read).map(([, match], index) => [prompts[index] ?? "", idOf(match)])),
    };
  },
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

/** The rows with something on the left: a match beside nothing belongs to none of them. */
function askingIn({ pairs }: ReadQuestion): ReadQuestion["pairs"] {
  return pairs.filter(([left]) => left.source !== "");
}

/** What can be matched, each once: several rows may have the same. Those that belong to nothing come last, wherever they stand. */
function matchesIn(read: ReadQuestion): readonly ReadOption[] {
  const first = new Map<string, ReadOption>();
  for (const [, match] of [...askingIn(read), ...read.pairs])
    if (!first.has(match.source)) first.set(match.source, match);
  return [...first.values()];
}

function promptIds(read: ReadQuestion): readonly string[] {
  return optionIds(askingIn(read).map(([left]) => left.source));
}

function cellText(text: string): string {
  return text
    .trim()
    .replace(/\s*\\?\n\s*/g, " ")
    .replace(/(?<!\\)\|/g, "\\|");
}
