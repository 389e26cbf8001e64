import type { Reveal } from "#lib/exam/attempt";
import { isObject, readColumn } from "#lib/exam/json-columns";
import type { Marking, RuleVersion, ScoringRule } from "#lib/exam/kinds/kind";
import type { DifficultyLevel, PracticeReason } from "#lib/exam/practice";
import type { SectionPlan } from "#lib/exam/sections";
import type { PlanPart } from "#lib/exam/study-plan";

export const attemptModes = ["study", "mock", "drill", "review", "question"] as const;
export type AttemptMode = (typeof attemptModes)[number];

/** What was agreed when the attempt was started; a later change of the exam does not change a running attempt. */
export interface AttemptPlan {
  /** When an item's key is shown: after each answer, or when the attempt is finished. */
  readonly reveal: Reveal;
  readonly timeLimitMinutes: number | null;
  /** Cut score in percent. */
  readonly passing: number;
  readonly scoring: ScoringRule;
  /** Absent in attempts that began under version 1. */
  readonly ruleVersion?: RuleVersion;
  readonly sections: readonly SectionPlan[];
  /** Which questions, in which wordings, the draw was made from: the same seed and hash give the same attempt. */
  readonly bankHash: string;
  /** What was chosen at the start, for starting the same again. */
  readonly choices: StartChoices;
}

/** The plan of an attempt as it is kept. */
export function readPlan(json: string): AttemptPlan {
  return readColumn("the plan of an attempt", json, (value) => isObject(value) && "reveal" in value);
}

/** By what the answers of an attempt are graded. */
export function markingOf({ scoring, ruleVersion = 1 }: AttemptPlan): Marking {
  return { rule: scoring, version: ruleVersion };
}

/** What a learner may choose before a start. All of it is optional; what is absent follows the exam. */
export interface StartChoices {
  readonly domains?: readonly string[];
  readonly tags?: readonly string[];
  /** Any of these has to hold. */
  readonly reasons?: readonly PracticeReason[];
  readonly levels?: readonly DifficultyLevel[];
  readonly count?: number;
  readonly order?: "random" | "in-order";
  readonly reveal?: Reveal;
  /** Minutes; null for no limit. */
  readonly minutes?: number | null;
  /** Times the exam's own time; null for no limit. */
  readonly timeFactor?: number | null;
  /** Only what the learner's plan has for today; `mock`: what it keeps back for its mock exam. */
  readonly plan?: PlanPart;
  /** Only what was not right in this earlier attempt. */
  readonly missedOf?: string;
}
