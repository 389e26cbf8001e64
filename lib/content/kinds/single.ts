import { checkChoice } from "../check/check-choice.ts";
import { choosable, draftKeys, keyIds, optionList } from "./choice.ts";
import { type ContentKind, noAnswerKeys } from "./kind.ts";

export const single: ContentKind<"single"> = {
  frontKeys: ["select", "shuffle"],
  lettered: ({ options }) => options,
  check: checkChoice,
  publicPart: (...asked) => ({ kind: "single", ...choosable(...asked) }),
  key: (read, ids) => ({ kind: "single", optionId: keyIds(read, ids)[0] ?? "" }),
  draftAnswer: ({ front }, { options }) => ({ options: options(), select: front.select ?? null }),
  isInferred: (draft) => draftKeys(draft) === 1,
  answerPart: optionList,
  answerKeys: noAnswerKeys,
};
