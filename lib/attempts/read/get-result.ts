import type { Viewer } from "#lib/auth/viewer";
import { getExam, listCandidates } from "#lib/bank/read/exams";
import { secretPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { answerHistory, type Entry } from "#lib/exam/entries";
import { isRight } from "#lib/exam/grading";
import { readGiven } from "#lib/exam/json-columns";
import type { AnswerKey } from "#lib/exam/question";
import { isAnswered } from "#lib/exam/selection";
import { sealedAttempts } from "#lib/review/read/sealed-attempts";
import { keptChanges } from "../write/compact.ts";
import { getAttempt } from "./attempt.ts";
import { countNewQuestions } from "./new-questions.ts";
import { noOtherScores, otherScores } from "./other-scores.ts";
import { percentileAmongOthers } from "./other-sittings.ts";
import { type ItemRow, listItems, viewItems } from "./view-items.ts";

/**
 * The finished attempt with every item and the score, except items that an exam in progress asks, and how many of the missed
 * items can be asked again; null while the attempt is in progress.
 */
export async function getResult(db: Database, viewer: Viewer, attemptId: string, now: Date) {
  const found = await getAttempt(db, viewer, attemptId);
  if (found?.score == null || viewer.learnerId === null) return null;
  const isSealed = (await sealedAttempts(db, viewer.learnerId)).has(attemptId);
  const attempt = { ...found, score: isSealed ? null : found.score };
  const rows = await listItems(db, attemptId);
  const counted = attempt.plan.reveal === "at-end" ? rows : rows.filter((row) => row.committedAt !== null);
  const secrets = await secretPartsOf(
    db.read,
    counted.map((row) => row.revisionId),
  );
  const views = await viewItems(db, viewer, attempt, counted, now);
  const given = await answersGiven(db, attemptId);
  const graded = { plan: attempt.plan, score: found.score };
  const others = isSealed ? noOtherScores : await otherScores(db, graded, counted);
  const items = views.map((view, i) => {
    const { revisionId, position } = counted[i] as ItemRow;
    const key = secrets.get(revisionId)?.key;
    const answers = given.get(position) ?? [];
    const turns = key === undefined || view.secret === null ? [] : rightOrWrong(answers, key);
    return { ...view, turns };
  });
  const isOffered = (await getExam(db, attempt.examSlug)) !== null;
  const missed = new Set(
    items.flatMap(({ secret, location }) => (secret !== null && !secret.correct ? [location.questionId] : [])),
  );
  const asked = isOffered ? await listCandidates(db, attempt.examSlug) : [];
  const again = asked.filter(({ questionId }) => missed.has(questionId)).length;
  const newQuestions = attempt.mode === "mock" ? await countNewQuestions(db, attemptId) : null;
  const { score } = attempt;
  const percentile = await percentileAmongOthers(db, { attempt, score }, viewer.learnerId);
  return { attempt, score, others, percentile, items, isOffered, missed: again, newQuestions };
}

/** The newest answers to each item, by position: enough to show how the answer came about, however often it changed. */
async function answersGiven(db: Database, attemptId: string): Promise<ReadonlyMap<number, readonly Entry[]>> {
  const rows = await db.read.$queryRaw<Entry[]>`
    SELECT e."position", e."field", e."version", e."clientId", e."value", e."madeAt", e."elapsedMs"
    FROM "AttemptItem" i JOIN "ItemEntry" e
      ON e."attemptId" = i."attemptId" AND e."position" = i."position" AND e."field" = 'answer'
    WHERE i."attemptId" = ${attemptId} AND e."version" >= COALESCE((
      SELECT x."version" FROM "ItemEntry" x
      WHERE x."attemptId" = i."attemptId" AND x."position" = i."position" AND x."field" = 'answer'
      ORDER BY x."version" DESC LIMIT 1 OFFSET ${keptChanges - 1}), 0)`;
  const given = new Map<number, Entry[]>();
  for (const entry of rows) given.set(entry.position, [...(given.get(entry.position) ?? []), entry]);
  return given;
}

/** Whether each successive answer was correct; the same verdict twice in a row counts once. */
function rightOrWrong(answers: readonly Entry[], key: AnswerKey): readonly boolean[] {
  const verdicts = answerHistory(answers)
    .map((entry) => readGiven(entry.value))
    .filter((answer) => isAnswered(answer))
    .map((answer) => isRight(key, answer));
  return verdicts.filter((verdict, i) => i === 0 || verdict !== verdicts[i - 1]);
}
