import type { Viewer } from "#lib/auth/viewer";
import { openDisputes } from "#lib/bank/read/disputes";
import { publicPartsOf, secretPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { sql } from "#lib/db/sql";
import { discloseSecret, mayDisclose } from "#lib/exam/disclosure";
import { type Entry, foldEntries, type ItemMarks } from "#lib/exam/entries";
import { readGiven, readPicked } from "#lib/exam/json-columns";
import { presentQuestion, presentSecret } from "#lib/exam/presentation";
import { itemSeed } from "#lib/exam/selection";
import { closedQuestions } from "#lib/review/read/closed-questions";
import { recordServedKeys } from "../write/served-keys.ts";
import type { AttemptHeader } from "./attempt.ts";
import { newestEntries } from "./newest-entries.ts";
import { outdatedWordings } from "./outdated-wordings.ts";

interface StoredItem {
  readonly position: number;
  readonly questionId: string;
  readonly name: string;
  readonly revisionId: string;
  /** The current wording of its question. */
  readonly currentRevisionId: string;
  readonly domain: string;
  readonly answer: string | null;
  readonly points: number | null;
  readonly committedAt: Date | null;
  readonly lateSync: boolean;
  /** JSON of why a custom practice picked it; null in every other attempt. */
  readonly picked: string | null;
}

/** A row of an attempt with the state that its entries add up to. */
export interface ItemRow extends StoredItem {
  readonly marks: ItemMarks;
}

type JoinedRow = StoredItem & (Entry | Readonly<Record<Exclude<keyof Entry, "position">, null>>);

/** Every item of an attempt, or the one at `position`. One statement by hand, because every question page needs it. */
export async function listItems(db: Database, attemptId: string, position?: number): Promise<readonly ItemRow[]> {
  const which = position === undefined ? sql`` : sql`AND i."position" = ${position}`;
  const rows = await db.read.$queryRaw<JoinedRow[]>`
    SELECT i."position", i."questionId", q."name", i."revisionId", q."revisionId" AS "currentRevisionId", i."domain", i."answer", i."points", i."committedAt",
      i."lateSync", i."picked", e."field", e."version", e."clientId", e."value", e."madeAt", e."elapsedMs"
    FROM "AttemptItem" i JOIN "Question" q ON q."id" = i."questionId"
    LEFT JOIN (${newestEntries(db.provider, { attemptId, position, hasTimes: true })}) e ON e."position" = i."position"
    WHERE i."attemptId" = ${attemptId} ${which} ORDER BY i."position"`;
  const items = new Map<number, StoredItem & { readonly entries: Entry[] }>();
  for (const { field, version, clientId, value, madeAt, elapsedMs, ...item } of rows) {
    const entries = items.get(item.position)?.entries ?? [];
    // An item without entries is one row whose entry columns are null.
    if (field !== null) entries.push({ position: item.position, field, version, clientId, value, madeAt, elapsedMs });
    items.set(item.position, { ...item, entries });
  }
  return [...items.values()].map(({ entries, ...item }) => ({ ...item, marks: foldEntries(entries) }));
}

/**
 * What the viewer may see of them. A secret is read only if the disclosure rule allows it; its key then counts as
 * served.
 */
export async function viewItems(
  db: Database,
  viewer: Viewer,
  attempt: Pick<AttemptHeader, "seed" | "examLanguage">,
  rows: readonly ItemRow[],
  now: Date,
) {
  const committed = rows.filter((row) => row.committedAt !== null);
  const { learnerId } = viewer;
  const maySay = committed.length > 0 || rows.some((row) => row.picked !== null);
  const running = maySay && learnerId !== null ? await closedQuestions(db, learnerId) : new Set<string>();
  const standing = (row: ItemRow) => ({
    answered: row.committedAt !== null,
    inRunningExam: running.has(row.questionId),
  });
  const open = committed.filter((row) => mayDisclose(standing(row)));
  const questionIds = new Set(open.map((row) => row.questionId));
  if (open.length > 0 && learnerId !== null) await recordServedKeys({ db, learnerId, questionIds, now });
  const [publicParts, secretParts, outdated, disputed] = await Promise.all([
    publicPartsOf(
      db.read,
      rows.map((row) => row.revisionId),
    ),
    secretPartsOf(
      db.read,
      open.map((row) => row.revisionId),
    ),
    outdatedWordings(db, open),
    openDisputes(
      db,
      open.map((row) => row.revisionId),
    ),
  ]);
  return rows.map((row) => {
    const part = publicParts.get(row.revisionId);
    if (part === undefined) throw new Error(`revision ${row.revisionId} has no public part`);
    const question = presentQuestion(part, itemSeed(attempt.seed, row.questionId), attempt.examLanguage);
    const order = question.options.map((option) => option.id);
    const secret = secretParts.get(row.revisionId);
    const disclosed = secret === undefined ? null : discloseSecret(secret, standing(row));
    const given = { answer: readGiven(row.answer), points: row.points ?? 0 };
    return {
      position: row.position,
      domain: row.domain,
      lateSync: row.lateSync,
      // "Missed twice" depends on its key.
      picked: row.picked === null || running.has(row.questionId) ? [] : readPicked(row.picked),
      question,
      marks: row.marks,
      secret: disclosed === null ? null : presentSecret(disclosed, order, given, attempt.examLanguage),
      isWithheld: standing(row).answered && disclosed === null,
      hasNewKey: disclosed !== null && outdated.has(row.revisionId),
      isDisputed: disclosed !== null && disputed.has(row.revisionId),
      location: { questionId: row.questionId, name: row.name },
    };
  });
}
