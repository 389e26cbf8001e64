import { checkChoice } from "../check/check-choice.ts";
import { choiceTasks, choiceTemplate, choosable, draftKeys, keyIds, optionList } from "./choice.ts";
import { type ContentKind, noAnswerBlock, noAnswerKeys } from "./kind.ts";

export const single: ContentKind<"single"> = {
  frontKeys: ["select", "shuffle"],
  hasEntries: true,
  recognise: (body, { select = 1 }) => choiceTasks(body) !== null && (choiceTasks(body) ?? 0) <= 1 && select <= 1,
  answerBlock: noAnswerBlock,
  lettered: ({ options }) => options,
  check: checkChoice,
  publicPart: (read, ids, toOption, keepsOrder) => ({ kind: "single", ...choosable(read, ids, toOption, keepsOrder) }),
  key: (read, ids) => ({ kind: "single", optionId: keyIds(read, ids)[0] ?? "" }),
  draftAnswer: ({ front }, { options }) => ({ options: options(), select: front.select ?? null }),
  isInferred: (draft) => draftKeys(draft) === 1,
  answerPart: optionList,
  answerKeys: noAnswerKeys,
  template: choiceTemplate,
};
