import { mockDaysBefore } from "./form-opening.ts";
import { localDay } from "./local-time.ts";
import { type Card, gainOfReview, schedule } from "./scheduling.ts";
import { apportion } from "./selection.ts";

/** What a learner has decided, in days since 1970 of their own. */
export interface PlanTerms {
  readonly today: number;
  /** Nothing is planned for it or after it. */
  readonly examDay: number;
  /** 0 for Sunday to 6. */
  readonly weekdays: readonly number[];
  readonly minutesPerDay: number;
  readonly timeZone: string;
  /** How much of today's time is gone. */
  readonly minutesToday: number;
}

/** What of a day can be begun; `mock` is what is kept back for the mock exam. */
export const planParts = ["reviews", "fresh", "mock"] as const;
export type PlanPart = (typeof planParts)[number];

/** How long things take, in seconds, with the reading of the explanation. */
export interface Pace {
  readonly fresh: number;
  readonly review: number;
}

/** A question that was answered before. */
export interface PlannedCard {
  readonly questionId: string;
  readonly card: Card;
}

export interface PlannedDomain {
  readonly id: string;
  /** Percent of the blueprint. */
  readonly weight: number;
  /** How many questions were never asked. */
  readonly unseen: number;
  /** How many answers there are, and how many were right. */
  readonly answers: number;
  readonly right: number;
}

export interface MockTerms {
  readonly questions: number;
  readonly minutes: number;
}

export interface PlanState {
  readonly terms: PlanTerms;
  readonly pace: Pace;
  readonly cards: readonly PlannedCard[];
  readonly domains: readonly PlannedDomain[];
  /** Null once the mock exam of the last week was taken. `isKept`: its questions are kept back, and none of `domains`. */
  readonly mock: (MockTerms & { readonly isKept?: boolean }) | null;
}

export interface DayPlan {
  readonly day: number;
  /** The questions to review, the most urgent first. Those that the forecast made up have no name. */
  readonly reviews: readonly (string | null)[];
  /** How many new questions, by domain. */
  readonly fresh: readonly number[];
  readonly mock: PlannedMock | null;
  /** Never more than the day has. */
  readonly minutes: number;
}

/** `isWhole`: as long as the exam itself. */
export interface PlannedMock extends MockTerms {
  readonly isWhole: boolean;
}

/** On so many days before the exam nothing new is asked: what was learnt is kept. */
const keepingDays = 2;
/** One review in ten is missed and asked again the same day, at a recall of 0.9. */
const missed = 0.1;
/** A review that adds less than this to the chance to recall on the day of the exam is not worth its minute. */
const leastGain = 0.005;
const dayMs = 24 * 60 * 60 * 1000;

interface Known {
  readonly questionId: string | null;
  readonly card: Card;
}

/**
 * The plan of every day of study from today to the exam, and with it the forecast of the load. No day takes more than its
 * minutes. What is new is spread evenly over the days but for the last two, more to domains of great weight and many
 * mistakes; the rest of a day goes to reviews, first to those that add most to the chance to recall on the day of the exam.
 * Where time is short new questions come before reviews: docs/review.md shows by simulation that this is worth more. A
 * mock exam longer than a day's minutes is cut down to them.
 *
 * The forecast takes reviews to be right but for one in ten, and new questions to be right as often as those before them.
 */
export function planStudy({ terms, pace, cards, domains, mock }: PlanState): readonly DayPlan[] {
  const days = studyDays(terms);
  const mockDay = mock === null ? undefined : dayOfMock(days, terms.examDay);
  const unseen = domains.map((domain) => domain.unseen);
  let known = cards.map((each): Known => ({ ...each, card: inDays(each.card, terms.timeZone) }));
  return days.map((day, i) => {
    const seconds = 60 * Math.max(0, terms.minutesPerDay - (day === terms.today ? terms.minutesToday : 0));
    const sat = day === mockDay && mock !== null ? fitMock(mock, Math.floor(seconds / 60)) : null;
    const left = seconds - 60 * (sat?.minutes ?? 0);
    const holds = mockDay !== undefined && day < mockDay && mock !== null && !mock.isKept;
    const held = holds ? heldBack(mock, domains, unseen) : unseen.map(() => 0);
    const open = unseen.map((count, d) => count - (held[d] as number));
    const isKeeping = day >= terms.examDay - keepingDays;
    const freshSeconds = pace.fresh + wrongShare(domains) * pace.review;
    const wanted = isKeeping ? 0 : Math.ceil(sum(open) / daysToLearn(days.slice(i), terms.examDay));
    const due = urgent(known, day, wanted === 0, terms.examDay);
    const reviewSeconds = pace.review * (1 + missed);
    const forReviews = Math.max(0, left - wanted * freshSeconds);
    const reviews = due.slice(0, Math.max(0, Math.floor(forReviews / reviewSeconds)));
    const spare = left - reviews.length * reviewSeconds;
    const fresh = apportion(isKeeping ? 0 : Math.max(0, Math.floor(spare / freshSeconds)), gaps(domains), open);
    const asked = sat === null || mock?.isKept ? fresh : addMock(sat, fresh, domains, unseen);
    for (const [d, count] of asked.entries()) unseen[d] = (unseen[d] as number) - count;
    const own = sat !== null && mock?.isKept ? sat.questions : 0;
    known = afterDay(known, reviews, sum(asked) + own, day, wrongShare(domains));
    const minutes = (sat?.minutes ?? 0) + (reviews.length * reviewSeconds + sum(fresh) * freshSeconds) / 60;
    return { day, reviews: reviews.map(({ questionId }) => questionId), fresh, mock: sat, minutes };
  });
}

