/** With fewer people there is no majority. */
export const majorityMinimum = 10;

/** The number of people who chose exactly these options. */
export interface AnswerCount {
  /** Sorted. */
  readonly optionIds: readonly string[];
  readonly people: number;
}

export interface Bar {
  readonly optionId: string;
  readonly people: number;
  /**
   * Share of everyone who answered, in whole percent. If several options can be chosen, the shares add up to more than
   * 100.
   */
  readonly percent: number;
}

export interface Distribution {
  readonly people: number;
  readonly bars: readonly Bar[];
  /** What more than half chose, once `majorityMinimum` people have answered. */
  readonly majority: readonly string[] | null;
}

/** Counts people by option, in the reader's `order`. Answers that name other options than these are left out. */
export function distribute(counts: readonly AnswerCount[], order: readonly string[]): Distribution {
  const known = new Set(order);
  const valid = counts.filter(({ optionIds }) => optionIds.length > 0 && optionIds.every((id) => known.has(id)));
  const people = valid.reduce((total, count) => total + count.people, 0);
  const bars = order.map((optionId) => {
    const chosen = valid.reduce((sum, count) => sum + (count.optionIds.includes(optionId) ? count.people : 0), 0);
    return { optionId, people: chosen, percent: people === 0 ? 0 : Math.round((100 * chosen) / people) };
  });
  return { people, bars, majority: people < majorityMinimum ? null : majorityOf(valid, people) };
}

function majorityOf(counts: readonly AnswerCount[], people: number): readonly string[] | null {
  const totals = new Map<string, AnswerCount>();
  for (const { optionIds, people: more } of counts) {
    const key = optionIds.join(" ");
    totals.set(key, { optionIds, people: (totals.get(key)?.people ?? 0) + more });
  }
  return [...totals.values()].find((count) => count.people * 2 > people)?.optionIds ?? null;
}
