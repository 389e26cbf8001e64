import type { Words } from "#lib/messages/words";
import type { AttemptPlan } from "./plan.ts";

/** The extra time that a learner chose: "1.5 × time", "no time limit", or null for the exam's own time. */
export function timeFactorWords(t: Words, { choices }: Pick<AttemptPlan, "choices">): string | null {
  const { timeFactor } = choices;
  if (timeFactor === null) return t("result.noTimeLimit");
  return timeFactor === undefined || timeFactor === 1 ? null : t("result.timeFactor", { factor: timeFactor });
}

/** How long an attempt took, with its limit: "48 min of 90 min (1.5 × time)". */
export function timeUsedWords(
  t: Words,
  { plan, startedAt, finishedAt }: { plan: AttemptPlan; startedAt: Date; finishedAt: Date },
): string {
  const used = minutes(t, (finishedAt.getTime() - startedAt.getTime()) / 60_000);
  const limit = plan.timeLimitMinutes;
  const time = limit === null ? used : t("result.timeOf", { used, limit: minutes(t, limit) });
  const factor = timeFactorWords(t, plan);
  return factor === null ? time : t("result.timeWithFactor", { time, factor });
}

function minutes(t: Words, count: number): string {
  const whole = Math.max(1, Math.round(count));
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (whole < 180) return t("unit.minutes", { count: whole });
  if (whole >= 24 * 60) return t("unit.days", { count: Math.round(whole / (24 * 60)) });
  return rest === 0 ? t("unit.hours", { count: hours }) : t("unit.hoursAndMinutes", { hours, minutes: rest });
}

/** A short time: "40 s", "1 min 15 s". */
export function minutesAndSeconds(t: Words, ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return t("unit.seconds", { count: seconds });
  return t("unit.minutesAndSeconds", { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}
