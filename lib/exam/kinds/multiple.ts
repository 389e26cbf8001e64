import { choiceOrder } from "./choice-order.ts";
import { type Answering, type Judging, noDetails, type ScoringRule } from "./kind.ts";
import { areDistinct } from "./option-ids.ts";

/** Several options are right. */
export const multipleAnswering: Answering<"multiple"> = {
  read: (form) => {
    const chosen = form.getAll("option").map(String);
    return chosen.length === 0 ? null : { kind: "multiple", optionIds: chosen.sort() };
  },
  parts: ({ select, upTo }) => (upTo ? null : select),
  given: ({ optionIds }) => optionIds.length,
  isIncomplete: ({ optionIds }, parts) => optionIds.length > 0 && optionIds.length !== parts,
};

export const multipleJudging: Judging<"multiple"> = {
  fits: (question, answer) => areDistinct(answer.optionIds, question.options),
  notReady: ({ select, upTo }, { optionIds: { length } }) => {
    if (length === 0) return "nothing-chosen";
    if (upTo) return length > select ? "choose-at-most" : null;
    return length === select ? null : "choose-exactly";
  },
  points: (key, answer, rule) => pointsOf(key.optionIds, answer.optionIds, rule),
  order: choiceOrder,
  details: ({ select, upTo }) => ({ ...noDetails, select, ...(upTo ? { upTo } : {}) }),
  choices: ({ options }) => options,
  chosen: ({ optionIds }) => [...optionIds].sort(),
  rightOptions: ({ optionIds }) => optionIds,
  // An exam may turn a single choice into a multiple response with the same key.
  canonical: (key, option) => ({ right: key.optionIds.map(option).sort() }),
};

/** Proportional: (right ticked - wrong ticked) / number of keys, never below 0. */
function pointsOf(keys: readonly string[], ticked: readonly string[], rule: ScoringRule): number {
  // A request may name the same id twice.
  const distinct = [...new Set(ticked)];
  const right = distinct.filter((id) => keys.includes(id)).length;
  const wrong = distinct.length - right;
  if (rule === "all-or-nothing") return right === keys.length && wrong === 0 ? 1 : 0;
  return Math.max(0, (right - wrong) / keys.length);
}
