import type { Candidate, ExamOverview } from "#lib/bank/read/exams";
import type { Database } from "#lib/db/database";
import type { KeyEvidence } from "#lib/exam/disputed-key";
import { type ItemStatistics, itemStatistics } from "#lib/exam/item-statistics";
import type { PublicQuestion, Secret } from "#lib/exam/question";
import { keyEvidenceOf } from "../key-evidence-of.ts";
import { itemAnswers } from "./item-answers.ts";
import { itemTimes } from "./item-times.ts";

/** What the answers say of an exam's questions, by question. */
export interface ItemFigures {
  readonly statistics: ReadonlyMap<string, ItemStatistics>;
  readonly evidence: ReadonlyMap<string, KeyEvidence>;
  /** The median time on each, in milliseconds. */
  readonly times: ReadonlyMap<string, number>;
}

/** Both parts of the wordings, by revision. */
interface Wordings {
  readonly parts: ReadonlyMap<string, PublicQuestion>;
  readonly secrets: ReadonlyMap<string, Secret>;
}

interface Kept {
  readonly mark: string;
  readonly figures: Promise<ItemFigures>;
}

/** Keyed by the list of questions, which every sync creates again. */
const keptOf = new WeakMap<readonly Candidate[], Kept>();

/**
 * The figures of the questions that `listCandidates` returns for this exam. They are computed again when somebody has
 * answered a question for the first time or has left: sorting, filtering and turning pages computes nothing.
 */
export async function itemFigures(
  db: Database,
  exam: ExamOverview,
  candidates: readonly Candidate[],
  wordings: Wordings,
): Promise<ItemFigures> {
  const mark = await markOfAnswers(db, exam.slug);
  const kept = keptOf.get(candidates);
  if (kept?.mark === mark) return kept.figures;
  const figures = countItems(db, exam, candidates, wordings);
  keptOf.set(candidates, { mark, figures });
  figures.catch(() => keptOf.delete(candidates));
  return figures;
}

/** Another whenever a first answer comes or goes. */
async function markOfAnswers(db: Database, examSlug: string): Promise<string> {
  const [row] = await db.read.$queryRaw<{ readonly count: number | bigint; readonly newest: Date | string | null }[]>`
    SELECT COUNT(*) AS "count", MAX(d."disclosedAt") AS "newest"
    FROM "Question" q JOIN "Disclosure" d ON d."questionId" = q."id" WHERE q."examSlug" = ${examSlug}`;
  return `${row?.count} ${row?.newest instanceof Date ? row.newest.toISOString() : row?.newest}`;
}

/** The same, counted each time. */
export async function countItems(
  db: Database,
  exam: ExamOverview,
  candidates: readonly Candidate[],
  wordings: Wordings,
): Promise<ItemFigures> {
  const answers = await itemAnswers(db, candidates, wordings, exam.scoring);
  return {
    statistics: itemStatistics(answers),
    evidence: keyEvidenceOf(candidates, wordings, answers),
    times: await itemTimes(db, candidates),
  };
}
