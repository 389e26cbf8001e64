/** How many of a mock exam's questions the learner had not seen the key of before: what its score is worth as a forecast. */
export function newToYou(count: number, items: number): string {
  if (count === items) return `all ${items} new to you`;
  return `${count} of ${items} new to you`;
}
