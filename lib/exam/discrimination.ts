import type { JudgedAnswer, StandingAnswer } from "./standing-of-learners.ts";

/** How well an item separates those who know from those who do not. */
export interface Discrimination {
  /** From -1 to 1. */
  readonly value: number;
  readonly standardError: number;
  /** The number of learners it is based on. */
  readonly learners: number;
}

/** With fewer learners there is no figure. */
const fewestLearners = 3;

/**
 * The correlation of an item's points with the ability of its learners, the item itself left out (Henrysson, "Correction of
 * item-total correlations in item analysis", 1963), corrected for attenuation (Spearman, "The proof and measurement of
 * association between two things", 1904): a mean of few other answers is mostly luck and would correlate less.
 *
 *   ρ = Σ w (r − r̄)(m − m̄)/Σw / (s σ)
 *
 * with the residual r of the item, its standard deviation s, the mean residual m of the other answers, its reliability w
 * as weight and the standard deviation σ of ability. Its standard error is 1/√Σw, that of a correlation of zero from as
 * many learners of known ability. Null when everybody answered alike.
 */
export function discriminationOf(
  answers: readonly StandingAnswer<JudgedAnswer>[],
  abilityVariance: number,
): Discrimination | null {
  if (answers.length < fewestLearners || abilityVariance === 0) return null;
  const weight = answers.reduce((sum, { reliability }) => sum + reliability, 0);
  const mean = (of: (own: StandingAnswer<JudgedAnswer>) => number) =>
    answers.reduce((sum, own) => sum + own.reliability * of(own), 0) / weight;
  const [r, m] = [mean(({ residual }) => residual), mean(({ rest }) => rest)];
  const variance = mean(({ residual }) => (residual - r) ** 2);
  if (variance < 1e-12) return null;
  const covariance = mean(({ residual, rest }) => (residual - r) * (rest - m));
  const value = covariance / Math.sqrt(variance * abilityVariance);
  return {
    value: Math.min(1, Math.max(-1, value)),
    standardError: 1 / Math.sqrt(weight),
    learners: answers.length,
  };
}

/** The 95% confidence interval of the discrimination. */
export function discriminationRange({ value, standardError }: Discrimination): readonly [number, number] {
  return [Math.max(-1, value - 1.96 * standardError), Math.min(1, value + 1.96 * standardError)];
}
