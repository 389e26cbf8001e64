import type { Candidate, ExamOverview } from "#lib/bank/read/exams";
import type { Hardness } from "#lib/bank/read/hardness";
import { groupRows } from "#lib/exam/group-rows";
import { type JudgedFirst, judgeFirst } from "#lib/exam/judge-first";
import type { ScoringRule } from "#lib/exam/kinds/kind";
import { pointsToday, type StudiedItem } from "#lib/exam/points-today";
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

/** What a learner's answers say about each domain of an exam, and how many questions could still be informative. */
export function examEvidence(
  exam: Pick<ExamOverview, "domains" | "scoring">,
  candidates: readonly Candidate[],
  study: Study,
): readonly DomainProgress[] {
  const banks = groupRows(candidates, ({ domain }) => domain);
  const judged = exam.domains.map(({ id }) => (banks.get(id) ?? []).map((one) => judge(one, study, exam.scoring)));
  const points = pointsToday(judged.map((bank) => bank.map(({ item }) => item)));
  return exam.domains.map((domain, i) => ({
    ...domain,
    ...countsOf(judged[i] ?? [], study.first),
    points: points[i] as number,
  }));
}

interface Judged {
  readonly questionId: string;
  readonly item: StudiedItem;
  /** Null without a first answer. Questions of an exam in progress have none here. */
  readonly first: JudgedFirst | null;
}

function judge({ questionId, revisionId }: Candidate, study: Study, rule: ScoringRule): Judged {
  const { facility = null, guess = 0 } = study.hardness.get(revisionId) ?? {};
  const given = study.first.answers.get(questionId);
  const first = given === undefined ? null : judgeFirst(given.answer, given.question, given.secret, rule);
  const place = given === undefined ? 0 : study.course.placeAt(given.at);
  const recall = study.course.recalls.get(questionId) ?? null;
  return { questionId, item: { facility, guess, worth: first?.worth ?? null, place, recall }, first };
}

function countsOf(bank: readonly Judged[], { seen, closed }: FirstAnswers) {
  const counts = { available: bank.length, closed: 0, unseen: 0, answers: 0, blanks: 0, unknown: 0, earned: 0 };
  for (const { questionId, first } of bank) {
    if (closed.has(questionId)) counts.closed++;
    else if (!seen.has(questionId)) counts.unseen++;
    if (first === null) continue;
    counts.answers++;
    counts.earned += first.points;
    if (first.given === "blank") counts.blanks++;
    if (first.given === "dont-know") counts.unknown++;
  }
  return counts;
}
