import type { Viewer } from "#lib/auth/viewer";
import { listCandidates, listExams } from "#lib/bank/read/exams";
import type { Database } from "#lib/db/database";
import { countByDay } from "#lib/exam/day-counts";
import { localDay } from "#lib/exam/local-time";
import { closedQuestions } from "./closed-questions.ts";
import { timeZoneOf } from "./time-zone.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** The forecast has this number of days, today included. */
const daysAhead = 14;

/** The number of reviews on each of several days; overdue reviews count for the first. */
export interface DayForecast {
  /** The first day, in days since 1 January 1970 in the learner's time zone. */
  readonly from: number;
  readonly counts: readonly number[];
}

export interface ExamReviews {
  readonly slug: string;
  readonly title: string;
  /** The language of its texts; absent if it does not say. */
  readonly language?: string | undefined;
  readonly due: number;
  /** Not due now, but within 24 hours. */
  readonly withinDay: number;
  /** Later than that, but within seven days. */
  readonly withinWeek: number;
  readonly later: number;
  /** How many more are in an exam in progress: they have no date until it ends. */
  readonly closed: number;
  /** When the next one becomes due; null if one is due now, or if there is none. */
  readonly nextAt: Date | null;
  readonly forecast: DayForecast;
}

/** What the viewer has to review in each exam, and when. Says how many, never which. */
export async function listReviews(db: Database, viewer: Viewer, now: Date): Promise<readonly ExamReviews[]> {
  const { learnerId } = viewer;
  if (learnerId === null) return [];
  const [exams, timeZone, cards, closed] = await Promise.all([
    listExams(db),
    timeZoneOf(db.read, learnerId),
    listDates(db, learnerId),
    closedQuestions(db, learnerId),
  ]);
  const dueAt = new Map(cards.map((card) => [card.questionId, card.dueAt]));
  if (dueAt.size === 0) return [];
  const found: ExamReviews[] = [];
  for (const { slug, title, language } of exams) {
    const own = (await listCandidates(db, slug)).filter(({ questionId }) => dueAt.has(questionId));
    const dates = own.flatMap(({ questionId }) => (closed.has(questionId) ? [] : (dueAt.get(questionId) ?? [])));
    if (own.length === 0) continue;
    const run = { from: localDay(now, timeZone), count: daysAhead, timeZone };
    const forecast = {
      from: run.from,
      counts: countByDay(
        dates.map((date) => (date < now ? now : date)),
        run,
      ),
    };
    found.push({ slug, title, language, ...countByTime(dates, now), closed: own.length - dates.length, forecast });
  }
  return found;
}

/** When those of `questionIds` that the viewer reviews come back; questions of an exam in progress have no date. */
export async function reviewsOf(db: Database, viewer: Viewer, questionIds: ReadonlySet<string>, now: Date) {
  const { learnerId } = viewer;
  if (learnerId === null) return countByTime([], now);
  const [cards, closed] = await Promise.all([listDates(db, learnerId), closedQuestions(db, learnerId)]);
  const own = cards.filter(({ questionId }) => questionIds.has(questionId) && !closed.has(questionId));
  return countByTime(
    own.map(({ dueAt }) => dueAt),
    now,
  );
}

/** By hand, because a learner who has studied for a long time has many cards, and the home page needs them. */
function listDates(db: Database, learnerId: string) {
  return db.read.$queryRaw<readonly { readonly questionId: string; readonly dueAt: Date }[]>`
    SELECT "questionId", "dueAt" FROM "Card" WHERE "learnerId" = ${learnerId}`;
}

function countByTime(dates: readonly Date[], now: Date) {
  const waits = dates.map((date) => date.getTime() - now.getTime());
  const count = (from: number, to: number) => waits.filter((wait) => from < wait && wait <= to).length;
  const due = count(Number.NEGATIVE_INFINITY, 0);
  const next = Math.min(...waits);
  return {
    due,
    withinDay: count(0, dayMs),
    withinWeek: count(dayMs, 7 * dayMs),
    later: count(7 * dayMs, Number.POSITIVE_INFINITY),
    nextAt: due > 0 || dates.length === 0 ? null : new Date(now.getTime() + next),
  };
}

/** The questions that are due, those that have waited longest first. */
export async function dueQuestions(db: Database, learnerId: string, now: Date): Promise<ReadonlySet<string>> {
  const [cards, closed] = await Promise.all([
    db.read.$queryRaw<readonly { readonly questionId: string }[]>`
      SELECT "questionId" FROM "Card" WHERE "learnerId" = ${learnerId} AND "dueAt" <= ${now}
      ORDER BY "dueAt", "questionId"`,
    closedQuestions(db, learnerId),
  ]);
  return new Set(cards.map((card) => card.questionId).filter((id) => !closed.has(id)));
}
