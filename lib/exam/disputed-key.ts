import { groupRows } from "./group-rows.ts";
import { logGamma } from "./log-beta.ts";
import { type JudgedAnswer, type StandingAnswer, standingsOf } from "./standing-of-learners.ts";

/** A first answer to a question, given before the learner had seen anything of its key. */
export interface BlindAnswer extends JudgedAnswer {
  /** Null for "I don't know" and for kinds whose key is not one option. */
  readonly optionId: string | null;
  /** The order in which answers arrived. */
  readonly at: Date;
}

/** A question whose key can be another of its options. */
export interface KeyedItem {
  readonly questionId: string;
  readonly optionIds: readonly string[];
  readonly key: string;
}

/** What the answers say against a key. */
export interface KeyEvidence {
  /** The number of blind answers it is based on: the first 30, 60, 120 and so on. */
  readonly answers: number;
  /** The option that would be the better key. */
  readonly rival: string;
  /** The difference between its log likelihood and that of the key. */
  readonly strength: number;
  /** Whether that is enough to open a dispute. */
  readonly isDisputed: boolean;
}

/** With fewer blind answers there is no evidence. */
export const fewestBlindAnswers = 30;
/** Learners who answered fewer other questions are ignored, so that accounts created for one question change nothing. */
export const fewestOtherAnswers = 10;
/** A key is disputed from this strength on; at the first look, where chance is largest, from `disputedAtFirst` on. */
const disputedFrom = 1;
const disputedAtFirst = 3;
/** From this strength on in the first pass, an item does not count towards its learners' ability in the second. */
const doubtfulFrom = 2;

const slopes = [0.3, 0.8, 1.4];
const difficulties = Array.from({ length: 21 }, (_, i) => -3.5 + 0.35 * i);
const difficultySpread = 1.3;

/**
 * The log likelihood of each option as the key, by the answers of learners of known ability z (in standard deviations):
 *
 *   M_k = Σ_s Σ_b e^(−b²/(2·1.3²)) ∏ (P_k(z) or 1 − P_k(z)) · Γ(J−1) ∏_{j≠k} n_j! / Γ(N − n_k + J − 1)
 *   P_k(z) = c + (1 − c)/(1 + e^(−s(z − b))), c = 1/J
 *
 * with J options, n_j answers of N for option j, slopes s of .3, .8 and 1.4 and difficulties b from −3.5 to 3.5. Learners
 * who know choose the key, by the three-parameter logistic model (Birnbaum, 1968). The others choose among the distractors
 * by shares that follow a flat Dirichlet distribution, integrated out (the Dirichlet-multinomial distribution, Mosimann, 1962).
 */
export function keyLikelihoods(
  answers: readonly { readonly ability: number; readonly optionId: string }[],
  optionIds: readonly string[],
): ReadonlyMap<string, number> {
  const options = optionIds.length;
  const countOf = (id: string) => answers.filter(({ optionId }) => optionId === id).length;
  const counts = new Map(optionIds.map((id) => [id, countOf(id)]));
  const knowing = logsOfKnowing(answers, optionIds);
  const logs = optionIds.map((key, k): [string, number] => {
    const others = optionIds.filter((id) => id !== key).map((id) => counts.get(id) as number);
    const wrong = others.reduce((sum, count) => sum + count, 0);
    const spread = others.reduce((sum, count) => sum + logGamma(count + 1), logGamma(options - 1));
    return [key, (knowing[k] as number) + spread - logGamma(wrong + options - 1)];
  });
  return new Map(logs);
}

/** For each option as the key: log Σ_s Σ_b e^(−b²/(2·1.3²)) ∏ (P_k or 1 − P_k). */
function logsOfKnowing(
  answers: readonly { readonly ability: number; readonly optionId: string }[],
  optionIds: readonly string[],
): readonly number[] {
  const guess = 1 / optionIds.length;
  const chosen = answers.map(({ optionId }) => optionIds.indexOf(optionId));
  const models = slopes.flatMap((slope) =>
    difficulties.map((difficulty) => {
      let missed = -(difficulty ** 2) / (2 * difficultySpread ** 2);
      // The chance is the same whichever option is the key: only what is right differs.
      const gained = optionIds.map(() => 0);
      for (const [i, { ability }] of answers.entries()) {
        const chance = guess + (1 - guess) / (1 + Math.exp(-slope * (ability - difficulty)));
        const option = chosen[i] as number;
        missed += Math.log(1 - chance);
        gained[option] = (gained[option] as number) + Math.log(chance / (1 - chance));
      }
      return gained.map((gain) => missed + gain);
    }),
  );
  return optionIds.map((_, k) => logSum(models.map((logs) => logs[k] as number)));
}

function logSum(logs: readonly number[]): number {
  const highest = Math.max(...logs);
  return highest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - highest), 0));
}

/**
 * The evidence of blind answers against the key of each item with at least `fewestBlindAnswers`, by question. Items that look
 * doubtful at first are left out of the ability estimate, and everything is calculated again: a wrong key makes
 * those who know look weak.
 *
 * Each item is judged at 30, 60, 120 … answers and keeps that result in between, so that judging every day does not
 * add chances of a false alarm.
 */
export function keyEvidence(
  items: readonly KeyedItem[],
  answers: readonly BlindAnswer[],
): ReadonlyMap<string, KeyEvidence> {
  const heard = answersHeard(answers);
  const first = evidenceFrom(items, standingsOf(heard).byQuestion);
  const doubtful = [...first].filter(([, { strength }]) => strength >= doubtfulFrom).map(([id]) => id);
  if (doubtful.length === 0) return first;
  return evidenceFrom(items, standingsOf(heard, new Set(doubtful)).byQuestion);
}

function answersHeard(answers: readonly BlindAnswer[]): readonly BlindAnswer[] {
  const learners = groupRows(answers, ({ learnerId }) => learnerId);
  return answers
    .filter(({ learnerId }) => (learners.get(learnerId)?.length ?? 0) > fewestOtherAnswers)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function evidenceFrom(
  items: readonly KeyedItem[],
  byQuestion: ReadonlyMap<string, readonly StandingAnswer<BlindAnswer>[]>,
): ReadonlyMap<string, KeyEvidence> {
  const found = new Map<string, KeyEvidence>();
  for (const { questionId, optionIds, key } of items) {
    const given = (byQuestion.get(questionId) ?? []).flatMap(({ answer: { optionId }, ability }) =>
      optionId !== null && optionIds.includes(optionId) ? [{ optionId, ability }] : [],
    );
    if (given.length < fewestBlindAnswers || optionIds.length < 2) continue;
    const own = given.slice(0, answersLookedAt(given.length));
    const likelihoods = keyLikelihoods(own, optionIds);
    const [rival, log] = [...likelihoods]
      .filter(([id]) => id !== key)
      .reduce((best, next) => (next[1] > best[1] ? next : best));
    const strength = log - (likelihoods.get(key) as number);
    const needed = own.length === fewestBlindAnswers ? disputedAtFirst : disputedFrom;
    found.set(questionId, { answers: own.length, rival, strength, isDisputed: strength >= needed });
  }
  return found;
}

/** The last of 30, 60, 120 … that is not above `answers`. */
function answersLookedAt(answers: number): number {
  return fewestBlindAnswers * 2 ** Math.floor(Math.log2(answers / fewestBlindAnswers));
}
