/*
 * When the changes in the outbox are sent: the state machine of one attempt in one tab. It has no clock, store or network, so
 * that every order of events can be tried; `sync.ts` does what it commands.
 */

export type SaveState = "starting" | "saved" | "saving" | "failed";

export interface Loop {
  /** Resting: nothing to send. Typing, waiting: a flush is set. Sending: the outbox is being read or sent. */
  readonly phase: "resting" | "typing" | "sending" | "waiting";
  readonly saveState: SaveState;
  /** How many changes the server has not confirmed. */
  readonly pending: number;
  /** Tries in a row that failed. */
  readonly failures: number;
  /** Changes that are being written to the outbox. */
  readonly writing: number;
  /** Something was changed since the outbox was last read. */
  readonly isDirty: boolean;
}

export type LoopEvent =
  | { readonly type: "change-begun" }
  | { readonly type: "change-kept"; readonly isTyped: boolean }
  /** The outbox must be sent now: a timer fired, the page is being left, or something waits for everything to be saved. */
  | { readonly type: "flush-asked" }
  | { readonly type: "outbox-read"; readonly pending: number }
  | { readonly type: "batch-answered" }
  /** `chance` is between 0 and 1: it spreads the retries of many devices. */
  | { readonly type: "batch-failed"; readonly chance: number }
  /** The server was restored to an earlier state, and this many of its answers are in the outbox again. */
  | { readonly type: "taken-back"; readonly pending: number };

export type Command =
  | { readonly do: "nothing" }
  | { readonly do: "flush"; readonly afterMs: number }
  | { readonly do: "read-outbox"; readonly afterMs: number }
  | { readonly do: "send-batch" };

const retryMs = [1_000, 2_000, 3_000, 5_000, 8_000] as const;
/** Text is sent when the typing pauses. */
const typingMs = 400;
/** A change that is being written will soon be in the outbox. */
const writingMs = 5;

export const atRest: Loop = {
  phase: "resting",
  saveState: "starting",
  pending: 0,
  failures: 0,
  writing: 0,
  isDirty: false,
};

const nothing = { do: "nothing" } as const;
const flushAfter = (afterMs: number) => ({ do: "flush", afterMs }) as const;
const readAfter = (afterMs: number) => ({ do: "read-outbox", afterMs }) as const;

/** The state after an event, and what to do now. */
export function advance(loop: Loop, event: LoopEvent): readonly [Loop, Command] {
  switch (event.type) {
    case "change-begun":
      return [{ ...loop, writing: loop.writing + 1, isDirty: true, saveState: "saving" }, nothing];
    case "change-kept":
      return keepChange({ ...loop, writing: loop.writing - 1 }, event.isTyped);
    case "flush-asked":
      return [{ ...loop, phase: "sending", isDirty: false }, readAfter(0)];
    case "outbox-read":
      return readOutbox(loop, event.pending);
    case "batch-answered":
      return [{ ...loop, failures: 0, isDirty: false }, readAfter(0)];
    case "batch-failed": {
      const pause = retryMs[Math.min(loop.failures, retryMs.length - 1)] as number;
      const failed = { ...loop, phase: "waiting", saveState: "failed", failures: loop.failures + 1 } as const;
      return [failed, flushAfter(pause * (0.75 + event.chance / 2))];
    }
    case "taken-back": {
      const failures = Math.max(loop.failures, 1);
      return [{ ...loop, pending: event.pending, failures, saveState: "failed", isDirty: true }, flushAfter(0)];
    }
  }
}

function keepChange(loop: Loop, isTyped: boolean): readonly [Loop, Command] {
  // While the server cannot be reached, the next try is already scheduled: a click does not add another.
  if (loop.failures > 0) return [{ ...loop, saveState: "failed", pending: loop.pending + 1, isDirty: true }, nothing];
  // It was stored after the outbox was read, so it would be missed.
  if (loop.phase === "sending") return [{ ...loop, isDirty: true }, nothing];
  if (!isTyped) return [loop, flushAfter(0)];
  return [{ ...loop, phase: "typing" }, flushAfter(typingMs)];
}

function readOutbox(loop: Loop, pending: number): readonly [Loop, Command] {
  if (pending > 0)
    return [{ ...loop, pending, saveState: loop.failures === 0 ? "saving" : "failed" }, { do: "send-batch" }];
  if (loop.writing > 0 || loop.isDirty) return [{ ...loop, isDirty: false }, readAfter(writingMs)];
  return [{ ...loop, phase: "resting", saveState: "saved", pending: 0, failures: 0 }, nothing];
}
