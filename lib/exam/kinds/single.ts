import { lettersOf } from "../letters.ts";
import { choiceOrder } from "./choice-order.ts";
import { type Answering, type Judging, noDetails } from "./kind.ts";
import { idsOf } from "./option-ids.ts";

/** One option is right. */
export const singleAnswering: Answering<"single"> = {
  read: (form) => {
    const chosen = form.get("option");
    return chosen === null ? null : { kind: "single", optionId: String(chosen) };
  },
  given: () => 1,
};

export const singleJudging: Judging<"single"> = {
  parts: () => 1,
  fits: (question, answer) => idsOf(question.options).includes(answer.optionId),
  notReady: () => null,
  isRight: (key, answer) => key.optionId === answer.optionId,
  partialPoints: () => 0,
  order: choiceOrder,
  details: () => noDetails,
  chanceOfGuess: ({ options }) => 1 / options.length,
  choices: ({ options }) => options,
  chosen: ({ optionId }) => [optionId],
  rightOptions: ({ optionId }) => [optionId],
  shortKey: ({ optionId }, order) => ({ answers: lettersOf([optionId], order) }),
  canonical: (key, option) => ({ right: [option(key.optionId)] }),
};
