import type { DomainEvidence } from "./readiness.ts";

type JudgedDomain = Pick<DomainEvidence, "weight" | "answers" | "points">;

/** A domain with fewer first answers is not called weak. */
const fewestInDomain = 5;

/**
 * The domain in which the learner would most likely score lowest, among those with at least five first answers;
 * the one with more weight on a tie; null when there is none or nothing was missed. Domains are
 * compared by the posterior mean of their share (Jeffreys' prior, Beta(1/2, 1/2)), so that few answers count for less.
 */
export function weakestDomain<D extends JudgedDomain>(domains: readonly D[]): D | null {
  const expected = ({ points, answers }: JudgedDomain) => (points + 0.5) / (answers + 1);
  const judged = domains.filter(({ answers, points }) => answers >= fewestInDomain && points < answers);
  return judged.toSorted((a, b) => expected(a) - expected(b) || b.weight - a.weight)[0] ?? null;
}