/** The days from today to the one before the exam on which the learner studies. */
function studyDays({ today, examDay, weekdays }: PlanTerms): readonly number[] {
  const days = Array.from({ length: Math.max(0, examDay - today) }, (_, i) => today + i);
  return days.filter((day) => weekdays.includes(new Date(day * dayMs).getUTCDay()));
}

function dayOfMock(days: readonly number[], examDay: number): number | undefined {
  return days.findLast((day) => day <= examDay - mockDaysBefore) ?? days.at(0);
}

function daysToLearn(days: readonly number[], examDay: number): number {
  return Math.max(1, days.filter((day) => day < examDay - keepingDays).length);
}

/** The whole mock exam, or as much of it as fits; null when not even ten minutes do. */
function fitMock(mock: MockTerms, minutes: number): PlannedMock | null {
  if (mock.minutes <= minutes) return { questions: mock.questions, minutes: mock.minutes, isWhole: true };
  if (minutes < 10) return null;
  return { minutes, questions: Math.floor((mock.questions * minutes) / mock.minutes), isWhole: false };
}

/** New questions that are kept for the mock exam, by domain: none when the rest would be fewer than they are. */
function heldBack(mock: MockTerms, domains: readonly PlannedDomain[], unseen: readonly number[]): readonly number[] {
  const bank = sum(domains.map((domain) => domain.unseen + domain.answers));
  return bank < 2 * mock.questions ? unseen.map(() => 0) : apportion(mock.questions, weightsOf(domains), unseen);
}

function addMock(
  mock: MockTerms,
  fresh: readonly number[],
  domains: readonly PlannedDomain[],
  unseen: readonly number[],
): readonly number[] {
  const rest = unseen.map((count, d) => count - (fresh[d] as number));
  const asked = apportion(mock.questions, weightsOf(domains), rest);
  return fresh.map((count, d) => count + (asked[d] as number));
}

/**
 * What to review on a day, first what that helps most on the day of the exam. While something is new, a card waits until it
 * is due; then time is free, and whatever helps is reviewed.
 */
function urgent(known: readonly Known[], day: number, isFree: boolean, examDay: number): readonly Known[] {
  const end = noonOf(day + 1);
  const due = isFree ? known : known.filter(({ card }) => card.dueAt < end);
  const gain = new Map(due.map((each) => [each, gainOfReview(each.card, noonOf(day), noonOf(examDay))]));
  const helping = due.filter((each) => (gain.get(each) as number) >= leastGain);
  return helping.sort((a, b) => (gain.get(b) as number) - (gain.get(a) as number));
}

function afterDay(known: readonly Known[], reviews: readonly Known[], fresh: number, day: number, wrong: number) {
  const reviewed = new Set(reviews);
  const at = noonOf(day);
  const right = { outcome: "right", confidence: null, at } as const;
  const kept = known.map((each) => (reviewed.has(each) ? { ...each, card: schedule(each.card, right, "UTC") } : each));
  const began = Array.from({ length: fresh }, (_, i) => {
    const isWrong = Math.floor((i + 1) * wrong) > Math.floor(i * wrong);
    const first = schedule(null, { ...right, outcome: isWrong ? "wrong" : "right" }, "UTC");
    return { questionId: null, card: isWrong ? schedule(first, right, "UTC") : first };
  });
  return [...kept, ...began];
}

/** How much of what is new goes to each domain: its weight, times the share of wrong answers. */
function gaps(domains: readonly PlannedDomain[]): readonly number[] {
  return domains.map(({ weight, answers, right }) => weight * (1 - (right + 1) / (answers + 2)));
}

/** Of the answers so far; half when there are none. */
function wrongShare(domains: readonly PlannedDomain[]): number {
  return 1 - (sum(domains.map(({ right }) => right)) + 1) / (sum(domains.map(({ answers }) => answers)) + 2);
}

function weightsOf(domains: readonly PlannedDomain[]): readonly number[] {
  return domains.map(({ weight }) => weight);
}

/** The card with its dates in the middle of the learner's days, as the forecast has them. */
function inDays(card: Card, timeZone: string): Card {
  const noon = (at: Date) => noonOf(localDay(at, timeZone));
  return { ...card, dueAt: noon(card.dueAt), reviewedAt: noon(card.reviewedAt) };
}

function noonOf(day: number): Date {
  return new Date(day * dayMs + dayMs / 2);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
