import type { AttemptPlan } from "./plan.ts";

/** How much more time than the exam gives its learner took: "1.5 × time", "no time limit", or null for the exam's own time. */
export function timeFactorWords({ choices }: Pick<AttemptPlan, "choices">): string | null {
  const { timeFactor } = choices;
  if (timeFactor === null) return "no time limit";
  return timeFactor === undefined || timeFactor === 1 ? null : `${timeFactor} × time`;
}

/** How long an attempt took, beside what it could have: "48 min of 90 min (1.5 × time)". */
export function timeUsedWords({
  plan,
  startedAt,
  finishedAt,
}: {
  plan: AttemptPlan;
  startedAt: Date;
  finishedAt: Date;
}): string {
  const used = minutes((finishedAt.getTime() - startedAt.getTime()) / 60_000);
  const limit = plan.timeLimitMinutes === null ? "" : ` of ${minutes(plan.timeLimitMinutes)}`;
  const factor = timeFactorWords(plan);
  return `${used}${limit}${factor === null ? "" : ` (${factor})`}`;
}

function minutes(count: number): string {
  const whole = Math.max(1, Math.round(count));
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (whole < 24 * 60) return whole < 180 ? `${whole} min` : rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  const days = Math.round(whole / (24 * 60));
  return `${days} ${days === 1 ? "day" : "days"}`;
}
