import type { Candidate, ExamOverview } from "#lib/bank/read/exams";
import type { Hardness } from "#lib/bank/read/hardness";
import type { ScoringRule } from "#lib/exam/kinds/kind";
import { pointsToday } from "#lib/exam/points-today";
import type { DomainEvidence } from "#lib/exam/readiness";
import type { CourseOfStudy } from "./course-of-study.ts";
import type { FirstAnswers } from "./first-answers.ts";

export interface DomainProgress extends DomainEvidence {
  readonly title: string;
  /** Sum of the points that the first answers earned. */
  readonly earned: number;
  /** How many of the first answers are blanks of finished exams. */
  readonly blanks: number;
  /** How many of them say "I don't know". */
  readonly unknown: number;
}

interface Study {
  readonly first: FirstAnswers;
  readonly course: CourseOfStudy;
  /** By revision. */
  readonly hardness: ReadonlyMap<string, Hardness>;
}

/** What a learner's answers say of each domain of an exam, and how many questions could still say something. */
export function examEvidence(
  exam: Pick<ExamOverview, "domains" | "scoring">,
  candidates: readonly Candidate[],
  study: Study,
): readonly DomainProgress[] {
  const banks = exam.domains.map(({ id }) => candidates.filter(({ domain }) => domain === id));
  const points = pointsToday(banks.map((bank) => bank.map((question) => studiedItem(question, study, exam.scoring))));
  return exam.domains.map((domain, i) => ({
    ...domain,
    ...countsOf(banks[i] ?? [], study.first, exam.scoring),
    points: points[i] as number,
  }));
}

function studiedItem({ questionId, revisionId }: Candidate, { first, course, hardness }: Study, rule: ScoringRule) {
  const { facility = null, guess = 0 } = hardness.get(revisionId) ?? {};
  // Nothing of an exam that is being sat has an answer here.
  const answer = first.answers.get(questionId);
  return {
    facility,
    guess,
    worth: answer?.worth(rule) ?? null,
    place: answer === undefined ? 0 : course.placeAt(answer.at),
    recall: course.recalls.get(questionId) ?? null,
  };
}

function countsOf(questions: readonly Candidate[], { answers, seen, closed }: FirstAnswers, rule: ScoringRule) {
  const open = questions.filter(({ questionId }) => !closed.has(questionId));
  const own = open.flatMap(({ questionId }) => answers.get(questionId) ?? []);
  return {
    available: questions.length,
    closed: questions.length - open.length,
    unseen: open.filter(({ questionId }) => !seen.has(questionId)).length,
    answers: own.length,
    blanks: own.filter(({ given }) => given === "blank").length,
    unknown: own.filter(({ given }) => given === "dont-know").length,
    earned: own.reduce((sum, answer) => sum + answer.points(rule), 0),
  };
}
