import type { Database } from "#lib/db/database";
import { chanceOfGuess } from "#lib/exam/chance-of-guess";
import { groupRows } from "#lib/exam/group-rows";
import type { Facility } from "#lib/exam/item-model";
import { readAnswer } from "#lib/exam/json-columns";
import { judgeFirst } from "#lib/exam/judge-first";
import type { ScoringRule } from "#lib/exam/kinds/kind";
import type { Question } from "#lib/exam/question";
import type { Candidate } from "./exams.ts";
import { newestAnswers } from "./newest-answers.ts";
import { publicPartsOf, secretPartsOf } from "./revisions.ts";

/** How many of the newest first answers are used: enough to know the facility within five percent. */
const mostAnswers = 400;
/** No answer needs more; longer ones from before this limit are ignored. */
const mostAnswerBytes = 16_384;
/** Questions read at once; other requests get their turn in between. */
const atOnce = 200;
const freshForMs = 3_600_000;

/** How hard one question is. */
export interface Hardness {
  /** Null while nobody has answered its current wording. */
  readonly facility: Facility | null;
  /** The chance of a guess, from 0 to 1. */
  readonly guess: number;
}

interface Kept {
  readonly readAt: Date;
  readonly hardness: Promise<ReadonlyMap<string, Hardness>>;
}

const keptBy = new WeakMap<Database, Map<string, Kept>>();

/**
 * How hard the questions of an exam are, by their revision: from the first answers of all learners that came from a
 * sitting. Read at most once an hour, so that the progress page costs the same however many people have answered.
 */
export async function hardnessOf(
  db: Database,
  examSlug: string,
  candidates: readonly Candidate[],
  rule: ScoringRule,
  now: Date,
): Promise<ReadonlyMap<string, Hardness>> {
  const kept = keptBy.get(db) ?? new Map<string, Kept>();
  keptBy.set(db, kept);
  const known = kept.get(examSlug);
  const isFresh = known !== undefined && Math.abs(now.getTime() - known.readAt.getTime()) < freshForMs;
  if (isFresh) {
    const hardness = await known.hardness;
    if (candidates.every(({ revisionId }) => hardness.has(revisionId))) return hardness;
  }
  const hardness = loadHardness(db, candidates, rule);
  kept.set(examSlug, { readAt: now, hardness });
  hardness.catch(() => kept.delete(examSlug));
  return hardness;
}

async function loadHardness(db: Database, candidates: readonly Candidate[], rule: ScoringRule) {
  const found = new Map<string, Hardness>();
  for (let first = 0; first < candidates.length; first += atOnce) {
    const chunk = candidates.slice(first, first + atOnce);
    const ids = chunk.map(({ revisionId }) => revisionId);
    const [parts, secrets] = await Promise.all([publicPartsOf(db.read, ids), secretPartsOf(db.read, ids)]);
    const given = groupRows(await countAnswers(db, chunk), ({ revisionId }) => revisionId);
    for (const id of ids) {
      const question = { public: parts.get(id), secret: secrets.get(id) } as Question;
      found.set(id, {
        facility: facilityOf(given.get(id) ?? [], question, rule),
        guess: chanceOfGuess(question.public),
      });
    }
  }
  return found;
}

interface Given {
  readonly revisionId: string;
  readonly answer: string;
  readonly people: number | bigint;
}

function facilityOf(given: readonly Given[], question: Question, rule: ScoringRule): Facility | null {
  if (given.length === 0) return null;
  const judged = given.map(({ answer, people }) => ({
    people: Number(people),
    worth: judgeFirst(readAnswer(answer), question.public, question.secret, rule).worth,
  }));
  return {
    answers: judged.reduce((sum, { people }) => sum + people, 0),
    points: judged.reduce((sum, { people, worth }) => sum + people * worth, 0),
  };
}

/** How many gave each answer, so that each distinct answer is judged once. */
function countAnswers(db: Database, candidates: readonly Candidate[]): Promise<readonly Given[]> {
  const bounds = { most: mostAnswers, mostBytes: mostAnswerBytes, isCounted: true };
  return db.read.$queryRaw<Given[]>`
    SELECT "revisionId", "answer", COUNT(*) AS "people"
    FROM ${newestAnswers(db.provider, candidates, bounds)} AS newest GROUP BY "revisionId", "answer"`;
}
