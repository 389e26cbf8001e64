import type { Viewer } from "#lib/auth/viewer";
import { getExam, listCandidates } from "#lib/bank/read/exams";
import { hardnessOf } from "#lib/bank/read/hardness";
import type { Database } from "#lib/db/database";
import { type DifficultyLevel, levelOf } from "#lib/exam/practice";

/** With fewer people, a share would say more about them than about the question. */
export const fewestForShare = 10;

/** What is known about a question besides its key. All of it depends on keys: only for viewers who may see this key. */
export interface AfterCheck {
  /** When its review is due; null when it has none. */
  readonly dueAt: Date | null;
  readonly level: DifficultyLevel | null;
  /** How many people answered it, and their share of the points at the first try, from 0 to 1; null for too few people. */
  readonly firstTries: { readonly people: number; readonly share: number } | null;
}

interface CheckedQuestion {
  readonly examSlug: string;
  readonly questionId: string;
  readonly now: Date;
}

/** When a question that the viewer has answered is due again, and how hard it is. */
export async function getAfterCheck(db: Database, viewer: Viewer, asked: CheckedQuestion): Promise<AfterCheck> {
  const { examSlug, questionId, now } = asked;
  const { learnerId } = viewer;
  const [card, exam, candidates] = await Promise.all([
    learnerId === null ? null : db.read.card.findFirst({ where: { learnerId, questionId }, select: { dueAt: true } }),
    getExam(db, examSlug),
    listCandidates(db, examSlug),
  ]);
  const candidate = candidates.find((each) => each.questionId === questionId);
  const hardness =
    exam === null || candidate === undefined ? null : await hardnessOf(db, examSlug, candidates, exam.scoring, now);
  const facility = hardness?.get(candidate?.revisionId ?? "")?.facility ?? null;
  const isEnough = facility !== null && facility.answers >= fewestForShare;
  return {
    dueAt: card?.dueAt ?? null,
    level: levelOf(candidate?.difficulty ?? null, facility),
    firstTries: isEnough ? { people: facility.answers, share: facility.points / facility.answers } : null,
  };
}
