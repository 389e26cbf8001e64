import { type Candidate, type ExamOverview, listCandidates } from "#lib/bank/read/exams";
import type { Database } from "#lib/db/database";
import { difficultyLevels, practiceReasons } from "#lib/exam/practice";
import { keptBack } from "#lib/review/read/kept-form";
import type { PoolRow } from "../count-matching.ts";
import { practiceFacts } from "./practice-facts.ts";

interface PoolRequest {
  readonly learnerId: string | null;
  readonly exam: ExamOverview;
  readonly now: Date;
}

/** The questions that a learner can be asked in custom practice: all but those of the exam they keep back. */
export async function practiceCandidates(db: Database, request: PoolRequest): Promise<readonly Candidate[]> {
  const { learnerId, exam, now } = request;
  const [all, kept] = await Promise.all([listCandidates(db, exam.slug), keptBack(db, learnerId, now)]);
  return all.filter(({ questionId }) => !kept.has(questionId));
}

/**
 * These `candidates` in the form that custom practice counts. It reads everything that the learner ever answered in this
 * exam.
 */
export async function practicePool(
  db: Database,
  request: PoolRequest & { readonly candidates: readonly Candidate[] },
): Promise<readonly PoolRow[]> {
  const { exam, candidates } = request;
  const facts = await practiceFacts(db, request);
  const domainIndex = new Map(exam.domains.map(({ id }, i) => [id, i]));
  const tagIndex = new Map(exam.tags.map((tag, i) => [tag, i]));
  return candidates.map(({ questionId, domain, tags }) => {
    const { reasons = [], level = null } = facts.get(questionId) ?? {};
    const bits = reasons.reduce((sum, reason) => sum | (1 << practiceReasons.indexOf(reason)), 0);
    const levelIndex = level === null ? -1 : difficultyLevels.indexOf(level);
    return [domainIndex.get(domain) ?? -1, levelIndex, bits, ...tags.map((tag) => tagIndex.get(tag) ?? -1)];
  });
}
