import { isObject, readColumn } from "#lib/exam/json-columns";

/** What a learner has chosen, or their device has reported. Guests have settings too. */
export interface LearnerSettings {
  /** An IANA name such as "Europe/Berlin". */
  readonly timeZone?: string;
  /** The locale in which they last read pages, such as "de-AT": for mails. */
  readonly locale?: string;
  /** By exam. */
  readonly plans?: Readonly<Record<string, PlanSettings>>;
  /** For each exam, how the real one went, the newest last. */
  readonly outcomes?: Readonly<Record<string, readonly ReportedOutcome[]>>;
  /** Part of the calendar's address; absent until its owner has replaced the first address. */
  readonly calendarRound?: string;
}

/** When a learner takes the exam, and when they have time to study. */
export interface PlanSettings {
  /** Such as "2026-12-24". */
  readonly examDate: string;
  /** 0 for Sunday to 6. */
  readonly weekdays: readonly number[];
  readonly minutesPerDay: number;
  /** The share of reviews that should be answered correctly, in percent; 90 where it is absent. */
  readonly retention?: number;
  /** The ids of questions set aside for the mock exam of the last week; absent if there are none. */
  readonly form?: readonly string[];
}

/** How a real exam went, as reported by its learner. */
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

/** What is stored for an exam. For a name that every object has, such as `constructor`, nothing is stored either. */
export function ofExam<T>(byExam: Readonly<Record<string, T>> | undefined, examSlug: string): T | undefined {
  return byExam !== undefined && Object.hasOwn(byExam, examSlug) ? byExam[examSlug] : undefined;
}

/** The settings of an account that adopts a guest: its own take precedence. */
export function mergeSettings(own: LearnerSettings, guests: LearnerSettings): LearnerSettings {
  // The address of the account's calendar does not change.
  const { calendarRound: _, ...taken } = guests;
  const plans = { ...guests.plans, ...own.plans };
  return { ...taken, ...own, plans, outcomes: { ...guests.outcomes, ...own.outcomes } };
}
