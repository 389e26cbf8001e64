import { questionPageOrder } from "#lib/attempts/question-page-order";
import { standingToServe } from "#lib/attempts/read/standing";
import type { Viewer } from "#lib/auth/viewer";
import { findQuestion } from "#lib/bank/read/exams";
import { publicPartsOf, secretPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { discloseSecret, mayDisclose } from "#lib/exam/disclosure";
import { isKeyChanged } from "#lib/exam/is-key-changed";
import { letterAt, renderRichText } from "#lib/exam/letters";
import type { PublicQuestion, RichText } from "#lib/exam/question";
import { readableTextWithTables } from "#lib/exam/readable-text";
import { type DifferencePart, wordDifference } from "../word-difference.ts";

export interface RevisionDifference {
  readonly number: number;
  readonly currentNumber: number;
  readonly createdAt: Date;
  readonly stem: readonly DifferencePart[];
  /** In the order of the question's own page, with its letters; what is no longer there has none and comes last. */
  readonly options: readonly {
    readonly letter: string | null;
    readonly text: string;
    readonly kind: DifferencePart["kind"];
  }[];
  readonly isKeyChanged: boolean;
  readonly explanation: readonly DifferencePart[];
}

/** What changed between an earlier wording and the present one, for those who may see the key; null for others. */
export async function getRevisionDifference(
  db: Database,
  viewer: Viewer,
  place: { readonly examSlug: string; readonly questionName: string; readonly number: number },
  now: Date,
): Promise<RevisionDifference | null> {
  const question = await findQuestion(db, place.examSlug, place.questionName);
  if (question === null || !Number.isSafeInteger(place.number) || place.number < 1 || place.number > 1e6) return null;
  const { questionId, revisionId } = question;
  const standing = await standingToServe(db, viewer, questionId, now);
  if (!mayDisclose(standing)) return null;
  const [earlier, current] = await Promise.all([
    db.read.revision.findUnique({
      where: { questionId_number: { questionId, number: place.number } },
      select: { id: true, number: true, createdAt: true },
    }),
    db.read.revision.findUniqueOrThrow({ where: { id: revisionId }, select: { number: true } }),
  ]);
  // A higher number is staged by a sync that has not been shown.
  if (earlier === null || earlier.number > current.number) return null;
  const ids = [earlier.id, revisionId];
  const [parts, secrets] = [await publicPartsOf(db.read, ids), await secretPartsOf(db.read, ids)];
  const [was, is] = ids.map((id) => parts.get(id)) as [PublicQuestion, PublicQuestion];
  const [before, after] = ids.map((id) => {
    const secret = secrets.get(id);
    return secret === undefined ? null : discloseSecret(secret, standing);
  });
  if (!before || !after) return null;
  const order = questionPageOrder(is, questionId);
  const [oldText, newText] = [before, after].map(({ explanation }) => plainOf(explanation, order)) as [string, string];
  return {
    number: earlier.number,
    currentNumber: current.number,
    createdAt: earlier.createdAt,
    stem: wordDifference(was.stemText, is.stemText),
    options: optionDifference(was, is, order),
    isKeyChanged: isKeyChanged({ public: was, key: before.key }, { public: is, key: after.key }),
    explanation: wordDifference(oldText, newText),
  };
}

function optionDifference(
  was: PublicQuestion,
  is: PublicQuestion,
  order: readonly string[],
): RevisionDifference["options"] {
  const [old, now] = [was, is].map((part) => new Map("options" in part ? part.options.map((o) => [o.id, o.text]) : []));
  const present = order.map((id, i) => ({
    letter: letterAt(i),
    text: now?.get(id) ?? "",
    kind: old?.has(id) ? ("same" as const) : ("added" as const),
  }));
  const removed = [...(old ?? [])].filter(([id]) => !now?.has(id));
  return [...present, ...removed.map(([, text]) => ({ letter: null, text, kind: "removed" as const }))];
}

/** The words of an explanation in the letters of `order`, for comparing; an option that is no longer there becomes "…". */
function plainOf(text: RichText, order: readonly string[]): string {
  const known = new Set(order);
  const pieces = text.map((piece) =>
    typeof piece === "string" || piece.optionIds.some((id) => known.has(id)) ? piece : "…",
  );
  return readableTextWithTables(renderRichText(pieces, order));
}
