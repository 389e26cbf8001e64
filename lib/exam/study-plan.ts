import { doubtOf } from "./doubt.ts";
import { mockDaysBefore } from "./form-opening.ts";
import { localDay } from "./local-time.ts";
import { type MemoryModel, usualMemory } from "./memory-model.ts";
import { type Card, gainOfReview, schedule } from "./scheduling.ts";
import { apportion } from "./selection.ts";

/** What a learner has decided; days count from 1970 in their time zone. */
export interface PlanTerms {
  readonly today: number;
  /** The exam's day; nothing is planned for it or later. */
  readonly examDay: number;
  /** 0 for Sunday to 6. */
  readonly weekdays: readonly number[];
  readonly minutesPerDay: number;
  readonly timeZone: string;
  /** How much of today's time is used up. */
  readonly minutesToday: number;
}

/** The parts of a day that can be started; `mock` is what is set aside for the mock exam. */
export const planParts = ["reviews", "fresh", "mock"] as const;
export type PlanPart = (typeof planParts)[number];

/** How long things take, in seconds, including reading the explanation. */
export interface Pace {
  readonly fresh: number;
  readonly review: number;
}

/** A question that was answered before. */
export interface PlannedCard {
  readonly questionId: string;
  readonly card: Card;
  /** The id of its domain. */
  readonly domain: string;
  /** Whether it was ever answered incorrectly, left blank or guessed. */
  readonly isMissed: boolean;
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
  /** The usual one without it. */
  readonly memory?: MemoryModel;
  /** Null once the mock exam of the last week has been taken. `isKept`: its questions are set aside and not counted in `domains`. */
  readonly mock: (MockTerms & { readonly isKept?: boolean }) | null;
}

export interface DayPlan {
  readonly day: number;
  /** The questions to review, the most urgent first. Those that the forecast invented have no name. */
  readonly reviews: readonly (string | null)[];
  /** How many new questions, by domain. */
  readonly fresh: readonly number[];
  readonly mock: PlannedMock | null;
  /** Never more than the day's minutes. */
  readonly minutes: number;
}

/** `isWhole`: as long as the exam itself. */
export interface PlannedMock extends MockTerms {
  readonly isWhole: boolean;
}

/** On this many days before the exam nothing new is asked, so that only reviews remain. */
const keepingDays = 2;
/** A review that raises the chance of recall on the exam day by less than this is not worth its minute. */
const leastGain = 0.005;
const dayMs = 24 * 60 * 60 * 1000;

interface Known {
  readonly questionId: string | null;
  readonly card: Card;
  /** How likely it is that the learner does not know it except from what the page showed after an answer: doubt.ts. */
  readonly doubt: number;
}

/**
 * The plan for every study day from today to the exam, which is also the forecast of the load. No day takes more than its
 * minutes. New questions are spread evenly over all days except the last two, with more from domains with a large weight and
 * many mistakes. The rest of a day goes to reviews, starting with those that raise the chance of a correct answer on the exam day
 * most: what was never missed is probably known, and would be without a review.
 * When time is short, new questions come before reviews: docs/review.md shows by simulation that this is worth more. A
 * mock exam longer than a day's minutes is shortened to fit.
 *
 * The forecast assumes that reviews succeed, and that new questions are answered correctly as often as before. A review that
 * fails and is repeated today takes its time from what is left of today: the plan is made again at every look.
 */
