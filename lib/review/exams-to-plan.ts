import { largestFirst } from "#lib/bank/largest-first";

interface Offered {
  readonly slug: string;
  /** How many questions it has. */
  readonly available: number;
}

/**
 * The exams of the plan page. Near are those with a plan, then those that were begun, each in the given order; for a
 * newcomer, the largest. The others are far, the largest first.
 */
export function examsToPlan<E extends Offered>(
  exams: readonly E[],
  { planned, begun }: { readonly planned: readonly string[]; readonly begun: readonly string[] },
): { readonly near: readonly E[]; readonly far: readonly E[] } {
  const bySize = largestFirst(exams);
  const known = new Set([...planned, ...begun]);
  const near = [...known].flatMap((slug) => bySize.find((exam) => exam.slug === slug) ?? []);
  const shown = near.length === 0 ? bySize.slice(0, 1) : near;
  return { near: shown, far: bySize.filter((exam) => !shown.includes(exam)) };
}
