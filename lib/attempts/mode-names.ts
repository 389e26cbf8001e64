import type { AttemptMode } from "./plan.ts";

/** What an attempt is called on the screen. */
export const modeNames: Readonly<Record<AttemptMode, string>> = {
  study: "Study",
  mock: "Mock exam",
  drill: "Practice",
  review: "Review",
  question: "Question",
};
