import type { Reveal } from "#lib/exam/attempt";
import { isObject, readColumn } from "#lib/exam/json-columns";
import type { Marking, RuleVersion, ScoringRule } from "#lib/exam/kinds/kind";
import type { DifficultyLevel, PracticeReason } from "#lib/exam/practice";
import type { SectionPlan } from "#lib/exam/sections";
import type { PlanPart } from "#lib/exam/study-plan";

export const attemptModes = ["study", "mock", "drill", "review", "question"] as const;
export type AttemptMode = (typeof attemptModes)[number];

/** The rules fixed at the start; later changes of the exam do not change an attempt in progress. */
export interface AttemptPlan {
  /** When an item's key is shown: after each answer, or when the attempt is finished. */
  readonly reveal: Reveal;
  readonly timeLimitMinutes: number | null;
  /** Cut score in percent. */
  readonly passing: number;
  readonly scoring: ScoringRule;
  /** Absent in attempts that started under version 1. */
  readonly ruleVersion?: RuleVersion;
  readonly sections: readonly SectionPlan[];
  /** Identifies the questions and wordings that the draw was made from: the same seed and hash give the same attempt. */
  readonly bankHash: string;
  /** What was chosen at the start, for starting the same again. */
  readonly choices: StartChoices;
}

/** The plan of an attempt as stored. */
export function readPlan(json: string): AttemptPlan {
  return readColumn("the plan of an attempt", json, (value) => isObject(value) && "reveal" in value);
}

/** What the answers of an attempt are graded by. */
export function markingOf({ scoring, ruleVersion = 1 }: AttemptPlan): Marking {
  return { rule: scoring, version: ruleVersion };
}

/** What a learner can choose before a start. Everything is optional; absent choices follow the exam. */
export interface StartChoices {
  readonly domains?: readonly string[];
  readonly tags?: readonly string[];
  /** At least one of these must apply. */
  readonly reasons?: readonly PracticeReason[];
  readonly levels?: readonly DifficultyLevel[];
  readonly count?: number;
  readonly order?: "random" | "in-order";
  readonly reveal?: Reveal;
  /** Minutes; null for no limit. */
  readonly minutes?: number | null;
  /** A factor on the exam's own time; null for no limit. */
  readonly timeFactor?: number | null;
  /** Only the questions that the learner's plan has for today; `mock`: those set aside for its mock exam. */
  readonly plan?: PlanPart;
  /** Only what was not fully correct in this earlier attempt. */
  readonly missedOf?: string;
}
