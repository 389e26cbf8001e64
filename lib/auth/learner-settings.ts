import { isObject, readColumn } from "#lib/exam/json-columns";

/** What a learner has chosen, or their device has said. Guests have it too. */
export interface LearnerSettings {
  /** An IANA name such as "Europe/Berlin". */
  readonly timeZone?: string;
  /** In which they last read pages, such as "de-AT": for mails. */
  readonly locale?: string;
  /** By exam. */
  readonly plans?: Readonly<Record<string, PlanSettings>>;
  /** By exam how the real one went, the newest last. */
  readonly outcomes?: Readonly<Record<string, readonly ReportedOutcome[]>>;
  /** Goes into the address of the calendar; absent until its owner has withdrawn the first one. */
  readonly calendarRound?: string;
}

/** When a learner sits the exam, and when they have time to study. */
export interface PlanSettings {
  /** Such as "2026-12-24". */
  readonly examDate: string;
  /** 0 for Sunday to 6. */
  readonly weekdays: readonly number[];
  readonly minutesPerDay: number;
  /** The share of reviews that should be answered correctly, in percent; 90 where it is absent. */
  readonly retention?: number;
  /** The ids of questions kept back for the mock exam of the last week; absent where none is kept. */
  readonly form?: readonly string[];
}

/** How a real exam went, as its learner tells it. */
export interface ReportedOutcome {
  /** Such as "2026-12-24". */
  readonly examDate: string;
  readonly passed: boolean;
  /** In percent; null where the learner gave none. */
  readonly score: number | null;
  /** What was forecast for that day from the answers until then, before any recalibration; null without a forecast. */
  readonly forecast: { readonly passProbability: number; readonly expected: number } | null;
}

export function readLearnerSettings(kept: string): LearnerSettings {
  return readColumn("the settings of a learner", kept, isObject);
}

/** What is kept for an exam. A name that every object knows, such as `constructor`, has nothing either. */
export function ofExam<T>(byExam: Readonly<Record<string, T>> | undefined, examSlug: string): T | undefined {
  return byExam !== undefined && Object.hasOwn(byExam, examSlug) ? byExam[examSlug] : undefined;
}

/** The settings of an account that takes over a guest's: its own win. */
export function mergeSettings(own: LearnerSettings, guests: LearnerSettings): LearnerSettings {
  // The address of the account's calendar stays as it is.
  const { calendarRound: _, ...taken } = guests;
  const plans = { ...guests.plans, ...own.plans };
  return { ...taken, ...own, plans, outcomes: { ...guests.outcomes, ...own.outcomes } };
}
