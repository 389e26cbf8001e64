import { ofExam, type ReportedOutcome, readLearnerSettings } from "#lib/auth/learner-settings";
import type { Viewer } from "#lib/auth/viewer";
import { changeSettings } from "#lib/auth/write/change-settings";
import type { Database } from "#lib/db/database";
import { dayOf, localDay } from "#lib/exam/local-time";
import { estimateReadiness } from "#lib/exam/readiness";
import { fail, ok, type Result } from "#lib/exam/result";
import { forecastFit } from "../read/forecast-fit.ts";
import { getExamProgress } from "../read/get-progress.ts";

export type OutcomeRefusal = "no-such-exam" | "not-yet";

type Owner = Viewer & { readonly learnerId: string };

interface ReportRequest {
  readonly db: Database;
  readonly viewer: Owner;
  readonly examSlug: string;
  readonly passed: boolean;
  /** In percent; null if the learner gives none. */
  readonly score: number | null;
  readonly now: Date;
}

/**
 * Saves how the real exam of a plan went, once its day has come, with the forecast from the answers until then. A
 * second report for the same day replaces the first.
 */
export async function reportOutcome(request: ReportRequest): Promise<Result<"kept", OutcomeRefusal>> {
  const { db, viewer, examSlug, passed, score, now } = request;
  const learner = await db.read.learner.findUnique({ where: { id: viewer.learnerId }, select: { settings: true } });
  const { plans = {}, timeZone = "UTC" } = readLearnerSettings(learner?.settings ?? "{}");
  const examDate = ofExam(plans, examSlug)?.examDate;
  const examDay = dayOf(examDate ?? "");
  if (examDate === undefined || examDay === null) return fail("no-such-exam");
  if (localDay(now, timeZone) < examDay) return fail("not-yet");
  const counts = (at: Date) => localDay(at, timeZone) <= examDay;
  const standing = await getExamProgress(db, viewer, examSlug, now, counts);
  if (standing === null) return fail("no-such-exam");
  const { prior } = await forecastFit(db, examSlug);
  const readiness = estimateReadiness(standing.domains, standing.questions, standing.passing, prior && { prior });
  const { passProbability, expected } = readiness.state === "estimated" ? readiness : {};
  const forecast = passProbability === undefined || expected === undefined ? null : { passProbability, expected };
  await changeOutcomes(db, viewer.learnerId, examSlug, (reported) => [
    ...reported.filter((one) => one.examDate !== examDate),
    { examDate, passed, score, forecast },
  ]);
  return ok("kept");
}

export async function deleteOutcome(
  db: Database,
  learnerId: string,
  examSlug: string,
  examDate: string,
): Promise<void> {
  await changeOutcomes(db, learnerId, examSlug, (reported) => reported.filter((one) => one.examDate !== examDate));
}

type Change = (reported: readonly ReportedOutcome[]) => readonly ReportedOutcome[];

async function changeOutcomes(db: Database, learnerId: string, examSlug: string, change: Change): Promise<void> {
  await db.write((tx) =>
    changeSettings(tx, learnerId, ({ outcomes = {}, ...others }) => {
      const { [examSlug]: _, ...rest } = outcomes;
      const left = change(ofExam(outcomes, examSlug) ?? []);
      return { ...others, outcomes: left.length === 0 ? rest : { ...rest, [examSlug]: left } };
    }),
  );
}
