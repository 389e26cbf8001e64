import type { Candidate, ExamOverview } from "#lib/bank/read/exams";
import { drawByBlueprint, unitsOf } from "#lib/exam/draw";
import { markingNow } from "#lib/exam/marking";
import type { SectionPlan } from "#lib/exam/sections";
import type { AttemptMode, AttemptPlan, StartChoices } from "./plan.ts";

/** The most questions that a review asks by default. */
const reviewCount = 20;

export interface DrawRequest {
  readonly exam: ExamOverview;
  readonly all: readonly Candidate[];
  readonly mode: AttemptMode;
  readonly seed: string;
  readonly choices: StartChoices;
  readonly questionName?: string | undefined;
  /** Question ids to draw from; null for all. A review takes them in this order. */
  readonly only: ReadonlySet<string> | null;
  /** When the learner was last asked each question, in milliseconds since 1970; unasked questions come first. */
  readonly asked: ReadonlyMap<string, number>;
  /** For a mock exam that a link names or a plan has set aside: its questions, in their order. */
  readonly named: readonly string[] | null;
}

export interface Drawn {
  readonly drawn: readonly Candidate[];
  readonly plan: Omit<AttemptPlan, "bankHash" | "choices">;
}

/** Which questions an attempt asks, in which order and under which rules. A function of its arguments. */
export function drawAttempt(request: DrawRequest): Drawn {
  const { exam, mode, choices } = request;
  const sections = mode === "mock" && exam.sections.length > 0 ? drawSections(request) : null;
  const drawn = sections?.drawn ?? drawPlain(request);
  const timeLimitMinutes = sections
    ? sum(sections.plans.map((plan) => plan.minutes))
    : limitOf(mode, choices, exam.minutes);
  return {
    drawn,
    plan: {
      reveal: mode === "mock" ? "at-end" : mode === "drill" ? (choices.reveal ?? "at-once") : "at-once",
      timeLimitMinutes,
      passing: exam.passing,
      scoring: exam.scoring,
      ruleVersion: markingNow(exam.scoring).version,
      sections: sections?.plans ?? [],
    },
  };
}

function drawPlain(request: DrawRequest): readonly Candidate[] {
  const { exam, all, mode, seed, choices, questionName, only, asked } = request;
  if (mode === "question") return all.filter((candidate) => candidate.name === questionName);
  if (mode === "mock") return drawMock(request);
  if (mode === "review") return inOrderOf(only ?? [], all).slice(0, choices.count ?? reviewCount);
  const wanted = choices.tags === undefined ? null : new Set(choices.tags);
  const pool = all.filter(
    ({ questionId, domain, tags }) =>
      (only === null || only.has(questionId)) &&
      (choices.domains === undefined || choices.domains.includes(domain)) &&
      (wanted === null || tags.some((tag) => wanted.has(tag))),
  );
  const drawn = drawByBlueprint(
    pool,
    exam.domains,
    choices.count ?? pool.length,
    seed,
    ({ questionId }) => asked.get(questionId) ?? 0,
  );
  if (choices.order === "in-order") return [...drawn].sort((a, b) => (a.name < b.name ? -1 : 1));
  if (mode !== "study") return drawn;
  const isAsked = (unit: readonly Candidate[]) => Number(unit.every(({ questionId }) => asked.has(questionId)));
  return [...unitsOf(drawn)].sort((a, b) => isAsked(a) - isAsked(b)).flat();
}

/**
 * A mock exam prefers questions that its learner has not been asked, then those asked longest ago. One with named questions
 * takes those; missing ones are replaced by a new draw.
 */
function drawMock({ exam, all, seed, asked, named }: DrawRequest): readonly Candidate[] {
  const askedAt = ({ questionId }: Candidate) => asked.get(questionId) ?? 0;
  if (named === null) return drawByBlueprint(all, exam.domains, exam.questions, seed, askedAt);
  const left = inOrderOf(named, all);
  if (left.length === named.length) return left;
  const kept = new Set(left);
  return drawByBlueprint(all, exam.domains, exam.questions, seed, (candidate) =>
    kept.has(candidate) ? -1 : askedAt(candidate),
  );
}

function inOrderOf(questionIds: Iterable<string>, all: readonly Candidate[]): Candidate[] {
  const byId = new Map(all.map((candidate) => [candidate.questionId, candidate]));
  return [...questionIds].flatMap((id) => byId.get(id) ?? []);
}

/** The mock exam's questions, section by section; within a section they keep the order of the draw. */
function drawSections(request: DrawRequest) {
  const { exam, choices } = request;
  const whole = drawMock(request);
  const drawn: Candidate[] = [];
  const plans: SectionPlan[] = [];
  for (const { title, domains, minutes } of exam.sections) {
    const own = whole.filter((candidate) => domains.includes(candidate.domain));
    if (own.length === 0) continue;
    plans.push({
      title,
      from: drawn.length + 1,
      to: drawn.length + own.length,
      minutes: times(minutes, choices.timeFactor),
    });
    drawn.push(...own);
  }
  return { drawn, plans };
}

function limitOf(mode: AttemptMode, choices: StartChoices, minutes: number): number | null {
  if (mode === "mock") return times(minutes, choices.timeFactor);
  return mode === "drill" || mode === "study" ? (choices.minutes ?? null) : null;
}

function times(minutes: number, factor: number | null | undefined): number | null {
  return factor === null ? null : minutes * (factor ?? 1);
}

function sum(minutes: readonly (number | null)[]): number | null {
  return minutes.reduce<number | null>((total, each) => (total === null || each === null ? null : total + each), 0);
}
