/** The keys of a question's page, each with what it does. */
export const keys: readonly (readonly [keys: string, does: string])[] = [
  ["1 to 9", "choose an option"],
  ["Shift and 1 to 9", "rule out an option"],
  ["Enter", "check the answer, or go on"],
  ["N, P", "next, previous"],
  ["F", "flag"],
  ["T", "hide or show the time"],
  ["G", "question map"],
  ["?", "this help"],
];
