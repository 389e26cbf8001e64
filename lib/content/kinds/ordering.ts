import { indentRest } from "#lib/markdown/indent-rest";
import { checkOrdering } from "../check/check-ordering.ts";
import { type ContentKind, noAnswerKeys, sortedById } from "./kind.ts";

export const ordering: ContentKind<"ordering"> = {
  frontKeys: [],
  lettered: ({ options }) => options,
  check: checkOrdering,
  publicPart: (read, ids, toOption) => ({
    kind: "ordering",
    options: sortedById(read.options.map((option, index) => toOption(option, ids[index] ?? ""))),
  }),
  key: (_, ids) => ({ kind: "ordering", optionIds: ids }),
  draftAnswer: ({ options }, { entry }) => ({ steps: options.map(entry) }),
  isInferred: () => false,
  answerPart: ({ steps }) => steps.map((step, index) => `${index + 1}. ${indentRest(step.trim(), "   ")}`).join("\n"),
  answerKeys: noAnswerKeys,
};
