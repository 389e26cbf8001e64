import type { DifficultyLevel, PickedReason, PracticeReason } from "#lib/exam/practice";

/** What the form of custom practice says of each choice. */
export const reasonLabels: Readonly<Record<PracticeReason, string>> = {
  unseen: "New to you",
  missed: "Missed before",
  "sure-wrong": "Sure and wrong last time",
  "guessed-right": "Guessed right last time",
  slow: "Slow last time",
  due: "Due for review",
  flagged: "Flagged",
  noted: "With your note",
  "weakest-domain": "Your weakest domain",
};

export const levelLabels: Readonly<Record<DifficultyLevel, string>> = { easy: "Easy", medium: "Medium", hard: "Hard" };

/** Why a question was picked: "Picked because you missed it twice, last on 3 March". `dayOf` writes a moment as a day. */
export function pickedSentence(picked: readonly PickedReason[], dayOf: (at: Date) => string): string | null {
  if (picked.length === 0) return null;
  return `Picked because ${picked.map((each) => clauseOf(each, dayOf)).join("; ")}.`;
}

function clauseOf({ reason, times = 1, at, elapsedMs = 0 }: PickedReason, dayOf: (at: Date) => string): string {
  const day = at === undefined ? "" : dayOf(new Date(at));
  switch (reason) {
    case "unseen":
      return "it is new to you";
    case "missed":
      return times === 1 ? `you missed it on ${day}` : `you missed it ${timesWord(times)}, last on ${day}`;
    case "sure-wrong":
      return `you were sure and wrong on ${day}`;
    case "guessed-right":
      return `you guessed it right on ${day}`;
    case "slow":
      return `it took you ${secondsWords(elapsedMs)} on ${day}`;
    case "due":
      return `its review is due since ${day}`;
    case "flagged":
      return "you flagged it";
    case "noted":
      return "you wrote a note on it";
    case "weakest-domain":
      return "it is from your weakest domain";
  }
}

function timesWord(times: number): string {
  return times === 2 ? "twice" : `${times} times`;
}

function secondsWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
