/** What the chance of passing, from 0 to 1, says in words. */
export function verdictOf(chance: number): string {
  if (chance >= 0.95) return "You would very likely pass today";
  if (chance >= 0.75) return "You would more likely pass than not";
  if (chance >= 0.4) return "It could go either way";
  if (chance >= 0.1) return "Not there yet";
  return "You would very likely not pass yet";
}

/** The same as text. A sample never makes it certain. */
export function chanceOf(chance: number): string {
  if (chance > 0.99) return "over 99%";
  return chance < 0.01 ? "under 1%" : `${Math.round(100 * chance)}%`;
}
