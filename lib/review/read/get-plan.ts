import { type PlanSettings, readLearnerSettings } from "#lib/auth/learner-settings";
import { type ExamOverview, getExam, listCandidates } from "#lib/bank/read/exams";
import type { Database } from "#lib/db/database";
import { drawByBlueprint } from "#lib/exam/draw";
import { formOpensOn } from "#lib/exam/form-opening";
import { dayOf, localDay } from "#lib/exam/local-time";
import { usualRetention } from "#lib/exam/retention";
import type { Card } from "#lib/exam/scheduling";
import { type DayPlan, type Pace, type PlanPart, planStudy } from "#lib/exam/study-plan";
import { closedQuestions } from "./closed-questions.ts";
import { type KeptForm, keptFormOf } from "./kept-form.ts";
import { keptWeights } from "./kept-weights.ts";
import { planHistory } from "./plan-history.ts";

export interface ExamPlan {
  readonly exam: ExamOverview;
  readonly settings: PlanSettings;
  readonly timeZone: string;
  readonly today: number;
  readonly examDay: number;
  readonly pace: Pace;
  /** Every remaining study day, possibly including today. */
  readonly days: readonly DayPlan[];
  /** How many questions were never asked, including those that are set aside. */
  readonly unseen: number;
  /** The mock exam that is set aside; null if there is none. */
  readonly form: KeptForm | null;
}

/** The plans of a learner for exams that are still ahead, computed from where they stand now. */
export async function listPlans(db: Database, learnerId: string, now: Date): Promise<readonly ExamPlan[]> {
  const learner = await db.read.learner.findUnique({ where: { id: learnerId }, select: { settings: true } });
  const { plans = {}, timeZone = "UTC" } = readLearnerSettings(learner?.settings ?? "{}");
  const found: ExamPlan[] = [];
  for (const [slug, settings] of Object.entries(plans)) {
    const exam = await getExam(db, slug);
    if (exam !== null) found.push(await makePlan(db, { learnerId, exam, settings, timeZone, now }));
  }
  return found;
}

interface PlanRequest {
  readonly learnerId: string;
  readonly exam: ExamOverview;
  readonly settings: PlanSettings;
  readonly timeZone: string;
  readonly now: Date;
}

async function makePlan(db: Database, request: PlanRequest): Promise<ExamPlan> {
  const { learnerId, exam, settings, timeZone, now } = request;
  const [today, examDay] = [localDay(now, timeZone), dayOf(settings.examDate) ?? 0];
  const perQuestion = (60 * exam.minutes) / exam.questions;
  const pace = { fresh: 1.5 * perQuestion, review: perQuestion };
  const [candidates, cards, closed, history, weights] = await Promise.all([
    listCandidates(db, exam.slug),
    listCards(db, learnerId),
    closedQuestions(db, learnerId),
    planHistory(db, { learnerId, examSlug: exam.slug, timeZone, today, pace }),
    keptWeights(db, exam.slug),
  ]);
  const form = keptFormOf(settings, today);
  const kept = new Set(form?.questionIds);
  const open = candidates.filter(({ questionId }) => !closed.has(questionId) && !kept.has(questionId));
  const unseen = open.filter(({ questionId }) => !history.asked.has(questionId));
  const domains = exam.domains.map(({ id, weight }) => ({
    id,
    weight,
    unseen: unseen.filter(({ domain }) => domain === id).length,
    ...history.answersIn(id, closed),
  }));
  const isMockSat = history.mockDays.some((day) => day >= formOpensOn(examDay, settings.weekdays));
  const mock = { questions: Math.min(exam.questions, candidates.length), minutes: exam.minutes, isKept: form !== null };
  const days = planStudy({
    terms: { ...settings, timeZone, today, examDay, minutesToday: history.minutesToday },
    pace,
    cards: open.flatMap(({ questionId, domain }) => {
      const card = cards.get(questionId);
      return card === undefined ? [] : [{ questionId, card, domain, isMissed: history.missed.has(questionId) }];
    }),
    domains,
    memory: { retention: (settings.retention ?? usualRetention) / 100, weights },
    mock: isMockSat ? null : mock,
  });
  return { exam, settings, timeZone, today, examDay, pace, days, form, unseen: unseen.length + kept.size };
}

async function listCards(db: Database, learnerId: string): Promise<ReadonlyMap<string, Card>> {
  const rows = await db.read.card.findMany({ where: { learnerId } });
  return new Map(
    rows.map(({ questionId, state, ...card }) => [questionId, { ...card, state: state as Card["state"] }]),
  );
}

/** The questions of one part of today's plan, in their order; none if nothing is planned for today. */
export async function plannedQuestions(
  db: Database,
  request: { readonly learnerId: string; readonly examSlug: string; readonly part: PlanPart; readonly now: Date },
): Promise<ReadonlySet<string>> {
  const { learnerId, examSlug, part, now } = request;
  const plan = (await listPlans(db, learnerId, now)).find(({ exam }) => exam.slug === examSlug);
  const day = plan?.days.find((each) => each.day === plan.today);
  if (plan === undefined || day === undefined) return new Set();
  if (part === "reviews") return new Set(day.reviews.flatMap((questionId) => questionId ?? []));
  const kept = new Set(plan.form?.questionIds);
  if (part === "mock") return kept;
  const history = await planHistory(db, { learnerId, examSlug, ...plan });
  const closed = await closedQuestions(db, learnerId);
  const unseen = (await listCandidates(db, examSlug)).filter(
    ({ questionId }) => !history.asked.has(questionId) && !closed.has(questionId) && !kept.has(questionId),
  );
  const shares = plan.exam.domains.map(({ id }, d) => ({ id, weight: day.fresh[d] as number }));
  const count = shares.reduce((sum, { weight }) => sum + weight, 0);
  const drawn = count === 0 ? [] : drawByBlueprint(unseen, shares, count, `plan ${plan.today}`);
  return new Set(drawn.map(({ questionId }) => questionId));
}
