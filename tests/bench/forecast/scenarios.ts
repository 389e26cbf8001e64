import type { Scenario } from "./simulate.ts";
import type { Order } from "./study.ts";

const usual = { answers: 60, order: "random", habit: "guess", growth: 0, populationMean: 70 } as const;

/** Populations of three strengths that answer everything in random order. */
export const populations: readonly Scenario[] = [60, 70, 80].flatMap((populationMean) =>
  [60, 100].map((answers) => ({
    ...usual,
    name: `mean ${populationMean} %, ${answers} answers`,
    populationMean,
    answers,
  })),
);

const orders: readonly Order[] = ["domain-by-domain", "weakest-domain", "strongest-domain", "easy-first", "hard-first"];

/** Every other order of study. */
export const ordered: readonly Scenario[] = orders.flatMap((order) =>
  [60, 100].map((answers) => ({ ...usual, name: `${order}, ${answers} answers`, order, answers })),
);

/** Half of those who do not know do not guess either. */
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
