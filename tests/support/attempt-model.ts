/**
 * The rules of lib/exam/attempt.ts combined into one state that takes events, for tests of properties that hold for any
 * order of events.
 */
import { closeSection, finishOf, judgeChange, mayCheck, type Sitting } from "#lib/exam/attempt";
import { type Entry, isNewer } from "#lib/exam/entries";

/** A whole attempt as the rules see it. */
export interface AttemptState extends Sitting {
  readonly entries: readonly Entry[];
  readonly late: ReadonlySet<number>;
  readonly committed: ReadonlySet<number>;
  /** Positions whose key the learner was sent after the end. */
  readonly served: ReadonlySet<number>;
}

export type AttemptEvent =
  | { readonly type: "save"; readonly entry: Entry; readonly at: Date }
  | { readonly type: "check"; readonly position: number; readonly at: Date }
  | { readonly type: "close-section"; readonly index: number; readonly at: Date }
  | { readonly type: "submit"; readonly at: Date }
  | { readonly type: "discard"; readonly at: Date }
  | { readonly type: "serve-key"; readonly position: number; readonly at: Date }
  | { readonly type: "tick"; readonly at: Date };

/** The state after an event; the same state if a guard refuses it or it has happened before. */
export function applyEvent(state: AttemptState, event: AttemptEvent): AttemptState {
  switch (event.type) {
    case "save":
      return save(state, event.entry, event.at);
    case "check":
      return mayCheck(state, state.committed.has(event.position), event.at) && hasAnswer(state, event.position)
        ? { ...state, committed: new Set([...state.committed, event.position]) }
        : state;
    case "close-section":
      return { ...state, ...closeSection(state, event.index, event.at) };
    case "submit":
      return { ...state, ...finishOf(state, "by-learner", event.at) };
    case "discard":
      return { ...state, ...finishOf(state, "discard", event.at) };
    case "serve-key":
      return state.finishedAt === null || state.finishedBy === "discarded"
        ? state
        : { ...state, served: new Set([...state.served, event.position]) };
    case "tick":
      return { ...state, ...finishOf(state, "by-clock", event.at) };
  }
}

function save(state: AttemptState, entry: Entry, at: Date): AttemptState {
  if (state.entries.some((known) => isSame(known, entry))) return state;
  const { position } = entry;
  const item = { isCommitted: state.committed.has(position), isKeyServed: state.served.has(position) };
  const judged = judgeChange(state, entry, item, at);
  if (!judged.accepted) return state;
  return {
    ...state,
    entries: [...state.entries, entry],
    late: judged.late ? new Set([...state.late, entry.position]) : state.late,
  };
}

function isSame(a: Entry, b: Entry): boolean {
  return a.position === b.position && a.field === b.field && !isNewer(a, b) && !isNewer(b, a);
}

function hasAnswer(state: AttemptState, position: number): boolean {
  return state.entries.some((entry) => entry.position === position && entry.field === "answer");
}
