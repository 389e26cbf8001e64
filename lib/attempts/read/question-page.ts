import type { Viewer } from "#lib/auth/viewer";
import { getDispute, type ShownDispute } from "#lib/bank/read/disputes";
import { findExam, findQuestion } from "#lib/bank/read/exams";
import { publicPartsOf, secretPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { discloseSecret, mayDisclose } from "#lib/exam/disclosure";
import { type FirstAnswer, judgeFirstAnswer } from "#lib/exam/first-answer";
import { readGiven } from "#lib/exam/json-columns";
import { presentQuestion, presentSecret, type ShownQuestion, type ShownSecret } from "#lib/exam/presentation";
import type { Question } from "#lib/exam/question";
import { itemSeed } from "#lib/exam/selection";
import { keptBack } from "#lib/review/read/kept-form";
import { questionPageSeed } from "../question-page-order.ts";
import { shownStamp } from "../shown-stamp.ts";
import { standingToServe } from "./standing.ts";

/** What the page says about the viewer's first answer. */
export interface ShownFirstAnswer {
  readonly state: FirstAnswer["state"];
  /** The number of the wording that it was given to; null if that is the one shown. */
  readonly wording: number | null;
}

export interface QuestionPageView {
  readonly questionId: string;
  readonly retired: boolean;
  readonly question: ShownQuestion;
  /** Of the wording that is shown; an answer is sent with it. */
  readonly stamp: string;
  readonly secret: ShownSecret | null;
  /** Null while the secret is null. */
  readonly first: ShownFirstAnswer | null;
  /** The dispute of the key; null while the secret is null. */
  readonly dispute: ShownDispute | null;
  /** The viewer is taking an exam with this question: it is disclosed when that exam is finished. */
  readonly isWithheld: boolean;
}

/**
 * A question at its permanent address, with its key once the viewer has answered it. Null if there is none, or if the
 * viewer has set it aside for a mock exam.
 */
export async function getQuestionPage(
  db: Database,
  viewer: Viewer,
  examSlug: string,
  name: string,
  now: Date,
): Promise<QuestionPageView | null> {
  const location = await findQuestion(db, examSlug, name);
  if (location === null) return null;
  const { questionId, revisionId, retired } = location;
  const standing = await standingToServe(db, viewer, questionId, now);
  if (!standing.answered && (await keptBack(db, viewer.learnerId, now)).has(questionId)) return null;
  const part = (await publicPartsOf(db.read, [revisionId])).get(revisionId);
  if (part === undefined) throw new Error(`revision ${revisionId} has no public part`);
  const language = (await findExam(db, examSlug))?.language;
  const question = presentQuestion(part, itemSeed(questionPageSeed, questionId), language);
  const order = question.options.map((option) => option.id);
  const secret = mayDisclose(standing) ? (await secretPartsOf(db.read, [revisionId])).get(revisionId) : undefined;
  const disclosed = secret === undefined ? null : discloseSecret(secret, standing);
  const view = { questionId, retired, question, stamp: shownStamp(part), isWithheld: standing.inRunningExam };
  if (disclosed === null) return { ...view, secret: null, first: null, dispute: null };
  const shown = { revisionId, public: part, secret: disclosed };
  const { wording, ...first } = await getFirstAnswer(db, viewer, questionId, shown);
  const dispute = await getDispute(db, questionId, revisionId, order);
  return {
    ...view,
    secret: presentSecret(disclosed, order, first, language),
    first: { state: first.state, wording },
    dispute,
  };
}

/** Whether there is a question at this address that the viewer has set aside for a mock exam. */
export async function isKeptBack(db: Database, viewer: Viewer, examSlug: string, name: string, now: Date) {
  const kept = await keptBack(db, viewer.learnerId, now);
  const location = kept.size === 0 ? null : await findQuestion(db, examSlug, name);
  return location !== null && kept.has(location.questionId);
}

interface GivenRow {
  readonly answer: string | null;
  readonly revisionId: string;
  readonly number: number;
}

/** The viewer's first answer, judged by the wording that is shown. */
async function getFirstAnswer(
  db: Database,
  viewer: Viewer,
  questionId: string,
  shown: Question & { readonly revisionId: string },
): Promise<FirstAnswer & Pick<ShownFirstAnswer, "wording">> {
  const [row] = await db.read.$queryRaw<GivenRow[]>`
    SELECT d."answer", d."revisionId", r."number" FROM "Disclosure" d JOIN "Revision" r ON r."id" = d."revisionId"
    WHERE d."learnerId" = ${viewer.learnerId ?? ""} AND d."questionId" = ${questionId}`;
  const answer = readGiven(row?.answer ?? null);
  if (row === undefined || row.revisionId === shown.revisionId)
    return { ...judgeFirstAnswer(answer, shown, shown), wording: null };
  const id = row.revisionId;
  const [parts, secrets] = await Promise.all([publicPartsOf(db.read, [id]), secretPartsOf(db.read, [id])]);
  const given = { public: parts.get(id), secret: secrets.get(id) } as Question;
  return { ...judgeFirstAnswer(answer, given, shown), wording: row.number };
}
