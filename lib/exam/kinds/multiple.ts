import { lettersOf } from "../letters.ts";
import { choiceOrder } from "./choice-order.ts";
import { type Answering, type Judging, noDetails } from "./kind.ts";
import { areDistinct } from "./option-ids.ts";
import { rightLessWrong } from "./right-less-wrong.ts";

/** Several options are right. */
export const multipleAnswering: Answering<"multiple"> = {
  read: (form) => {
    const chosen = form.getAll("option").map(String);
    return chosen.length === 0 ? null : { kind: "multiple", optionIds: chosen.sort() };
  },
  given: ({ optionIds }) => optionIds.length,
};

export const multipleJudging: Judging<"multiple"> = {
  parts: ({ select, upTo }) => (upTo ? null : select),
  fits: (question, answer) => areDistinct(answer.optionIds, question.options),
  notReady: ({ select, upTo }, { optionIds: { length } }) => {
    if (length === 0) return "nothing-chosen";
    if (upTo) return length > select ? "choose-at-most" : null;
    return length === select ? null : "choose-exactly";
  },
  isRight: (key, answer) => {
    const { right, wrong } = countTicks(key.optionIds, answer.optionIds);
    return right === key.optionIds.length && wrong === 0;
  },
  partialPoints: ({ options }, { optionIds: keys }, answer, version) => {
    const { right, wrong } = countTicks(keys, answer.optionIds);
    if (version === 1) return Math.max(0, (right - wrong) / keys.length);
    return rightLessWrong({ chosen: right, of: keys.length }, { chosen: wrong, of: options.length - keys.length });
  },
  order: choiceOrder,
  details: ({ select, upTo }) => ({ ...noDetails, select, ...(upTo ? { upTo } : {}) }),
  chanceOfGuess: ({ options, select, upTo }) => 1 / selections(options.length, select, upTo === true),
  choices: ({ options }) => options,
  chosen: ({ optionIds }) => [...optionIds].sort(),
  rightOptions: ({ optionIds }) => optionIds,
  shortKey: ({ optionIds }, order) => ({ answers: lettersOf(optionIds, order) }),
  // An exam may turn a single choice into a multiple response with the same key.
  canonical: (key, option) => ({ right: key.optionIds.map(option).sort() }),
};

function countTicks(keys: readonly string[], ticked: readonly string[]) {
  // A request may name the same id twice.
  const distinct = [...new Set(ticked)];
  const right = distinct.filter((id) => keys.includes(id)).length;
  return { right, wrong: distinct.length - right };
}

/** The number of ways to choose `select` of `options`, or any number of them from 1 to `select`. */
function selections(options: number, select: number, isUpTo: boolean): number {
  let [ways, total] = [1, 0];
  for (let chosen = 1; chosen <= select; chosen++) {
    ways = (ways * (options - chosen + 1)) / chosen;
    total += ways;
  }
  return isUpTo ? total : ways;
}
