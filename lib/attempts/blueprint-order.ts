import type { Domain } from "#lib/exam/exam-definition";
import type { DomainScore } from "#lib/exam/scoring";

/** Scores in the order of the exam's blueprint; domains that it no longer has come last. */
export function inBlueprintOrder(
  scores: readonly DomainScore[],
  domains: readonly Pick<Domain, "id">[],
): readonly DomainScore[] {
  const place = new Map(domains.map(({ id }, i) => [id, i]));
  const placeOf = ({ domain }: DomainScore) => place.get(domain) ?? domains.length;
  return [...scores].sort((a, b) => placeOf(a) - placeOf(b));
}
