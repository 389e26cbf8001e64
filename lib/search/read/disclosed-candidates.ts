import type { Viewer } from "#lib/auth/viewer";
import { secretPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { inChunks } from "#lib/db/in-chunks";
import { type Sql, sql } from "#lib/db/sql";
import { withoutLetters } from "#lib/discussion/letter-marks";
import { type Disclosed, discloseSecret } from "#lib/exam/disclosure";
import { groupRows } from "#lib/exam/group-rows";
import type { RichText, Secret } from "#lib/exam/question";
import { readableText } from "#lib/exam/readable-text";
import { isSat, takesLateAnswer } from "#lib/review/read/sat-items";
import type { Source } from "../search-hit.ts";
import type { SearchWord } from "../search-words.ts";
import type { FoundRow } from "./public-candidates.ts";

/** A text of a question that its viewer may read. */
export interface OpenText {
  readonly source: Source;
  readonly text: string;
}

export type OpenRow = FoundRow & { readonly texts: readonly OpenText[] };

/** The most questions, and comments, that are searched: what is disclosed to one person is little compared with the bank. */
const mostOpen = 500;

/**
 * The questions that contain every word if the texts disclosed to this viewer count: explanation, notes, references and
 * comments. The statement starts from the viewer's own disclosures, so no text of another question is ever compared
 * with the words. It leaves out the questions of an exam that the viewer is taking, and those whose key would end the
 * late delivery of answers if it was served: a search must not cost an answer.
 */
export async function disclosedCandidates(
  db: Database,
  viewer: Viewer,
  words: readonly SearchWord[],
  examSlug: string | null,
  now: Date,
): Promise<readonly OpenRow[]> {
  const { learnerId } = viewer;
  if (learnerId === null) return [];
  const like = db.provider === "postgresql" ? sql`COLLATE "C" ILIKE` : sql`LIKE`;
  const holding = words.flatMap((word) => patternOf(word) ?? []).map((pattern) => holds(pattern, like));
  const exam = examSlug === null ? sql`` : sql`AND q."examSlug" = ${examSlug}`;
  // SQLite keeps the order of cross joins: otherwise it begins with all questions of the exam, however few are disclosed.
  const rows = await db.read.$queryRaw<readonly (FoundRow & { readonly revisionId: string })[]>`
    WITH closed AS (
      SELECT i."questionId" FROM "Attempt" a JOIN "AttemptItem" i ON i."attemptId" = a."id"
      WHERE a."learnerId" = ${learnerId} AND ((${isSat}) OR (${takesLateAnswer(now)}))
    )
    SELECT s."id", s."questionId", s."stem", s."labels", q."revisionId"
    FROM "Disclosure" d CROSS JOIN "Question" q CROSS JOIN "Revision" r CROSS JOIN "SearchText" s
    WHERE d."learnerId" = ${learnerId} AND q."id" = d."questionId" AND q."retiredAt" IS NULL ${exam}
      AND r."id" = q."revisionId" AND s."questionId" = q."id"
      AND q."id" NOT IN (SELECT "questionId" FROM closed) ${joined(holding)}
    ORDER BY s."id" LIMIT ${mostOpen}`;
  const secrets = await secretPartsOf(
    db.read,
    rows.map(({ revisionId }) => revisionId),
  );
  const comments = await commentsOf(db, rows, words, like);
  return rows.map(({ revisionId, ...row }) => {
    const secret = secrets.get(revisionId);
    // The statement above has checked everything that the rule checks.
    const open = secret && discloseSecret(secret, { answered: true, inRunningExam: false });
    return { ...row, texts: [...(open ? textsOf(open) : []), ...(comments.get(row.questionId) ?? [])] };
  });
}

/** The part of a word that both databases compare in the same way, ignoring case; null if there is none. */
function patternOf({ typed }: SearchWord): string | null {
  const runs = typed.match(/[a-z0-9]+/g) ?? [];
  return runs.length === 0 ? null : `%${runs.reduce((a, b) => (b.length > a.length ? b : a))}%`;
}

/** A rough first filter; its results are compared word by word later. */
function holds(pattern: string, like: Sql): Sql {
  return sql`(s."stem" ${like} ${pattern} OR s."labels" ${like} ${pattern} OR r."secretPart" ${like} ${pattern}
    OR EXISTS (SELECT 1 FROM "Comment" c WHERE c."questionId" = q."id" AND c."state" = 'shown' AND c."markdown" ${like} ${pattern}))`;
}

function joined(conditions: readonly Sql[]): Sql {
  return conditions.reduce((all, each) => sql`${all} AND ${each}`, sql``);
}

const textsOfSecret = new WeakMap<Secret, readonly OpenText[]>();

/** Read once, and cached as long as the secret. */
function textsOf(secret: Disclosed<Secret>): readonly OpenText[] {
  const known = textsOfSecret.get(secret);
  if (known !== undefined) return known;
  const { explanation, optionNotes, references } = secret;
  const texts: readonly OpenText[] = [
    { source: "explanation", text: textOf(explanation) },
    ...Object.values(optionNotes).map((note) => ({ source: "option-note", text: textOf(note) }) as const),
    ...references.map(({ title }) => ({ source: "reference", text: title }) as const),
  ];
  textsOfSecret.set(secret, texts);
  return texts;
}

/** Letters of options differ from learner to learner and are left out. */
function textOf(text: RichText): string {
  return readableText(text.map((part) => (typeof part === "string" ? part : "…")).join(""));
}

function commentText({ html, keepsLetters }: CommentRow): OpenText {
  return { source: "comment", text: readableText(keepsLetters ? html : withoutLetters(html)) };
}

interface CommentRow {
  readonly questionId: string;
  readonly html: string;
  readonly keepsLetters: boolean | number;
}

async function commentsOf(
  db: Database,
  rows: readonly FoundRow[],
  words: readonly SearchWord[],
  like: Sql,
): Promise<ReadonlyMap<string, readonly OpenText[]>> {
  const patterns = words.flatMap((word) => patternOf(word) ?? []);
  const any = patterns.map((pattern) => sql`c."markdown" ${like} ${pattern}`);
  const holding = any.length === 0 ? sql`TRUE` : any.reduce((all, each) => sql`${all} OR ${each}`);
  const found = await inChunks(
    rows.map(({ questionId }) => questionId),
    (ids) =>
      db.read.$queryRaw<readonly CommentRow[]>`
        SELECT c."questionId", c."html", c."keepsLetters" FROM "Comment" c
        WHERE c."questionId" IN (${ids.slice(1).reduce((all, id) => sql`${all}, ${id}`, sql`${ids[0]}`)})
          AND c."state" = 'shown' AND (${holding})
        ORDER BY c."createdAt" DESC, c."id" LIMIT ${mostOpen}`,
  );
  const texts = [...groupRows(found, ({ questionId }) => questionId)];
  return new Map(texts.map(([id, own]) => [id, own.map(commentText)]));
}
