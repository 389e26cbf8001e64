import { checkChoice } from "../check/check-choice.ts";
import { choiceTasks, choosable, draftKeys, keyIds, optionList } from "./choice.ts";
import { type ContentKind, noAnswerBlock, noAnswerKeys } from "./kind.ts";

export const multiple: ContentKind<"multiple"> = {
  frontKeys: ["select", "shuffle"],
  hasEntries: true,
  recognise: (body) => choiceTasks(body) !== null,
  answerBlock: noAnswerBlock,
  lettered: ({ options }) => options,
  check: checkChoice,
  publicPart: (read, ids, toOption, keepsOrder) => {
    const keys = keyIds(read, ids).length;
    return {
      kind: "multiple",
      ...selectOf(read.front.select ?? keys, keys),
      ...choosable(read, ids, toOption, keepsOrder),
    };
  },
  key: (read, ids) => ({ kind: "multiple", optionIds: keyIds(read, ids) }),
  draftAnswer: ({ front }, { options }) => ({ options: options(), select: front.select ?? null }),
  isInferred: (draft) => draftKeys(draft) > 1,
  answerPart: optionList,
  answerKeys: noAnswerKeys,
  template: {
    front: "",
    answer: `- [x] <!-- A right option -->
- [x] <!-- Another right option, no longer than the others -->
- [ ] <!-- A wrong option that a half-prepared learner would pick -->
  > <!-- Why it is wrong -->`,
  },
};

/** More to choose than are right is a limit: if that number had to be chosen, no answer would be right. */
function selectOf(select: number, keys: number): { readonly select: number; readonly upTo?: true } {
  return select > keys ? { select, upTo: true } : { select };
}