export function planStudy({ terms, pace, cards, domains, mock, memory = usualMemory }: PlanState): readonly DayPlan[] {
  const days = studyDays(terms);
  const mockDay = mock === null ? undefined : dayOfMock(days, terms.examDay);
  const unseen = domains.map((domain) => domain.unseen);
  const doubts = new Map(domains.map((domain) => [domain.id, doubtOf(domain)]));
  let known: readonly Known[] = cards.map(({ questionId, card, domain, isMissed }) => {
    const doubt = isMissed ? 1 : (doubts.get(domain) ?? 1);
    return { questionId, card: inDays(card, terms.timeZone), doubt };
  });
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
    const due = urgent(known, { day, examDay: terms.examDay, isFree: wanted === 0, memory });
    const forReviews = Math.max(0, left - wanted * freshSeconds);
    const reviews = due.slice(0, Math.max(0, Math.floor(forReviews / pace.review)));
    const spare = left - reviews.length * pace.review;
    const fresh = apportion(isKeeping ? 0 : Math.max(0, Math.floor(spare / freshSeconds)), gaps(domains), open);
    const asked = sat === null || mock?.isKept ? fresh : addMock(sat, fresh, domains, unseen);
    for (const [d, count] of asked.entries()) unseen[d] = (unseen[d] as number) - count;
    const own = sat !== null && mock?.isKept ? sat.questions : 0;
    known = afterDay(known, reviews, sum(asked) + own, { day, domains, memory });
    const minutes = (sat?.minutes ?? 0) + (reviews.length * pace.review + sum(fresh) * freshSeconds) / 60;
    return { day, reviews: reviews.map(({ questionId }) => questionId), fresh, mock: sat, minutes };
  });
}

/** The learner's study days from today to the day before the exam. */
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

/** New questions reserved for the mock exam, by domain; none when fewer would be left over than are reserved. */
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
 * What to review on a day, starting with what helps most on the exam day, by its gain times its doubt. While there are new questions, a card waits until
 * it is due; after that, time is free, and anything that helps is reviewed.
 */
function urgent(
  known: readonly Known[],
  on: { readonly day: number; readonly examDay: number; readonly isFree: boolean; readonly memory: MemoryModel },
): readonly Known[] {
  const { day, examDay, isFree, memory } = on;
  const end = noonOf(day + 1);
  const due = isFree ? known : known.filter(({ card }) => card.dueAt < end);
  const gain = new Map(due.map((each) => [each, gainOfReview(each.card, noonOf(day), noonOf(examDay), memory)]));
  const helping = due.filter((each) => (gain.get(each) as number) >= leastGain);
  const worth = (each: Known) => each.doubt * (gain.get(each) as number);
  return helping.sort((a, b) => worth(b) - worth(a));
}

function afterDay(
  known: readonly Known[],
  reviews: readonly Known[],
  fresh: number,
  on: { readonly day: number; readonly domains: readonly PlannedDomain[]; readonly memory: MemoryModel },
): readonly Known[] {
  const { day, domains, memory } = on;
  const [wrong, doubt] = [wrongShare(domains), doubtOf(allOf(domains))];
  const reviewed = new Set(reviews);
  const at = noonOf(day);
  const right = { outcome: "right", confidence: null, at } as const;
  const kept = known.map((each) =>
    reviewed.has(each) ? { ...each, card: schedule(each.card, right, "UTC", memory) } : each,
  );
  const began = Array.from({ length: fresh }, (_, i) => {
    const isWrong = Math.floor((i + 1) * wrong) > Math.floor(i * wrong);
    const first = schedule(null, { ...right, outcome: isWrong ? "wrong" : "right" }, "UTC", memory);
    const card = isWrong ? schedule(first, right, "UTC", memory) : first;
    return { questionId: null, card, doubt: isWrong ? 1 : doubt };
  });
  return [...kept, ...began];
}

/** Each domain's share of the new questions: its weight times its share of incorrect answers. */
function gaps(domains: readonly PlannedDomain[]): readonly number[] {
  return domains.map(({ weight, answers, right }) => weight * (1 - (right + 1) / (answers + 2)));
}

/** Of the answers so far; one half without answers. */
function wrongShare(domains: readonly PlannedDomain[]): number {
  const { answers, right } = allOf(domains);
  return 1 - (right + 1) / (answers + 2);
}

function allOf(domains: readonly PlannedDomain[]): Pick<PlannedDomain, "answers" | "right"> {
  return { answers: sum(domains.map(({ answers }) => answers)), right: sum(domains.map(({ right }) => right)) };
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
