import { standingToServe } from "#lib/attempts/read/standing";
import type { Viewer } from "#lib/auth/viewer";
import { findQuestion } from "#lib/bank/read/exams";
import { publicPartsOf, secretPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { discloseSecret, mayDisclose } from "#lib/exam/disclosure";
import { isKeyChanged } from "#lib/exam/is-key-changed";
import type { PublicQuestion, RichText } from "#lib/exam/question";
import { type DifferencePart, wordDifference } from "../word-difference.ts";

export interface RevisionDifference {
  readonly number: number;
  readonly currentNumber: number;
  readonly createdAt: Date;
  readonly stem: readonly DifferencePart[];
  readonly options: readonly { readonly text: string; readonly kind: DifferencePart["kind"] }[];
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
  return {
    number: earlier.number,
    currentNumber: current.number,
    createdAt: earlier.createdAt,
    stem: wordDifference(was.stemText, is.stemText),
    options: optionDifference(was, is),
    isKeyChanged: isKeyChanged({ public: was, key: before.key }, { public: is, key: after.key }),
    explanation: wordDifference(plainOf(before.explanation), plainOf(after.explanation)),
  };
}

function optionDifference(was: PublicQuestion, is: PublicQuestion): RevisionDifference["options"] {
  const [old, now] = [was, is].map((part) => ("options" in part ? part.options : []));
  const [oldIds, newIds] = [old, now].map((options) => new Set(options?.map((option) => option.id)));
  return [
    ...(old ?? []).map(({ id, text }) => ({ text, kind: newIds?.has(id) ? ("same" as const) : ("removed" as const) })),
    ...(now ?? []).filter(({ id }) => !oldIds?.has(id)).map(({ text }) => ({ text, kind: "added" as const })),
  ];
}

/** The words of safe HTML, for comparing; options become a blank, because their letters differ for each reader. */
function plainOf(text: RichText): string {
  const html = text.map((piece) => (typeof piece === "string" ? piece : "…")).join("");
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}
