import type { EntryField } from "./entries.ts";
import { type SectionPlan, sectionAt, sectionOf, sectionSpans } from "./sections.ts";
import { timeliness } from "./timing.ts";

export type Reveal = "at-once" | "at-end";
/** "discarded": abandoned by its learner. It is never graded, and its keys are not shown. */
export type FinishedBy = "learner" | "deadline" | "discarded";

/** Everything that decides which events an attempt still accepts. */
export interface Sitting {
  readonly reveal: Reveal;
  readonly startedAt: Date;
  /** Null without a time limit. With sections: when the last one ends. */
  readonly deadlineAt: Date | null;
  readonly finishedAt: Date | null;
  readonly finishedBy: FinishedBy | null;
  readonly count: number;
  /** Empty when the attempt has no sections. */
  readonly sections: readonly SectionPlan[];
  /** When the learner closed a section, by its index. */
  readonly closings: readonly (Date | null)[];
}

export type Refusal =
  | "finished"
  | "too-late"
  | "committed"
  | "key-shown"
  | "no-such-item"
  | "section-closed"
  | "version-taken"
  | "too-many-changes";

/** How many changes an attempt in progress keeps: more than one change each second for two days. */
export const mostChanges = 200_000;

export type Judgement =
  | { readonly accepted: true; readonly late: boolean }
  | { readonly accepted: false; readonly reason: Refusal };

type Change = { readonly position: number; readonly field: EntryField; readonly madeAt: Date };

/** What has happened to one item before a change to it arrives. */
export interface ItemState {
  /** Its answer was checked, or graded when the attempt ended. */
  readonly isCommitted: boolean;
  /** Its learner has been sent its key since the attempt ended, on any page. */
  readonly isKeyServed: boolean;
}

/**
 * Returns whether a change received at `now` counts. A change made in time that arrives late counts for a while, marked as
 * late. Changes that arrive after the learner submitted do not count, and neither does an answer to an item whose key this
 * learner has been sent, whatever time its device states.
 */
export function judgeChange(sitting: Sitting, change: Change, item: ItemState, now: Date): Judgement {
  const { position, field, madeAt } = change;
  if (!Number.isInteger(position) || position < 1 || position > sitting.count) return refuse("no-such-item");
  if (sitting.finishedBy === "learner" || sitting.finishedBy === "discarded") return refuse("finished");
  if (item.isCommitted && field === "answer" && sitting.reveal === "at-once") return refuse("committed");
  if (item.isKeyServed && field === "answer") return refuse("key-shown");
  const open = openingOf(sitting, position, now);
  if (open === "not-yet") return refuse("section-closed");
  const when = timeliness(madeAt, open, now);
  if (when === "too-late") return refuse(sitting.sections.length > 0 ? "section-closed" : "too-late");
  return { accepted: true, late: when === "late-sync" };
}

/** When an item stops accepting answers: a moment, null for never, or "not-yet" before its section opens. */
function openingOf(sitting: Sitting, position: number, now: Date): Date | null | "not-yet" {
  if (sitting.sections.length === 0) return sitting.deadlineAt;
  const index = sectionOf(sitting.sections, position);
  const span = sectionSpans(sitting.sections, sitting.startedAt, sitting.closings)[index];
  return span === undefined || index > currentSection(sitting, now) ? "not-yet" : span.endsAt;
}

function refuse(reason: Refusal): Judgement {
  return { accepted: false, reason };
}

/** Whether an item's answer may be committed and its key shown, one item at a time. */
export function mayCheck(sitting: Sitting, isCommitted: boolean, now: Date): boolean {
  return sitting.reveal === "at-once" && !isCommitted && sitting.finishedAt === null && !isOver(sitting, now);
}

/** Whether only the clock can still change the attempt. */
export function isOver({ deadlineAt }: Pick<Sitting, "deadlineAt">, now: Date): boolean {
  return deadlineAt !== null && now >= deadlineAt;
}

/**
 * How an attempt that is submitted, discarded or found overdue at `now` ends; null when it has ended or need not end. An
 * overdue attempt can no longer be discarded: the clock has submitted it.
 */
export function finishOf(
  sitting: Pick<Sitting, "deadlineAt" | "finishedAt">,
  asked: "by-learner" | "by-clock" | "discard",
  now: Date,
): { readonly finishedAt: Date; readonly finishedBy: FinishedBy } | null {
  if (sitting.finishedAt !== null) return null;
  if (isOver(sitting, now)) return { finishedAt: sitting.deadlineAt as Date, finishedBy: "deadline" };
  if (asked === "by-clock") return null;
  return { finishedAt: now, finishedBy: asked === "discard" ? "discarded" : "learner" };
}

/**
 * The index of the open section; 0 for an attempt without sections. If the clock is set back, closed sections stay closed
 * and the open one stays open.
 */
export function currentSection(sitting: Sitting, now: Date): number {
  const spans = sectionSpans(sitting.sections, sitting.startedAt, sitting.closings);
  const closed = sitting.closings.findLastIndex((at) => at !== null) + 1;
  return Math.min(Math.max(sectionAt(spans, now), closed), Math.max(0, sitting.sections.length - 1));
}

/** The positions that can be seen and answered at `now`. */
export function openPositions(sitting: Sitting, now: Date): { readonly from: number; readonly to: number } {
  return sitting.sections[currentSection(sitting, now)] ?? { from: 1, to: sitting.count };
}

/** When the clock that the learner sees runs out: the open section's end, or the attempt's. */
export function clockEnd(sitting: Sitting, now: Date): Date | null {
  if (sitting.sections.length === 0) return sitting.deadlineAt;
  const spans = sectionSpans(sitting.sections, sitting.startedAt, sitting.closings);
  return spans[currentSection(sitting, now)]?.endsAt ?? null;
}

/** The sitting with its open section closed at `now` and the deadline moved to match; null when the last is open. */
export function closeSection(sitting: Sitting, index: number, now: Date): Sitting | null {
  if (sitting.finishedAt !== null || isOver(sitting, now)) return null;
  if (index !== currentSection(sitting, now) || index >= sitting.sections.length - 1) return null;
  const closings = sitting.sections.map((_, i) => (i === index ? now : (sitting.closings[i] ?? null)));
  const last = sectionSpans(sitting.sections, sitting.startedAt, closings)[sitting.sections.length - 1];
  return { ...sitting, closings, deadlineAt: last?.endsAt ?? null };
}
