import { indentRest } from "#lib/markdown/indent-rest";
import { checkOrdering } from "../check/check-ordering.ts";
import { holdsBlank } from "../read/blanks.ts";
import { type ContentKind, noAnswerKeys, sortedById } from "./kind.ts";

export const ordering: ContentKind<"ordering"> = {
  frontKeys: [],
  hasEntries: true,
  recognise: ({ options, blocks }, { answer }) =>
    answer === undefined && options?.type === "list" && !blocks.some(holdsBlank),
  answerBlock: (body) => ({ at: body.findLastIndex(({ type }) => type === "list"), isText: false }),
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
  template: {
    front: "kind: ordering\n",
    answer: "1. <!-- The first step -->\n2. <!-- The second -->\n3. <!-- The third -->",
  },
};
