import type { EntryField } from "./entries.ts";
import { type SectionPlan, sectionAt, sectionOf, sectionSpans } from "./sections.ts";
import { timeliness } from "./timing.ts";

export type Reveal = "at-once" | "at-end";
/** "discarded": given up by its learner. Nothing of it is graded and no key is shown for it. */
export type FinishedBy = "learner" | "deadline" | "discarded";

/** What decides which events an attempt still takes. */
export interface Sitting {
  readonly reveal: Reveal;
  readonly startedAt: Date;
  /** Null without a time limit. With sections: when the last one ends. */
  readonly deadlineAt: Date | null;
  readonly finishedAt: Date | null;
  readonly finishedBy: FinishedBy | null;
  readonly count: number;
  /** Empty when the attempt is one piece. */
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

/** So many changes of one attempt are kept while it runs: more than somebody makes who changes an answer each second for two days. */
export const mostChanges = 200_000;

export type Judgement =
  | { readonly accepted: true; readonly late: boolean }
  | { readonly accepted: false; readonly reason: Refusal };

type Change = { readonly position: number; readonly field: EntryField; readonly madeAt: Date };

/** What has happened to one item before a change to it arrives. */
export interface ItemState {
  /** Its answer was checked, or graded when the attempt ended. */
  readonly isCommitted: boolean;
  /** Its learner was sent its key after the attempt ended, by whatever page. */
  readonly isKeyServed: boolean;
}

/**
 * Whether a change received at `now` counts. What was made in time and comes late counts for a while, marked as late.
 * What comes after the learner submitted does not count, and neither does an answer to an item whose key this learner
 * has been sent, whenever its device says it was made.
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

/** Until when an item takes answers: a moment, null for no end, or "not-yet". */
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

/** Whether nothing but the clock decides any more. */
export function isOver({ deadlineAt }: Pick<Sitting, "deadlineAt">, now: Date): boolean {
  return deadlineAt !== null && now >= deadlineAt;
}

/**
 * How an attempt ends that is submitted, discarded, or found overdue, at `now`; null when it has ended or need not end. One
 * whose time is over cannot be discarded any more: the clock has submitted it.
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
 * The index of the open section; 0 for an attempt in one piece. What the learner closed stays closed, and what is open
 * stays open, when the clock is set back.
 */
export function currentSection(sitting: Sitting, now: Date): number {
  const spans = sectionSpans(sitting.sections, sitting.startedAt, sitting.closings);
  const closed = sitting.closings.findLastIndex((at) => at !== null) + 1;
  return Math.min(Math.max(sectionAt(spans, now), closed), Math.max(0, sitting.sections.length - 1));
}

/** The positions that may be seen and answered at `now`. */
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
