import { readPairs } from "../form-fields.ts";
import { clozeHtml } from "./cloze-html.ts";
import { type Answering, type Judging, noDetails } from "./kind.ts";
import { idsOf } from "./option-ids.ts";
import { rightLessWrong } from "./right-less-wrong.ts";

/** A text with blanks: each blank has options of its own, and one of them is right. */
export const clozeAnswering: Answering<"cloze"> = {
  read: (form) => {
    const pairs = readPairs(form);
    return pairs && { kind: "cloze", pairs };
  },
  given: ({ pairs }) => Object.keys(pairs).length,
};

export const clozeJudging: Judging<"cloze"> = {
  parts: ({ cloze }) => cloze.blanks.length,
  fits: ({ cloze }, { pairs }) => {
    const optionsOf = new Map(cloze.blanks.map(({ id, optionIds }) => [id, optionIds]));
    return Object.entries(pairs).every(([blank, option]) => optionsOf.get(blank)?.includes(option) === true);
  },
  notReady: ({ cloze }, { pairs }) => (Object.keys(pairs).length === cloze.blanks.length ? null : "blanks-incomplete"),
  isRight: (key, answer) => Object.keys(key.pairs).every((blank) => answer.pairs[blank] === key.pairs[blank]),
  // A wrong choice takes 1/(m - 1) of a right one where a blank has m options, so that guessing is worth nothing on average.
  partialPoints: ({ cloze: { blanks } }, { pairs: key }, { pairs }) => {
    const right = blanks.filter(({ id }) => pairs[id] === key[id]).length;
    const wrong = blanks.filter(({ id }) => pairs[id] !== undefined && pairs[id] !== key[id]);
    const taken = wrong.reduce((sum, { optionIds }) => sum + 1 / (optionIds.length - 1), 0);
    return rightLessWrong({ chosen: right, of: blanks.length }, { chosen: taken, of: blanks.length });
  },
  order: ({ options }, shuffle) => shuffle(idsOf(options)),
  details: (question, order) => ({ ...noDetails, clozeHtml: clozeHtml(question, order) }),
  chanceOfGuess: ({ cloze }) => cloze.blanks.reduce((chance, { optionIds }) => chance / optionIds.length, 1),
  choices: () => null,
  chosen: () => [],
  rightOptions: () => [],
  shortKey: () => null,
  canonical: ({ pairs }, option) => ({ blanks: Object.entries(pairs).map(([blank, id]) => `${blank} ${option(id)}`) }),
};
