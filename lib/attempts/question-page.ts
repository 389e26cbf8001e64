import type { Viewer } from "#lib/auth/viewer";
import { findQuestion } from "#lib/bank/queries";
import { publicPartsOf, secretPartsOf } from "#lib/bank/revisions";
import type { Database } from "#lib/db/database";
import { discloseSecret, mayDisclose } from "#lib/exam/disclosure";
import { finalPoints } from "#lib/exam/grading";
import { presentQuestion, presentSecret, type ShownQuestion, type ShownSecret } from "#lib/exam/presentation";
import type { Answer, Secret } from "#lib/exam/question";
import { itemSeed } from "#lib/exam/selection";
import { questionPageSeed } from "./answer-question.ts";
import { getStanding } from "./standing.ts";

export interface QuestionPageView {
  readonly questionId: string;
  readonly retired: boolean;
  readonly question: ShownQuestion;
  readonly secret: ShownSecret | null;
  /** The viewer is sitting an exam with this question: it opens when that is finished. */
  readonly isWithheld: boolean;
}

/** A question at its permanent address; with its key once the viewer has answered it. */
export async function getQuestionPage(
  db: Database,
  viewer: Viewer,
  examSlug: string,
  name: string,
): Promise<QuestionPageView | null> {
  const location = await findQuestion(db, examSlug, name);
  if (location === null) return null;
  const { questionId, revisionId, retired } = location;
  const standing = await getStanding(db, viewer, questionId);
  const part = (await publicPartsOf(db.read, [revisionId])).get(revisionId);
  if (part === undefined) throw new Error(`revision ${revisionId} has no public part`);
  const question = presentQuestion(part, itemSeed(questionPageSeed, questionId));
  const order = question.options.map((option) => option.id);
  const secret = mayDisclose(standing) ? (await secretPartsOf(db.read, [revisionId])).get(revisionId) : undefined;
  const disclosed = secret === undefined ? null : discloseSecret(secret, standing);
  const shown =
    disclosed === null
      ? null
      : presentSecret(disclosed, order, await givenAnswer(db, viewer, questionId, revisionId, disclosed));
  return { questionId, retired, question, secret: shown, isWithheld: standing.inRunningExam };
}

/** The viewer's first answer, when it was given to the wording that is shown. */
async function givenAnswer(db: Database, viewer: Viewer, questionId: string, revisionId: string, secret: Secret) {
  const learnerId = viewer.learnerId ?? "";
  const [row] = await db.read.$queryRaw<{ readonly answer: string | null }[]>`
    SELECT "answer" FROM "Disclosure"
    WHERE "learnerId" = ${learnerId} AND "questionId" = ${questionId} AND "revisionId" = ${revisionId}`;
  const answer = row?.answer == null ? null : (JSON.parse(row.answer) as Answer);
  return { answer, points: finalPoints(secret.key, answer, "all-or-nothing") };
}
