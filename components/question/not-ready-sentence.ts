const sentences: Readonly<Record<string, string>> = {
  "nothing-chosen": "Give an answer first, or press “I don’t know”.",
  "order-incomplete": "Give every entry a place of its own.",
  "place-shared": "Two entries have the same place. The order is kept once each has one of its own.",
  "pairs-incomplete": "Find a partner for every entry.",
  "not-a-number": "Write a number, such as 0.75 or 1200.",
  "foreign-answer": "That answer belongs to another question. Choose again.",
};

/** What a learner is told when an answer cannot be committed yet. */
export function notReadySentence(reason: string, select: number | null): string {
  if (reason === "choose-exactly") return `Choose exactly ${select}.`;
  if (reason === "choose-at-most") return `Choose at most ${select}.`;
  return sentences[reason] ?? "This answer cannot be checked yet.";
}
