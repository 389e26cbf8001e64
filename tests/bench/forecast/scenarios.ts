import type { Scenario } from "./simulate.ts";
import type { Order } from "./study.ts";

const usual = { answers: 60, order: "random", habit: "guess", growth: 0, populationMean: 70, before: 0 } as const;
const means = [60, 70, 80] as const;

/** Three populations after 60 and after 100 answers. `before`: questions have a difficulty once 60 have answered them. */
function inOrder(order: Order, before = 0): readonly Scenario[] {
  return means.flatMap((populationMean) =>
    [60, 100].map((answers) => ({
      ...usual,
      name: `${order}, mean ${populationMean} %, ${answers} answers`,
      order,
      populationMean,
      answers,
      before,
    })),
  );
}

export const populations = inOrder("random");

/** Every other order of study that a learner can choose. */
export const ordered: readonly Scenario[] = [
  ...inOrder("domain-by-domain"),
  ...inOrder("weakest-so-far"),
  ...inOrder("weakest-felt"),
  ...inOrder("strongest-felt"),
  ...inOrder("easy-first", 60),
  ...inOrder("hard-first", 60),
];

/** An order that no learner can know and no estimator can see: the true order of the domains. */
export const allKnowing: readonly Scenario[] = [...inOrder("weakest-in-truth"), ...inOrder("strongest-in-truth")];

/** The whole bank in each order, judged at the learner's first forecast. */
export const firsts: readonly Scenario[] = (
  [
    "random",
    "domain-by-domain",
    "weakest-so-far",
    "weakest-felt",
    "strongest-felt",
    "weakest-in-truth",
    "strongest-in-truth",
  ] as const
).flatMap((order) =>
  means.map((populationMean) => ({
    ...usual,
    name: `${order}, mean ${populationMean} %, first forecast`,
    order,
    populationMean,
    answers: 132,
    isAtFirst: true,
  })),
);

/** The first forecast after an operator has fitted the prior, which takes 200 learners. */
export const firstsFitted: readonly Scenario[] = means.map((populationMean) => ({
  ...usual,
  name: `random, mean ${populationMean} %, first forecast, prior fitted to 200 learners`,
  populationMean,
  isAtFirst: true,
  fittedTo: 200,
}));

/** Two courses of study that look alike to any estimator: `leastError` says how alike. */
export const alike: readonly [Scenario, Scenario] = [
  { ...usual, name: "weakest-felt, mean 80 %, 60 answers", order: "weakest-felt", populationMean: 80 },
  { ...usual, name: "strongest-felt, mean 60 %, 60 answers", order: "strongest-felt", populationMean: 60 },
];

/** Half of those who do not know an answer do not guess. */
export const reluctant: readonly Scenario[] = (["blank", "dont-know"] as const).flatMap((habit) =>
  [60, 100].map((answers) => ({
    ...usual,
    name: `half of the non-knowers: ${habit}, ${answers} answers`,
    habit,
    answers,
  })),
);

/** Abilities grow by half a standard deviation over 100 answers. */
export const growing: Scenario = { ...usual, name: "learning +0.5 SD, 100 answers", answers: 100, growth: 0.5 };

const revision = { memory: 0.9, growth: 0, fresh: 0 };

/** 60 repeats that teach the subject, about 14 points of it, and 60 that teach only the keys. */
export const revisions = [
  { ...revision, name: "understood, no new question", growth: 0.95 },
  { ...revision, name: "understood, 30 new questions", growth: 0.95, fresh: 30 },
  { ...revision, name: "by heart, no new question" },
  { ...revision, name: "by heart, 30 new questions", fresh: 30 },
] as const;
