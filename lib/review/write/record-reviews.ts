import { anyOf } from "#lib/db/any-of";
import { bulkUpsert, columnList } from "#lib/db/bulk-upsert";
import { cardColumns } from "#lib/db/card-columns";
import type { Database, Tx } from "#lib/db/database";
import { lockRow } from "#lib/db/lock-row";
import { type Card, type Review, replay, schedule } from "#lib/exam/scheduling";

import { type CommittedItem, newestConfidence, reviewOf } from "../read/committed-review.ts";
import { memoryOf } from "../read/memory-of.ts";

/** An answer that has just been committed. */
export interface CommittedReview extends Review {
  readonly questionId: string;
}

/**
 * Moves the learner's cards on by answers to questions of one exam, in the transaction that commits them, so that an
 * answer that is committed once counts once. If an answer is older than the newest one in its card, the card is rebuilt
 * by replaying all answers.
 */
export async function recordReviews(db: Database, tx: Tx, learnerId: string, reviews: readonly CommittedReview[]) {
  const [first] = reviews;
  if (first === undefined) return;
  // Simultaneous answers to one question in two attempts are processed one after another; on SQLite, all writes are.
  if (db.provider === "postgresql") await lockRow(tx, "learner", learnerId);
  const { timeZone, model } = await memoryOf(tx, learnerId, first.questionId);
  const rows = await tx.$queryRaw<(Card & { readonly questionId: string })[]>`
    SELECT "questionId", ${columnList(Object.keys(cardColumns))}
    FROM "Card" WHERE "learnerId" = ${learnerId}
      AND "questionId" IN ${anyOf(
        db.provider,
        "text",
        reviews.map((review) => review.questionId),
      )}`;
  const known = new Map(rows.map(({ questionId, ...card }) => [questionId, card]));
  const isLate = ({ questionId, at }: CommittedReview) => at < (known.get(questionId)?.reviewedAt ?? at);
  const late = reviews.filter(isLate);
  const next = reviews
    .filter((review) => !isLate(review))
    .map((review) => ({
      questionId: review.questionId,
      ...schedule(known.get(review.questionId) ?? null, review, timeZone, model),
    }));
  await storeCards(db, tx, learnerId, next);
  await replayCards(
    db,
    tx,
    learnerId,
    late.map((review) => review.questionId),
  );
}

/** Rebuilds the cards of these questions of one exam from every answer that the learner has committed to them. */
export async function replayCards(db: Database, tx: Tx, learnerId: string, questionIds: readonly string[]) {
  const [first] = questionIds;
  if (first === undefined) return;
  // The order of the join and the cast keep SQLite from starting with all learners' items of these questions.
  const items = await tx.$queryRaw<(CommittedItem & { readonly questionId: string })[]>`
    SELECT i."questionId", i."answer", i."points", i."committedAt", ${newestConfidence(db.provider)} AS "confidence"
    FROM "Attempt" a CROSS JOIN "AttemptItem" i
    WHERE a."learnerId" = ${learnerId} AND i."attemptId" = a."id" AND i."committedAt" IS NOT NULL
      AND CAST(i."questionId" AS TEXT) IN ${anyOf(db.provider, "text", questionIds)}`;
  const { timeZone, model } = await memoryOf(tx, learnerId, first);
  const byQuestion = new Map<string, Review[]>();
  for (const { questionId, ...item } of items) {
    const review = reviewOf(item);
    const own = byQuestion.get(questionId);
    if (own === undefined) byQuestion.set(questionId, [review]);
    else own.push(review);
  }
  const cards = [...byQuestion].flatMap(([questionId, reviews]) => {
    const card = replay(reviews, timeZone, model);
    return card === null ? [] : [{ questionId, ...card }];
  });
  await storeCards(db, tx, learnerId, cards);
}

async function storeCards(
  db: Database,
  tx: Tx,
  learnerId: string,
  cards: readonly (Card & { readonly questionId: string })[],
) {
  if (cards.length === 0) return;
  await tx.$executeRaw(
    bulkUpsert(db.provider, {
      table: "Card",
      columns: { learnerId: "text", questionId: "text", ...cardColumns },
      rows: cards.map((card) => ({ learnerId, ...card })),
      existing: "replace",
      key: ["learnerId", "questionId"],
    }),
  );
}
