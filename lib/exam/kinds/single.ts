import { choiceOrder } from "./choice-order.ts";
import { type Answering, type Judging, noDetails } from "./kind.ts";
import { idsOf } from "./option-ids.ts";

/** One option is right. */
export const singleAnswering: Answering<"single"> = {
  read: (form) => {
    const chosen = form.get("option");
    return chosen === null ? null : { kind: "single", optionId: String(chosen) };
  },
  parts: () => 1,
  given: () => 1,
  isIncomplete: () => false,
};

export const singleJudging: Judging<"single"> = {
  fits: (question, answer) => idsOf(question.options).includes(answer.optionId),
  notReady: () => null,
  isRight: (key, answer) => key.optionId === answer.optionId,
  partialPoints: () => 0,
  order: choiceOrder,
  details: () => noDetails,
  choices: ({ options }) => options,
  chosen: ({ optionId }) => [optionId],
  rightOptions: ({ optionId }) => [optionId],
  canonical: (key, option) => ({ right: [option(key.optionId)] }),
};
