import { readPairs } from "../form-fields.ts";
import { type Answering, type Judging, noDetails } from "./kind.ts";
import { idsOf } from "./option-ids.ts";
import { rightLessWrong } from "./right-less-wrong.ts";

type Pairs = Readonly<Record<string, string>>;

/** Every prompt has one correct match. */
export const matchingAnswering: Answering<"matching"> = {
  read: (form) => {
    const pairs = readPairs(form);
    return pairs && { kind: "matching", pairs };
  },
  given: ({ pairs }) => countOf(pairs),
};

export const matchingJudging: Judging<"matching"> = {
  parts: (question) => question.prompts.length,
  fits: (question, answer) => {
    const prompts = new Set(idsOf(question.prompts));
    const options = new Set(idsOf(question.options));
    return Object.entries(answer.pairs).every(([prompt, option]) => prompts.has(prompt) && options.has(option));
  },
  notReady: ({ prompts }, { pairs }) => (countOf(pairs) === prompts.length ? null : "pairs-incomplete"),
  isRight: ({ pairs }, answer) => isSamePairs(pairs, answer.pairs),
  partialPoints: ({ options }, key, answer, version) =>
    version === 1 ? 0 : partialPoints(key.pairs, answer.pairs, options.length),
  order: (question, shuffle) => shuffle(idsOf(question.options)),
  details: ({ prompts, columns }) => ({ ...noDetails, prompts, columns }),
  chanceOfGuess: ({ options, prompts }) => options.length ** -prompts.length,
  choices: () => null,
  chosen: () => [],
  rightOptions: () => [],
  shortKey: () => null,
  canonical: (key, option, prompt) => ({
    pairs: Object.entries(key.pairs)
      .map(([from, to]) => `${prompt(from)} ${option(to)}`)
      .sort(),
  }),
};

function countOf(pairs: Pairs): number {
  return Object.keys(pairs).length;
}

/** Each prompt could go with any of the options: one pair of them is right, the others are wrong. */
function partialPoints(key: Pairs, given: Pairs, options: number): number {
  const prompts = Object.keys(key);
  const made = prompts.filter((prompt) => given[prompt] !== undefined);
  const right = made.filter((prompt) => given[prompt] === key[prompt]).length;
  return rightLessWrong(
    { chosen: right, of: prompts.length },
    { chosen: made.length - right, of: prompts.length * (options - 1) },
  );
}

function isSamePairs(a: Pairs, b: Pairs): boolean {
  return countOf(a) === countOf(b) && Object.keys(a).every((prompt) => a[prompt] === b[prompt]);
}
