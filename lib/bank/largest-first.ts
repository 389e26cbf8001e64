/** Exams by the number of their questions, the largest bank first: a tour comes last. */
export function largestFirst<E extends { readonly available: number }>(exams: readonly E[]): readonly E[] {
  return [...exams].sort((a, b) => b.available - a.available);
}
