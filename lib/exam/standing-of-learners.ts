import { groupRows } from "./group-rows.ts";

/** The worth of one learner's first answer to one question. */
export interface JudgedAnswer {
  readonly learnerId: string;
  readonly questionId: string;
  /** From 0 to 1. */
  readonly points: number;
}

/** One answer, compared with the same learner's other answers. */
export interface StandingAnswer<A extends JudgedAnswer> {
  readonly answer: A;
  /** Its points minus the mean of its question. */
  readonly residual: number;
  /** The mean residual of the learner's other answers. */
  readonly rest: number;
  /** The share of the spread of `rest` that is ability rather than luck, from 0 to 1: n/(n + κ) with n other answers. */
  readonly reliability: number;
  /** The learner's ability by the other answers, in standard deviations of all learners: `rest` · `reliability`/σ. */
  readonly ability: number;
}

export interface Standings<A extends JudgedAnswer> {
  /** Variance of the learners' mean residuals if each had answered endlessly. Zero when nothing distinguishes them. */
  readonly abilityVariance: number;
  /** By question, without the answers of learners who answered nothing else. */
  readonly byQuestion: ReadonlyMap<string, readonly StandingAnswer<A>[]>;
}

/**
 * Compares every answer with the same learner's other answers. The variance of ability σ² is the mean product of two
 * different residuals of one learner, the rest is luck; κ = (variance of a residual − σ²)/σ², as in the regressed true
 * score of Kelley ("Fundamentals of Statistics", 1947). Learners are weighted by the number of their answers. Answers to
 * questions in `leftOut` do not count towards ability, but are still compared.
 */
export function standingsOf<A extends JudgedAnswer>(
  answers: readonly A[],
  leftOut: ReadonlySet<string> = new Set(),
): Standings<A> {
  const questions = groupRows(answers, ({ questionId }) => questionId);
  const means = new Map([...questions].map(([id, own]) => [id, sumOf(own, ({ points }) => points) / own.length]));
  const residualOf = ({ questionId, points }: A) => points - (means.get(questionId) as number);
  const learners = new Map<string, Total>();
  for (const answer of answers) {
    if (leftOut.has(answer.questionId)) continue;
    const own = learners.get(answer.learnerId) ?? { answers: 0, sum: 0, squares: 0 };
    learners.set(answer.learnerId, own);
    const residual = residualOf(answer);
    own.answers++;
    own.sum += residual;
    own.squares += residual ** 2;
  }
  const { abilityVariance, shrinkage } = variancesOf([...learners.values()].filter((own) => own.answers > 1));
  const byQuestion = [...questions].map(([id, own]): [string, StandingAnswer<A>[]] => [
    id,
    own.flatMap((answer) => {
      const total = learners.get(answer.learnerId) ?? { answers: 0, sum: 0 };
      const residual = residualOf(answer);
      const isAmongThem = !leftOut.has(id);
      const others = total.answers - Number(isAmongThem);
      if (others <= 0) return [];
      const rest = (total.sum - (isAmongThem ? residual : 0)) / others;
      const reliability = abilityVariance === 0 ? 0 : others / (others + shrinkage);
      const ability = abilityVariance === 0 ? 0 : (rest * reliability) / Math.sqrt(abilityVariance);
      return [{ answer, residual, rest, reliability, ability }];
    }),
  ]);
  return { abilityVariance, byQuestion: new Map(byQuestion) };
}

interface Total {
  answers: number;
  /** Sum of the residuals and of their squares. */
  sum: number;
  squares: number;
}

function variancesOf(totals: readonly Total[]): { readonly abilityVariance: number; readonly shrinkage: number } {
  const answers = sumOf(totals, (own) => own.answers);
  if (answers === 0) return { abilityVariance: 0, shrinkage: 0 };
  const products = sumOf(totals, (own) => (own.sum ** 2 - own.squares) / (own.answers - 1));
  const variance = sumOf(totals, ({ squares }) => squares) / answers;
  const abilityVariance = products / answers;
  // Rounding must not distinguish learners who answered alike.
  if (abilityVariance < 1e-9) return { abilityVariance: 0, shrinkage: 0 };
  return { abilityVariance, shrinkage: Math.max(0, variance - abilityVariance) / abilityVariance };
}

function sumOf<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}
