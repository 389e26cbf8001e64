import { expect } from "vitest";
import type { Entry } from "#lib/exam/entries";
import { at, identity, minute } from "./attempt-events.ts";
import type { AttemptEvent, AttemptState } from "./attempt-model.ts";

/** When the part of an attempt that contains a position ends, and whether it has begun at `now`. */
export function partOf(state: AttemptState, position: number, now: Date): { end: Date | null; hasBegun: boolean } {
  let begin: Date | null = at(0);
  let hasBegun = true;
  for (const [i, { to, minutes }] of state.sections.entries()) {
    const ends: Date[] = [];
    if (begin !== null && minutes !== null) ends.push(new Date(begin.getTime() + minutes * minute));
    const closing = state.closings[i] ?? null;
    if (closing !== null) ends.push(closing);
    const end = ends.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
    if (position <= to) return { end, hasBegun };
    hasBegun &&= closing !== null || (end !== null && now >= end);
    begin = end;
  }
  return { end: state.deadlineAt, hasBegun };
}

/** The rules again, as a list of conditions for accepting a change. Independent of the code under test. */
export function mayBeTaken(state: AttemptState, entry: Entry, now: Date): boolean {
  const { end, hasBegun } = partOf(state, entry.position, now);
  return [
    [1, 2, 3, 4].includes(entry.position),
    state.finishedBy !== "learner" && state.finishedBy !== "discarded",
    !(state.reveal === "at-once" && entry.field === "answer" && state.committed.has(entry.position)),
    !(entry.field === "answer" && state.served.has(entry.position)),
    hasBegun,
    end === null || now < end || entry.madeAt.getTime() <= end.getTime() + 1_000,
    end === null || now.getTime() <= end.getTime() + 24 * 60 * minute,
  ].every(Boolean);
}

/** The properties of every state. */
export function expectLegal(state: AttemptState): void {
  expect((state.finishedAt === null) === (state.finishedBy === null)).toBe(true);
  if (state.finishedBy === "deadline") expect(state.finishedAt).toEqual(state.deadlineAt);
  if (state.finishedBy === "discarded") expect(state.served.size).toBe(0);
  if ((state.finishedBy === "learner" || state.finishedBy === "discarded") && state.deadlineAt !== null)
    expect((state.finishedAt as Date) < state.deadlineAt).toBe(true);
  expect(new Set(state.entries.map(identity)).size).toBe(state.entries.length);
  expect(state.entries.every(({ position }) => [1, 2, 3, 4].includes(position))).toBe(true);
  if (state.reveal === "at-end") expect(state.committed.size).toBe(0);
  const answered = new Set(state.entries.filter(({ field }) => field === "answer").map(({ position }) => position));
  for (const position of state.committed) expect(answered.has(position)).toBe(true);
  // The last section is closed by submitting, never automatically.
  expect(state.closings[state.sections.length - 1] ?? null).toBeNull();
  if (state.served.size > 0) expect(state.finishedAt).not.toBeNull();
}

/** The properties of every step from one state to the next. */
export function expectLegalStep(before: AttemptState, event: AttemptEvent, state: AttemptState): void {
  const isOverNow = before.deadlineAt !== null && event.at >= before.deadlineAt;
  expect(state.entries.slice(0, before.entries.length)).toEqual(before.entries);
  for (const position of before.served) {
    expect(state.served.has(position)).toBe(true);
    expect(answersAt(state, position)).toEqual(answersAt(before, position));
  }
  for (const position of before.committed) {
    expect(state.committed.has(position)).toBe(true);
    expect(answersAt(state, position)).toEqual(answersAt(before, position));
  }
  if (before.finishedAt !== null) {
    expect(state.finishedAt).toBe(before.finishedAt);
    expect(state.finishedBy).toBe(before.finishedBy);
    expect(state.committed.size).toBe(before.committed.size);
    expect(state.closings).toEqual(before.closings);
  }
  before.closings.forEach((closing, i) => {
    if (closing !== null) expect(state.closings[i]).toBe(closing);
  });
  if (before.deadlineAt !== null) expect((state.deadlineAt as Date) <= before.deadlineAt).toBe(true);
  if (isOverNow) {
    expect(state.committed.size).toBe(before.committed.size);
    expect(state.closings).toEqual(before.closings);
  }
  if (event.type === "submit") expect(state.finishedBy).not.toBeNull();
  if (event.type === "submit" && before.finishedAt === null)
    expect(state.finishedBy).toBe(isOverNow ? "deadline" : "learner");
  if (event.type === "discard" && before.finishedAt === null)
    expect(state.finishedBy).toBe(isOverNow ? "deadline" : "discarded");
  if (event.type === "tick") expect(state.finishedBy).toBe(before.finishedBy ?? (isOverNow ? "deadline" : null));
  if (event.type === "check") {
    const may = before.reveal === "at-once" && before.finishedAt === null && !isOverNow;
    expect(state.committed.has(event.position)).toBe(
      before.committed.has(event.position) || (may && answersAt(before, event.position).length > 0),
    );
  }
  if (event.type === "save") {
    const isKnown = before.entries.some((known) => identity(known) === identity(event.entry));
    const isTaken = !isKnown && mayBeTaken(before, event.entry, event.at);
    expect(state.entries.length - before.entries.length).toBe(isTaken ? 1 : 0);
    if (!isTaken) expect(state).toBe(before);
  } else expect(state.entries).toBe(before.entries);
}

export function answersAt(state: AttemptState, position: number): readonly Entry[] {
  return state.entries.filter((entry) => entry.position === position && entry.field === "answer");
}
