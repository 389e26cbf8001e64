import { standingToServe } from "#lib/attempts/read/standing";
import { recordServedKeys } from "#lib/attempts/write/served-keys";
import type { Viewer } from "#lib/auth/viewer";
import { findQuestion } from "#lib/bank/read/exams";
import { publicPartsOf, secretPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import type { Question } from "#lib/exam/question";

/**
 * What the database holds of a question, for a viewer who may see its key without having answered. An exam that they sit
 * themselves keeps it closed as for anybody ("withheld"), and its key counts as served to them. Null when there is none.
 */
export async function storedQuestion(
  db: Database,
  viewer: Viewer,
  examSlug: string,
  name: string,
  now: Date,
): Promise<Question | "withheld" | null> {
  const location = await findQuestion(db, examSlug, name);
  if (location === null) return null;
  const { questionId, revisionId } = location;
  const { inRunningExam } = await standingToServe(db, viewer, questionId, now);
  if (inRunningExam) return "withheld";
  const { learnerId } = viewer;
  if (learnerId !== null) await recordServedKeys({ db, learnerId, questionIds: new Set([questionId]), now });
  const [parts, secrets] = [await publicPartsOf(db.read, [revisionId]), await secretPartsOf(db.read, [revisionId])];
  return { public: parts.get(revisionId), secret: secrets.get(revisionId) } as Question;
}
