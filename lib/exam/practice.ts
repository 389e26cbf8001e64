import { type Facility, fewestForDifficulty } from "./item-model.ts";

/** Why a learner may want a question again, in the order in which a question says it. */
export const practiceReasons = [
  "unseen",
  "missed",
  "sure-wrong",
  "guessed-right",
  "slow",
  "due",
  "flagged",
  "noted",
  "weakest-domain",
] as const;
export type PracticeReason = (typeof practiceReasons)[number];

export const difficultyLevels = ["easy", "medium", "hard"] as const;
export type DifficultyLevel = (typeof difficultyLevels)[number];

/** One answer of a learner that was graded. */
export interface PastAnswer {
  /** From 0 to 1. */
  readonly points: number;
  readonly at: Date;
  readonly confidence: "guess" | "unsure" | "sure" | null;
  /** Milliseconds; 0 where no time was taken. */
  readonly elapsedMs: number;
}

/** What a learner did with one question. */
export interface QuestionHistory {
  /** Oldest first. */
  readonly answers: readonly PastAnswer[];
  /** Whether it was ever asked, answered or not. */
  readonly isAsked: boolean;
  readonly isFlagged: boolean;
  readonly hasNote: boolean;
  /** When its review comes; null where it has none. */
  readonly dueAt: Date | null;
}

export const blankHistory: QuestionHistory = {
  answers: [],
  isAsked: false,
  isFlagged: false,
  hasNote: false,
  dueAt: null,
};

export interface PracticeTerms {
  readonly now: Date;
  /** Milliseconds that the exam has for a question. */
  readonly shareMs: number;
  readonly isWeakestDomain: boolean;
}

/**
 * Every reason that holds for a question. "Missed" holds once any answer earned less than all points. What depends on
 * confidence or time goes by the newest answer: who was sure and wrong, and right since, has mended it.
 */
export function reasonsOf(history: QuestionHistory, terms: PracticeTerms): readonly PracticeReason[] {
  const { answers, isAsked, isFlagged, hasNote, dueAt } = history;
  const newest = answers.at(-1);
  const holds: Readonly<Record<PracticeReason, boolean>> = {
    unseen: !isAsked,
    missed: answers.some(isMissed),
    "sure-wrong": newest !== undefined && isMissed(newest) && newest.confidence === "sure",
    "guessed-right": newest !== undefined && !isMissed(newest) && newest.confidence === "guess",
    slow: newest !== undefined && newest.elapsedMs > terms.shareMs,
    due: dueAt !== null && dueAt <= terms.now,
    flagged: isFlagged,
    noted: hasNote,
    "weakest-domain": terms.isWeakestDomain,
  };
  return practiceReasons.filter((reason) => holds[reason]);
}

export function isMissed({ points }: Pick<PastAnswer, "points">): boolean {
  return points < 1;
}

/** From this share of right first answers on a question is easy, and below the other one it is hard. */
export const easyFrom = 0.75;
export const hardBelow = 0.5;

/**
 * How hard a question is: by the first answers of 60 learners or more, otherwise by its author's word. Null where there is
 * neither. `facility` may only be given for a question whose key its viewer may see.
 */
export function levelOf(author: string | null, facility: Facility | null): DifficultyLevel | null {
  if (facility === null || facility.answers < fewestForDifficulty)
    return difficultyLevels.find((level) => level === author) ?? null;
  const share = facility.points / facility.answers;
  if (share >= easyFrom) return "easy";
  return share < hardBelow ? "hard" : "medium";
}

/** What was chosen of reasons and levels. An empty list leaves its kind open. */
export interface PracticeChoice {
  readonly reasons: readonly PracticeReason[];
  readonly levels: readonly DifficultyLevel[];
}

/** One question with all that a choice can ask of it. */
export interface PracticeFacts {
  readonly reasons: readonly PracticeReason[];
  readonly level: DifficultyLevel | null;
}

/** Whether one of the chosen reasons and one of the chosen levels hold. */
export function isChosen({ reasons, level }: PracticeFacts, choice: PracticeChoice): boolean {
  const hasReason = choice.reasons.length === 0 || choice.reasons.some((reason) => reasons.includes(reason));
  return hasReason && (choice.levels.length === 0 || (level !== null && choice.levels.includes(level)));
}

/** A reason with what it rests on, as it is kept with an item. */
export interface PickedReason {
  readonly reason: PracticeReason;
  /** How often it was missed. */
  readonly times?: number;
  /** When that was last so, or since when a review is due: as in JSON. */
  readonly at?: string;
  /** How long the newest answer took. */
  readonly elapsedMs?: number;
}

/** Which of the chosen reasons hold for a question, and what they rest on. */
export function pickedReasons(
  { reasons }: PracticeFacts,
  { answers, dueAt }: QuestionHistory,
  chosen: readonly PracticeReason[],
): readonly PickedReason[] {
  const newest = answers.at(-1);
  const missed = answers.filter(isMissed);
  const basis: Partial<Record<PracticeReason, Omit<PickedReason, "reason">>> = {
    missed: { times: missed.length, ...momentOf(missed.at(-1)?.at) },
    "sure-wrong": momentOf(newest?.at),
    "guessed-right": momentOf(newest?.at),
    slow: { elapsedMs: newest?.elapsedMs ?? 0, ...momentOf(newest?.at) },
    due: momentOf(dueAt),
  };
  return reasons.filter((each) => chosen.includes(each)).map((reason) => ({ reason, ...basis[reason] }));
}

function momentOf(at: Date | null | undefined): Pick<PickedReason, "at"> {
  return at === null || at === undefined ? {} : { at: at.toISOString() };
}
