/** One learner's first answer to one question. */
export interface ItemAnswer {
  readonly learnerId: string;
  readonly questionId: string;
  /** From 0 to 1. */
  readonly points: number;
  /** What was chosen; empty for "I don't know" and for kinds without options. */
  readonly optionIds: readonly string[];
}

export interface ItemStatistics {
  readonly questionId: string;
  readonly answers: number;
  /** Mean points, from 0 (nobody) to 1 (everybody). */
  readonly facility: number;
  /** How well the item tells those who know from those who do not, from -1 to 1; null where it cannot be said. */
  readonly discrimination: number | null;
  /** How many learners the discrimination rests on. */
  readonly pairs: number;
  /** How many chose each option that anybody chose. */
  readonly choices: ReadonlyMap<string, number>;
}

/** Below so many answers an item is not judged. */
export const fewestAnswersToJudge = 30;
/** So many other answers a learner must have given to count for an item's discrimination. */
const fewestOthers = 5;

/** The statistics of every question that was answered. */
export function itemStatistics(answers: readonly ItemAnswer[]): ReadonlyMap<string, ItemStatistics> {
  const totals = new Map<string, { points: number; answers: number }>();
  const byQuestion = new Map<string, ItemAnswer[]>();
  for (const answer of answers) {
    const total = totals.get(answer.learnerId) ?? { points: 0, answers: 0 };
    totals.set(answer.learnerId, { points: total.points + answer.points, answers: total.answers + 1 });
    const own = byQuestion.get(answer.questionId);
    if (own === undefined) byQuestion.set(answer.questionId, [answer]);
    else own.push(answer);
  }
  return new Map([...byQuestion].map(([id, own]) => [id, describeItem(id, own, totals)]));
}

function describeItem(
  questionId: string,
  answers: readonly ItemAnswer[],
  totals: ReadonlyMap<string, { readonly points: number; readonly answers: number }>,
): ItemStatistics {
  const choices = new Map<string, number>();
  for (const { optionIds } of answers) for (const id of optionIds) choices.set(id, (choices.get(id) ?? 0) + 1);
  const pairs = answers.flatMap(({ learnerId, points }): [number, number][] => {
    const total = totals.get(learnerId);
    if (total === undefined || total.answers - 1 < fewestOthers) return [];
    return [[points, (total.points - points) / (total.answers - 1)]];
  });
  const facility = answers.reduce((sum, answer) => sum + answer.points, 0) / answers.length;
  return {
    questionId,
    answers: answers.length,
    facility,
    discrimination: correlation(pairs),
    pairs: pairs.length,
    choices,
  };
}

/**
 * Pearson's correlation of an item's points with the rest of the answers, the item itself left out: the corrected
 * item-total correlation (Henrysson, 1963, "Correction of item-total correlations in item analysis"), a point-biserial
 * one where points are 0 or 1. The rest is a mean, because learners answer different numbers of questions.
 */
function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  if (pairs.length < 3) return null;
  const mean = (index: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[index], 0) / pairs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  let [xx, yy, xy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
    xy += (x - meanX) * (y - meanY);
  }
  // Where everybody answered alike nothing can be told apart; rounding must not make a figure of it.
  return xx < 1e-12 || yy < 1e-12 ? null : xy / Math.sqrt(xx * yy);
}

export type ItemFlag = "few-answers" | "negative" | "weak" | "hard" | "easy" | "unused-distractor" | "distractor-leads";

/**
 * Where the facility of an item lies in 95 of 100 cases, given so many answers: the Wilson score interval ("Probable
 * inference, the law of succession, and statistical inference", 1927). Points between 0 and 1 vary less than right and
 * wrong do, so it is never too narrow.
 */
export function facilityRange(facility: number, answers: number): readonly [number, number] {
  const z = 1.96;
  const middle = (facility + z ** 2 / (2 * answers)) / (1 + z ** 2 / answers);
  const spread =
    (z / (1 + z ** 2 / answers)) * Math.sqrt((facility * (1 - facility)) / answers + (z / (2 * answers)) ** 2);
  return [Math.max(0, middle - spread), Math.min(1, middle + spread)];
}

/** What an author should look at. `key` and `optionIds` are empty for kinds whose options are not chosen from. */
export function itemFlags(
  statistics: ItemStatistics | null,
  key: readonly string[],
  optionIds: readonly string[],
): readonly ItemFlag[] {
  if (statistics === null || statistics.answers < fewestAnswersToJudge) return ["few-answers"];
  const { facility, discrimination, pairs, choices } = statistics;
  const flags: ItemFlag[] = [];
  if (discrimination !== null && pairs >= fewestAnswersToJudge) {
    if (discrimination < 0) flags.push("negative");
    else if (discrimination < 0.1) flags.push("weak");
  }
  if (facility < 0.2) flags.push("hard");
  if (facility > 0.95) flags.push("easy");
  const chosen = (id: string) => choices.get(id) ?? 0;
  const distractors = optionIds.filter((id) => !key.includes(id));
  if (distractors.some((id) => chosen(id) === 0)) flags.push("unused-distractor");
  const weakestKey = Math.min(...key.map(chosen));
  if (key.length > 0 && distractors.some((id) => chosen(id) > weakestKey)) flags.push("distractor-leads");
  return flags;
}
