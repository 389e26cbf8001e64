import { type Facility, fewestForDifficulty } from "./item-model.ts";

/** Reasons to practise a question, in the order in which they are listed. */
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

/** One graded answer of a learner. */
export interface PastAnswer {
  /** From 0 to 1. */
  readonly points: number;
  readonly at: Date;
  readonly confidence: "guess" | "unsure" | "sure" | null;
  /** Milliseconds; 0 when no time was measured. */
  readonly elapsedMs: number;
}

/** What a learner did with one question. */
export interface QuestionHistory {
  /** Oldest first. */
  readonly answers: readonly PastAnswer[];
  /** Whether it was ever asked, even if it was not answered. */
  readonly isAsked: boolean;
  readonly isFlagged: boolean;
  readonly hasNote: boolean;
  /** When its review is due; null when it has none. */
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
  /** The exam's time per question, in milliseconds. */
  readonly shareMs: number;
  readonly isWeakestDomain: boolean;
}

/**
 * Every reason that applies to a question. "Missed" applies once any answer earned less than full points. Reasons about
 * confidence or time depend on the newest answer: a learner who was sure but wrong, and then answered correctly, has fixed it.
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

/** The share of correct first answers from which a question is easy, and the one below which it is hard. */
export const easyFrom = 0.75;
export const hardBelow = 0.5;

/**
 * How hard a question is: by the first answers of at least 60 learners, otherwise as its author says. Null without either.
 * Pass `facility` only for a question whose key the viewer may see.
 */
export function levelOf(author: string | null, facility: Facility | null): DifficultyLevel | null {
  if (facility === null || facility.answers < fewestForDifficulty)
    return difficultyLevels.find((level) => level === author) ?? null;
  const share = facility.points / facility.answers;
  if (share >= easyFrom) return "easy";
  return share < hardBelow ? "hard" : "medium";
}

/** The chosen reasons and levels. An empty list does not restrict. */
export interface PracticeChoice {
  readonly reasons: readonly PracticeReason[];
  readonly levels: readonly DifficultyLevel[];
}

/** One question with everything that a choice can filter by. */
export interface PracticeFacts {
  readonly reasons: readonly PracticeReason[];
  readonly level: DifficultyLevel | null;
}

/** Whether one of the chosen reasons and one of the chosen levels apply. */
export function isChosen({ reasons, level }: PracticeFacts, choice: PracticeChoice): boolean {
  const hasReason = choice.reasons.length === 0 || choice.reasons.some((reason) => reasons.includes(reason));
  return hasReason && (choice.levels.length === 0 || (level !== null && choice.levels.includes(level)));
}

/** A reason with its evidence, as stored with an item. */
export interface PickedReason {
  readonly reason: PracticeReason;
  /** How often it was missed. */
  readonly times?: number;
  /** When it last happened, or since when a review is due; an ISO date as in JSON. */
  readonly at?: string;
  /** How long the newest answer took. */
  readonly elapsedMs?: number;
}

/** Which of the chosen reasons apply to a question, with their evidence. */
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
