import type { Candidate } from "#lib/bank/read/exams";
import { newestAnswers } from "#lib/bank/read/newest-answers";
import type { Database } from "#lib/db/database";
import { chosenOptions } from "#lib/exam/chosen-options";
import { finalPoints } from "#lib/exam/grading";
import type { ItemAnswer } from "#lib/exam/item-statistics";
import { readAnswer } from "#lib/exam/json-columns";
import type { ScoringRule } from "#lib/exam/kinds/kind";
import { markingNow } from "#lib/exam/marking";
import type { PublicQuestion, Secret } from "#lib/exam/question";

/**
 * So many answers are read at most for one exam, shared among its questions: the newest of each. An answer writes nothing for the
 * statistics, and reading them costs the same however many there have been.
 */
const mostAnswers = 50_000;
/** Longer ones are ignored. */
const mostAnswerBytes = 65_536;
/** Questions read at once; other requests get their turn in between. */
const atOnce = 200;

/** A first answer as it was given. */
export interface GivenAnswer extends ItemAnswer {
  readonly at: Date;
  /** Whether it came from a sitting. */
  readonly counts: boolean;
}

interface Row {
  readonly questionId: string;
  readonly learnerId: string;
  readonly answer: string;
  readonly at: Date;
  readonly counts: boolean | number;
}

/** Both parts of the present wordings, by revision. */
interface Wordings {
  readonly parts: ReadonlyMap<string, PublicQuestion>;
  readonly secrets: ReadonlyMap<string, Secret>;
}

/** The newest first answers to the present wording of these questions, each given before its key was seen. */
export async function itemAnswers(
  db: Database,
  candidates: readonly Candidate[],
  { parts, secrets }: Wordings,
  scoring: ScoringRule,
): Promise<readonly GivenAnswer[]> {
  const most = Math.max(fewest, Math.floor(mostAnswers / Math.max(1, candidates.length)));
  const marking = markingNow(scoring);
  const revisions = new Map(candidates.map(({ questionId, revisionId }) => [questionId, revisionId]));
  const found: GivenAnswer[] = [];
  for (let first = 0; first < candidates.length; first += atOnce) {
    for (const { questionId, learnerId, answer, at, counts } of await newest(
      db,
      candidates.slice(first, first + atOnce),
      most,
    )) {
      const revisionId = revisions.get(questionId) ?? "";
      const [question, key] = [parts.get(revisionId), secrets.get(revisionId)?.key];
      if (question === undefined || key === undefined) throw new Error(`question ${questionId} has no key`);
      const given = readAnswer(answer);
      const points = finalPoints(question, key, given, marking);
      found.push({ questionId, learnerId, points, optionIds: chosenOptions(given), at, counts: Boolean(counts) });
    }
  }
  return found;
}

const fewest = 50;

function newest(db: Database, candidates: readonly Candidate[], most: number): Promise<readonly Row[]> {
  const bounds = { most, mostBytes: mostAnswerBytes, isCounted: false };
  return db.read.$queryRaw<Row[]>`SELECT * FROM ${newestAnswers(db.provider, candidates, bounds)} AS newest`;
}
