import type { ActRefusal } from "./refusals.ts";

export interface ActFormState {
  readonly refusal: ActRefusal | null;
  readonly isDone: boolean;
  /** What a refused form said. */
  readonly days: string;
  readonly reason: string;
}

/** The form before anything is sent. */
export const untouchedAct: ActFormState = { refusal: null, isDone: false, days: "7", reason: "" };
