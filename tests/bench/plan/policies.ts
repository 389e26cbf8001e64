import { type DayPlan, type PlanState, planStudy } from "#lib/exam/study-plan";
import type { Item } from "../forecast/world.ts";
import { type Course, clock, type Desk, type Policy, pace } from "./study-days.ts";

/** Plain FSRS with a target recall of nine tenths: due questions first, the longest overdue first, then new ones. */
export const plain: Policy = (desk, seconds) => {
  const now = clock(desk.day, desk.spent);
  const due = desk.items
    .filter((item) => (desk.cards.get(item.id)?.dueAt ?? null) !== null)
    .filter((item) => dueOf(desk, item) <= now.getTime())
    .sort((a, b) => dueOf(desk, a) - dueOf(desk, b));
  return due[0] ?? (seconds < pace.fresh ? null : (nextNew(desk, () => true) ?? null));
};

function dueOf(desk: Desk, item: Item): number {
  return desk.cards.get(item.id)?.dueAt.getTime() ?? Number.POSITIVE_INFINITY;
}

function nextNew(desk: Desk, fits: (item: Item) => boolean): Item | undefined {
  return desk.items.find((item) => !desk.cards.has(item.id) && fits(item));
}

/** The app's plan, made again when its list is done. */
export function planned(weights: readonly number[], course: Course): Policy {
  let list: Item[] = [];
  let listDay = -1;
  return (desk, seconds) => {
    if (listDay !== desk.day) list = [];
    for (;;) {
      const next = list.shift();
      if (next !== undefined) {
        if (!desk.cards.has(next.id) && seconds < pace.fresh) continue;
        return next;
      }
      list = todaysList(desk, weights, course);
      listDay = desk.day;
      if (list.length === 0) return null;
    }
  };
}

function todaysList(desk: Desk, weights: readonly number[], course: Course): Item[] {
  const today = planStudy(stateOf(desk, weights, course))[0];
  if (today === undefined) return [];
  const byId = new Map(desk.items.map((item) => [String(item.id), item]));
  const reviews = today.reviews.flatMap((id) => byId.get(id ?? "") ?? []);
  const fresh = today.fresh.flatMap((count, domain) =>
    desk.items.filter((item) => item.domain === domain && !desk.cards.has(item.id)).slice(0, count),
  );
  return [...reviews, ...fresh];
}

export function planOf(desk: Desk, weights: readonly number[], course: Course): readonly DayPlan[] {
  return planStudy(stateOf(desk, weights, course));
}

function stateOf(desk: Desk, weights: readonly number[], { days, minutes }: Course): PlanState {
  return {
    terms: {
      today: desk.day,
      examDay: days,
      weekdays: [0, 1, 2, 3, 4, 5, 6],
      minutesPerDay: minutes,
      timeZone: "UTC",
      minutesToday: desk.spent / 60,
    },
    pace,
    cards: desk.items.flatMap((item) => {
      const card = desk.cards.get(item.id);
      const [questionId, domain] = [String(item.id), String(item.domain)];
      return card === undefined ? [] : [{ questionId, card, domain, isMissed: desk.missed.has(item.id) }];
    }),
    domains: weights.map((weight, domain) => ({
      id: String(domain),
      weight,
      unseen: desk.items.filter((item) => item.domain === domain && !desk.cards.has(item.id)).length,
      answers: desk.answers[domain] as number,
      right: desk.right[domain] as number,
    })),
    mock: null,
  };
}
