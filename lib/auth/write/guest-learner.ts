import { randomUUID } from "node:crypto";
import { columnList, replacing } from "#lib/db/bulk-upsert";
import { cardColumns } from "#lib/db/card-columns";
import type { Database, Tx } from "#lib/db/database";
import { lockRow } from "#lib/db/lock-row";
import { oldestOpenDeadline } from "#lib/exam/timing";
import { mergeSettings, readLearnerSettings } from "../learner-settings.ts";

/** Creates a learner, who is a guest until an account adopts them. `visitor` is a keyed hash of the address. Returns the id. */
export async function createLearner(db: Database, now: Date, visitor: string | null = null): Promise<string> {
  const id = randomUUID();
  await db.write((tx) => tx.learner.create({ data: { id, createdAt: now, visitor }, select: { id: true } }));
  return id;
}

/**
 * Moves everything that a guest did to the account they signed in to. May be repeated, or killed in between: it then
 * finishes the rest. Does nothing if the guest already belongs to an account.
 */
export async function claimGuest(db: Database, guestId: string, learnerId: string, now: Date): Promise<void> {
  if (guestId === learnerId) return;
  await db.write(async (tx) => {
    const owner = await tx.user.findUnique({ where: { learnerId: guestId }, select: { id: true } });
    if (owner === null) await moveAll(tx, guestId, learnerId, now);
  });
}

const ofCard = Object.keys(cardColumns);

async function moveAll(tx: Tx, from: string, to: string, now: Date): Promise<void> {
  const ended = { learnerId: { in: [from, to] }, finishedBy: "deadline", deadlineAt: { gte: oldestOpenDeadline(now) } };
  // Locks the attempts first, as saving does.
  const attempts = await tx.attempt.findMany({ where: ended, select: { id: true }, orderBy: { id: "asc" } });
  for (const { id } of attempts) await lockRow(tx, "attempt", id);
  await markKeysOfOther(tx, from, to, now);
  await markKeysOfOther(tx, to, from, now);
  await tx.attempt.updateMany({ where: { learnerId: from }, data: { learnerId: to } });
  await moveSettings(tx, from, to);
  // For a question that both answered, the earlier answer stays: the other one came after its key. Two claims at once
  // do not collide.
  await tx.$executeRaw`
    INSERT INTO "Disclosure" ("learnerId", "questionId", "revisionId", "answer", "disclosedAt", "counts", "byMember", "threadSeenAt", "threadSeenBefore")
    SELECT ${to}, "questionId", "revisionId", "answer", "disclosedAt", "counts", TRUE, "threadSeenAt", "threadSeenBefore" FROM "Disclosure" WHERE "learnerId" = ${from}
    ON CONFLICT ("learnerId", "questionId") DO UPDATE SET ${replacing(["revisionId", "answer", "disclosedAt", "counts"])}
    WHERE excluded."disclosedAt" < "Disclosure"."disclosedAt"`;
  await tx.disclosure.deleteMany({ where: { learnerId: from } });
  // For a question that both review, the card that is due first stays: asking too often is better than asking too late.
  await tx.$executeRaw`
    INSERT INTO "Card" ("learnerId", "questionId", ${columnList(ofCard)})
    SELECT ${to}, "questionId", ${columnList(ofCard)} FROM "Card" WHERE "learnerId" = ${from}
    ON CONFLICT ("learnerId", "questionId") DO UPDATE SET ${replacing(ofCard)}
    WHERE excluded."dueAt" < "Card"."dueAt"`;
  await tx.card.deleteMany({ where: { learnerId: from } });
}

async function moveSettings(tx: Tx, from: string, to: string): Promise<void> {
  const learners = await tx.learner.findMany({
    where: { id: { in: [from, to] } },
    select: { id: true, settings: true },
  });
  const [guests, own] = [from, to].map((id) =>
    readLearnerSettings(learners.find((each) => each.id === id)?.settings ?? "{}"),
  );
  const settings = JSON.stringify(mergeSettings(own ?? {}, guests ?? {}));
  await tx.learner.updateMany({ where: { id: to }, data: { settings } });
}

/**
 * Two learners turn out to be one person. If one was shown a key while an exam of the other was in progress, or since
 * then, late answers of the other come after that key.
 */
async function markKeysOfOther(tx: Tx, learnerId: string, otherId: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "AttemptItem" SET "keyServedAt" = ${now}
    WHERE "keyServedAt" IS NULL
      AND "attemptId" IN (
        SELECT "id" FROM "Attempt"
        WHERE "learnerId" = ${learnerId} AND "finishedBy" = 'deadline' AND "deadlineAt" >= ${oldestOpenDeadline(now)}
      )
      AND EXISTS (
        SELECT 1 FROM "Disclosure" d JOIN "Attempt" a ON a."id" = "AttemptItem"."attemptId"
        WHERE d."learnerId" = ${otherId} AND d."questionId" = "AttemptItem"."questionId"
          AND d."disclosedAt" >= a."startedAt"
      )`;
}
