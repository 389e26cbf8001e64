import { fieldsUnder } from "../form-fields.ts";
import { type Answering, type Judging, noDetails } from "./kind.ts";
import { idsOf } from "./option-ids.ts";

type Pairs = Readonly<Record<string, string>>;

/** Every prompt has one right partner. */
export const matchingAnswering: Answering<"matching"> = {
  read: (form) => {
    const pairs = fieldsUnder(form, "pair:");
    return pairs.length === 0 ? null : { kind: "matching", pairs: Object.fromEntries(pairs) };
  },
  parts: (question) => question.prompts.length,
  given: ({ pairs }) => countOf(pairs),
  isIncomplete: ({ pairs }, parts) => countOf(pairs) > 0 && countOf(pairs) !== parts,
};

export const matchingJudging: Judging<"matching"> = {
  fits: (question, answer) => {
    const prompts = new Set(idsOf(question.prompts));
    const options = new Set(idsOf(question.options));
    return Object.entries(answer.pairs).every(([prompt, option]) => prompts.has(prompt) && options.has(option));
  },
  notReady: ({ prompts }, { pairs }) => (countOf(pairs) === prompts.length ? null : "pairs-incomplete"),
  points: ({ pairs }, answer) => Number(isSamePairs(pairs, answer.pairs)),
  order: (question, shuffle) => shuffle(idsOf(question.options)),
  details: ({ prompts, columns }) => ({ ...noDetails, prompts, columns }),
  choices: () => null,
  chosen: () => [],
  rightOptions: () => [],
  canonical: (key, option, prompt) => ({
    pairs: Object.entries(key.pairs)
      .map(([from, to]) => `${prompt(from)} ${option(to)}`)
      .sort(),
  }),
};

function countOf(pairs: Pairs): number {
  return Object.keys(pairs).length;
}

function isSamePairs(a: Pairs, b: Pairs): boolean {
  return countOf(a) === countOf(b) && Object.keys(a).every((prompt) => a[prompt] === b[prompt]);
}
