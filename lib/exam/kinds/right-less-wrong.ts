/** How many of a question's correct (or incorrect) choices an answer makes. */
interface Made {
  readonly chosen: number;
  readonly of: number;
}

/**
 * max(0, share of all right choices made - share of all wrong choices made), from 0 to 1. Making every choice is worth 0,
 * and so is choosing at random, on average, before the floor: with k right choices of m, a random choice is right with a
 * chance of k/m and then adds 1/k, and is wrong with a chance of (m - k)/m and then takes 1/(m - k). The correction for
 * guessing "right - wrong/(m - 1)" is this with k = 1.
 */
export function rightLessWrong(right: Made, wrong: Made): number {
  return Math.max(0, share(right) - share(wrong));
}

/** The share is 0 when there are no such choices. */
function share({ chosen, of }: Made): number {
  return of === 0 ? 0 : chosen / of;
}
