import type { Database } from "#lib/db/database";
import { jsonRows } from "#lib/db/json-rows";
import { isKeyChanged } from "#lib/exam/is-key-changed";
import { readPublicQuestion, readSecret } from "#lib/exam/json-columns";
import type { Secret } from "#lib/exam/question";
import { notifyPeople, peopleAtOnce } from "./notify-people.ts";

/** How far it looks back, so that the next sync sends what a killed one did not. */
const lookBackMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Tells everybody who answered a question before its key changed. To be called after a sync; called again it tells
 * nobody twice. Returns how many questions have a new key.
 */
export async function notifyKeyChanges({ db, now }: { readonly db: Database; readonly now: Date }): Promise<number> {
  let changed = 0;
  for (const revision of await listRevised(db, new Date(now.getTime() - lookBackMs))) {
    if (!(await hasNewKey(db, revision))) continue;
    changed++;
    await tellLearners(db, revision, now);
  }
  return changed;
}

interface Revised {
  readonly id: string;
  readonly questionId: string;
  readonly createdAt: Date;
  readonly secretPart: string;
  /** The revision before. */
  readonly formerId: string;
  readonly formerSecret: string;
}

/**
 * What questions show that was written since and has a revision before it. Most have none: the first look at those that
 * do goes along an index, where the revisions themselves are the whole bank.
 */
function listRevised(db: Database, since: Date): Promise<readonly Revised[]> {
  return db.read.$queryRaw<Revised[]>`
    SELECT r."id", r."questionId", r."createdAt", r."secretPart",
      former."id" AS "formerId", former."secretPart" AS "formerSecret"
    FROM "Revision" r
      JOIN "Question" q ON q."id" = r."questionId" AND q."revisionId" = r."id"
      JOIN "Revision" former ON former."questionId" = r."questionId" AND former."number" =
        (SELECT MAX(each."number") FROM "Revision" each WHERE each."questionId" = r."questionId" AND each."number" < r."number")
    WHERE r."questionId" IN (SELECT revised."questionId" FROM "Revision" revised WHERE revised."number" > 1)
      AND r."number" > 1 AND r."createdAt" >= (SELECT rows."since" FROM ${jsonRows(db.provider, { since: "timestamp" }, [{ since }])})`;
}

function tellLearners(db: Database, revision: Revised, now: Date): Promise<void> {
  return notifyPeople({
    db,
    listAfter: (after) => listAnswered(db, revision, after),
    newsFor: (userId) => ({
      userId,
      kind: "key-changed",
      questionId: revision.questionId,
      commentId: null,
      text: "",
      cause: `key/${revision.id}/${userId}`,
    }),
    now,
  });
}

/** Members who have seen the key before the revision was written, in the order of their ids. */
function listAnswered(db: Database, { id }: Revised, after: string): Promise<readonly { readonly id: string }[]> {
  return db.read.$queryRaw<{ id: string }[]>`
    SELECT u."id" FROM "Revision" r
      JOIN "Disclosure" d ON d."questionId" = r."questionId" AND d."disclosedAt" < r."createdAt"
      JOIN "User" u ON u."learnerId" = d."learnerId"
    WHERE r."id" = ${id} AND u."id" > ${after} ORDER BY u."id" LIMIT ${peopleAtOnce}`;
}

/** The wordings are read only where the keys read differently: after an upgrade every question may have a new one. */
async function hasNewKey(db: Database, { id, formerId, secretPart, formerSecret }: Revised): Promise<boolean> {
  const [before, now] = [keyIn(formerSecret), keyIn(secretPart)];
  if (JSON.stringify(before) === JSON.stringify(now)) return false;
  const wordingOf = async (revisionId: string) => {
    const revision = { where: { id: revisionId }, select: { publicPart: true } };
    const { publicPart } = await db.read.revision.findUniqueOrThrow(revision);
    return readPublicQuestion(publicPart);
  };
  return isKeyChanged({ public: await wordingOf(formerId), key: before }, { public: await wordingOf(id), key: now });
}

function keyIn(secretPart: string): Secret["key"] {
  return readSecret(secretPart).key;
}
