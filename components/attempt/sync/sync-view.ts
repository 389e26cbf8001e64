import type { SaveState } from "./loop.ts";
import type { Refusals } from "./refusals.ts";
import type { Registers } from "./registers.ts";

/** The state of an attempt on this device. */
export interface SyncView {
  readonly saveState: SaveState;
  /** How many changes the server has not confirmed. */
  readonly pending: number;
  /** Why the server accepts nothing, if it is not the network. */
  readonly trouble: "signed-out" | "no-such-attempt" | null;
  /** False when the browser's storage is full or blocked. */
  readonly isDurable: boolean;
  /** How many changes do not count, by reason and by what was changed. */
  readonly refused: Refusals;
  readonly registers: Registers;
  /** Everything that the server holds has arrived here once. */
  readonly isComplete: boolean;
  readonly finished: boolean;
  readonly over: boolean;
  readonly committed: number;
  readonly clockEndsAt: string | null;
  /** Unsent answers of an ended attempt have just been accepted: the result has changed. */
  readonly delivered: number;
}

export interface SyncStart {
  readonly attemptId: string;
  readonly serverNow: string;
  readonly clockEndsAt: string | null;
  readonly finished: boolean;
  readonly committed: number;
}

export function viewAtStart({ finished, committed, clockEndsAt }: SyncStart): SyncView {
  return {
    saveState: "starting",
    pending: 0,
    trouble: null,
    isDurable: true,
    refused: {},
    registers: new Map(),
    isComplete: false,
    finished,
    over: finished,
    committed,
    clockEndsAt,
    delivered: 0,
  };
}
