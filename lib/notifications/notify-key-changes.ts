import type { Database } from "#lib/db/database";
import type { AnswerKey, Secret } from "#lib/exam/question";
import { notify } from "./notify.ts";

/** Looks back so far, so that what a killed sync did not tell is told by the next. */
const lookBackMs = 7 * 24 * 60 * 60 * 1000;
const peopleAtOnce = 500;

/**
 * Tells everybody who answered a question before its key changed. To be called after a sync; called again it tells
 * nobody twice. Returns how many questions have a new key.
 */
export async function notifyKeyChanges({ db, now }: { readonly db: Database; readonly now: Date }): Promise<number> {
  const revised = await db.read.revision.findMany({
    where: { number: { gt: 1 }, createdAt: { gte: new Date(now.getTime() - lookBackMs) }, currentOf: { isNot: null } },
    select: { id: true, questionId: true, number: true, secretPart: true, createdAt: true },
  });
  let changed = 0;
  for (const revision of revised) {
    const { questionId, number } = revision;
    const before = await db.read.revision.findFirst({
      where: { questionId, number: { lt: number } },
      orderBy: { number: "desc" },
      select: { secretPart: true },
    });
    if (before === null || keyIn(before.secretPart) === keyIn(revision.secretPart)) continue;
    changed++;
    await tellLearners(db, revision, now);
  }
  return changed;
}

interface ChangedRevision {
  readonly id: string;
  readonly questionId: string;
  readonly createdAt: Date;
}

async function tellLearners(db: Database, { id, questionId, createdAt }: ChangedRevision, now: Date): Promise<void> {
  for (let after = ""; ; ) {
    const people = await db.read.user.findMany({
      where: {
        id: { gt: after },
        learner: { disclosures: { some: { questionId, disclosedAt: { lt: createdAt } } } },
      },
      orderBy: { id: "asc" },
      take: peopleAtOnce,
      select: { id: true },
    });
    const news = people.map(({ id: userId }) => ({
      userId,
      kind: "key-changed" as const,
      questionId,
      commentId: null,
      text: "",
      cause: `key/${id}/${userId}`,
    }));
    await db.write((tx) => notify(db, tx, news, now));
    const last = people.at(-1);
    if (people.length < peopleAtOnce || last === undefined) return;
    after = last.id;
  }
}

/** The key in one form, whatever order its parts were written in. */
function keyIn(secretPart: string): string {
  const { key } = JSON.parse(secretPart) as Secret;
  return JSON.stringify(inOrder(key));
}

function inOrder(key: AnswerKey): unknown {
  if (key.kind === "multiple") return [...key.optionIds].sort();
  return key.kind === "matching" ? Object.entries(key.pairs).sort() : key;
}
