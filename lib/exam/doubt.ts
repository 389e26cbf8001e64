/** The chance to guess one of four options. */
const guess = 0.25;

/**
 * How likely it is that a learner does not know a question that they have never missed, but guessed it: Bayes' rule. With a
 * share s of right answers, of which a guess earns g, they know k = (s − g)/(1 − g) of the questions, and of the right answers
 * (1 − k)g/s are guesses. From 0 to 1. The share is (right + 1)/(answers + 2), the rule of succession (Laplace, 1774).
 */
export function doubtOf({ answers, right }: { readonly answers: number; readonly right: number }): number {
  const share = (right + 1) / (answers + 2);
  const known = Math.max(0, (share - guess) / (1 - guess));
  return Math.min(1, ((1 - known) * guess) / share);
}
