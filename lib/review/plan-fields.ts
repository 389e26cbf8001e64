import type { PlanSettings } from "#lib/auth/learner-settings";
import { usualRetention } from "#lib/exam/retention";

type Chosen = Readonly<Record<string, string | string[] | undefined>>;

/**
 * The initial values of a plan's form: what was chosen just now and not saved, otherwise what is saved, otherwise a
 * proposal.
 */
export function readPlanFields(chosen: Chosen, kept: PlanSettings | null) {
  const text = (name: string) => (typeof chosen[name] === "string" ? chosen[name] : undefined);
  const weekdays = chosen.weekdays === undefined ? null : [chosen.weekdays].flat().map(Number);
  return {
    examDate: text("examDate") ?? kept?.examDate ?? "",
    weekdays: weekdays ?? kept?.weekdays ?? [0, 1, 2, 3, 4, 5, 6],
    minutesPerDay: Number(text("minutesPerDay") ?? kept?.minutesPerDay ?? 40),
    retention: Number(text("retention") ?? kept?.retention ?? usualRetention),
    // An unticked box sends nothing; a form that came back always has a date.
    keepsForm: text("examDate") === undefined ? kept === null || kept.form !== undefined : text("keepForm") === "on",
  };
}
