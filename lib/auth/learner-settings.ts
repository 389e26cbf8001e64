import { isObject, readColumn } from "#lib/exam/json-columns";

/** What a learner has chosen, or their device has said. Guests have it too. */
export interface LearnerSettings {
  /** An IANA name such as "Europe/Berlin". */
  readonly timeZone?: string;
  /** By exam. */
  readonly plans?: Readonly<Record<string, PlanSettings>>;
}

/** When a learner sits the exam, and when they have time to study. */
export interface PlanSettings {
  /** Such as "2026-12-24". */
  readonly examDate: string;
  /** 0 for Sunday to 6. */
  readonly weekdays: readonly number[];
  readonly minutesPerDay: number;
}

export function readLearnerSettings(kept: string): LearnerSettings {
  return readColumn("the settings of a learner", kept, isObject);
}

/** The settings of an account that takes over a guest's: its own win. */
export function mergeSettings(own: LearnerSettings, guests: LearnerSettings): LearnerSettings {
  return { ...guests, ...own, plans: { ...guests.plans, ...own.plans } };
}
