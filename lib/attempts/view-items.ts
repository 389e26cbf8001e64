import type { Viewer } from "#lib/auth/viewer";
import { publicPartsOf, secretPartsOf } from "#lib/bank/revisions";
import type { Database } from "#lib/db/database";
import { discloseSecret, mayDisclose } from "#lib/exam/disclosure";
import { type Entry, foldEntries } from "#lib/exam/entries";
import { presentQuestion, presentSecret } from "#lib/exam/presentation";
import type { Answer } from "#lib/exam/question";
import { itemSeed } from "#lib/exam/selection";
import type { AttemptHeader } from "./queries.ts";
import { inRunningExams } from "./standing.ts";

/** A row of an attempt with its entries and what they add up to. */
export type ItemRow = Awaited<ReturnType<typeof listItems>>[number];

export async function listItems(db: Database, attemptId: string, positions?: readonly number[]) {
  const where = positions === undefined ? { attemptId } : { attemptId, position: { in: [...positions] } };
  const [items, entries] = await Promise.all([
    db.read.attemptItem.findMany({
      where,
      orderBy: { position: "asc" },
      select: {
        position: true,
        questionId: true,
        revisionId: true,
        domain: true,
        answer: true,
        points: true,
        committedAt: true,
        lateSync: true,
      },
    }),
    db.read.itemEntry.findMany({ where }),
  ]);
  const byPosition = new Map<number, Entry[]>(items.map((item) => [item.position, []]));
  for (const entry of entries as readonly Entry[]) byPosition.get(entry.position)?.push(entry);
  return items.map((item) => {
    const own = byPosition.get(item.position) ?? [];
    return { ...item, entries: own, marks: foldEntries(own) };
  });
}

/** What the viewer may see of them. A secret is read where the disclosure rule allows it, and nowhere else. */
export async function viewItems(db: Database, viewer: Viewer, attempt: AttemptHeader, rows: readonly ItemRow[]) {
  const committed = rows.filter((row) => row.committedAt !== null);
  const running = await inRunningExams(
    db,
    viewer,
    committed.map((row) => row.questionId),
  );
  const standing = (row: ItemRow) => ({
    answered: row.committedAt !== null,
    inRunningExam: running.has(row.questionId),
  });
  const open = committed.filter((row) => mayDisclose(standing(row)));
  const [publicParts, secretParts, names] = await Promise.all([
    publicPartsOf(
      db.read,
      rows.map((row) => row.revisionId),
    ),
    secretPartsOf(
      db.read,
      open.map((row) => row.revisionId),
    ),
    namesOf(
      db,
      rows.map((row) => row.questionId),
    ),
  ]);
  return rows.map((row) => {
    const part = publicParts.get(row.revisionId);
    if (part === undefined) throw new Error(`revision ${row.revisionId} has no public part`);
    const question = presentQuestion(part, itemSeed(attempt.seed, row.questionId));
    const order = question.options.map((option) => option.id);
    const secret = secretParts.get(row.revisionId);
    const disclosed = secret === undefined ? null : discloseSecret(secret, standing(row));
    const given = { answer: row.answer === null ? null : (JSON.parse(row.answer) as Answer), points: row.points ?? 0 };
    return {
      position: row.position,
      domain: row.domain,
      lateSync: row.lateSync,
      question,
      marks: row.marks,
      secret: disclosed === null ? null : presentSecret(disclosed, order, given),
      isWithheld: standing(row).answered && disclosed === null,
      location: { questionId: row.questionId, name: names.get(row.questionId) ?? "" },
    };
  });
}

async function namesOf(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.read.question.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(rows.map((row) => [row.id, row.name]));
}
