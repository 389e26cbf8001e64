import { groupRows } from "./group-rows.ts";
import { randomFrom, shuffle } from "./random.ts";
import { apportion } from "./selection.ts";

export interface Candidate {
  readonly questionId: string;
  readonly domain: string;
  /** The same for all questions based on one case; absent for the others. */
  readonly caseId?: string | undefined;
}

export interface DomainWeight {
  readonly id: string;
  readonly weight: number;
}

/** What is drawn and shown together: a question, or all questions of a case. Never empty. */
export type Unit<C extends Candidate> = readonly C[];

/** Lower ranks are drawn first, equal ranks at random. */
export type Rank<C extends Candidate> = (candidate: C) => number;

/** Candidates as units, in the order of the first question of each. */
export function unitsOf<C extends Candidate>(candidates: readonly C[]): readonly Unit<C>[] {
  return [...groupRows(candidates, ({ caseId, questionId }) => caseId ?? questionId).values()];
}

/**
 * Draws `count` questions by the blueprint, or all when there are fewer, in random order. Cases are drawn whole, and their
 * questions stay together; a case has the rank of its last-ranked question. The same seed, candidates and ranks give
 * the same draw, whatever the order of the candidates.
 *
 * If a domain's questions cannot add up to its share without splitting a case, another domain fills the gap. If that fails,
 * too, the draw is shorter.
 */
export function drawByBlueprint<C extends Candidate>(
  candidates: readonly C[],
  blueprint: readonly DomainWeight[],
  count: number,
  seed: string,
  rank: Rank<C> = () => 0,
): C[] {
  const random = randomFrom(`draw:${seed}`);
  const known = new Set(blueprint.map(({ id }) => id));
  const shuffled = shuffle(unitsOf(inStableOrder(candidates.filter(({ domain }) => known.has(domain)))), random);
  const rankOf = new Map(shuffled.map((unit) => [unit, Math.max(...unit.map(rank))]));
  const byRank = [...shuffled].sort((a, b) => (rankOf.get(a) as number) - (rankOf.get(b) as number));
  const casesFirst = [...byRank].sort((a, b) => Number(a.length === 1) - Number(b.length === 1));
  const places = placesOf(shuffled.flat(), blueprint, count);
  const preferred = take(byRank, places);
  const taken = preferred.free === 0 ? preferred : better(preferred, take(casesFirst, places));
  const chosen = new Set(fill(byRank, taken));
  // The order of a draw depends only on what is drawn, not on the ranks.
  return shuffle(
    shuffled.filter((unit) => chosen.has(unit)),
    random,
  ).flat();
}

function inStableOrder<C extends Candidate>(candidates: readonly C[]): C[] {
  return [...candidates].sort((a, b) => (a.questionId < b.questionId ? -1 : a.questionId > b.questionId ? 1 : 0));
}

/** How many questions to draw from each domain. */
type Places = ReadonlyMap<string, number>;

function placesOf(candidates: readonly Candidate[], blueprint: readonly DomainWeight[], count: number): Places {
  const available = countDomains(candidates);
  const shares = apportion(
    count,
    blueprint.map((domain) => domain.weight),
    blueprint.map(({ id }) => available.get(id) ?? 0),
  );
  return new Map(blueprint.map(({ id }, i) => [id, shares[i] as number]));
}

interface Taken<C extends Candidate> {
  readonly units: readonly Unit<C>[];
  /** How many places are left over. */
  readonly free: number;
}

/** Takes every unit that fits into the space that earlier ones have left. */
function take<C extends Candidate>(units: readonly Unit<C>[], places: Places): Taken<C> {
  const left = new Map(places);
  const taken: Unit<C>[] = [];
  for (const unit of units) {
    const needs = [...countDomains(unit)];
    if (needs.some(([domain, count]) => count > (left.get(domain) ?? 0))) continue;
    for (const [domain, count] of needs) left.set(domain, (left.get(domain) ?? 0) - count);
    taken.push(unit);
  }
  return { units: taken, free: [...left.values()].reduce((sum, count) => sum + count, 0) };
}

function better<C extends Candidate>(a: Taken<C>, b: Taken<C>): Taken<C> {
  return b.free < a.free ? b : a;
}

/** Fills leftover places from any domain with a unit that fits. */
function fill<C extends Candidate>(units: readonly Unit<C>[], { units: taken, free }: Taken<C>): readonly Unit<C>[] {
  if (free === 0) return taken;
  const known = new Set(taken);
  const filled = [...taken];
  let left = free;
  for (const unit of units) {
    if (known.has(unit) || unit.length > left) continue;
    filled.push(unit);
    left -= unit.length;
  }
  return filled;
}

function countDomains(candidates: readonly Candidate[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { domain } of candidates) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  return counts;
}
