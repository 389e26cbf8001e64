import { setTimeout as sleep } from "node:timers/promises";
import { bulkUpsert } from "#lib/db/bulk-upsert";
import type { Database, Tx } from "#lib/db/database";
import { jsonRows } from "#lib/db/json-rows";
import { type Sql, sql } from "#lib/db/sql";
import type { BankContent } from "../bank-content.ts";
import { type KnownQuestion, planSync, type SyncChanges, type SyncCounts } from "../plan-sync.ts";
import { showContent } from "./show-content.ts";
import { hurried, Overtaken, polite, stageContent } from "./stage-content.ts";

/**
 * If a wording was written this recently and is not shown yet, it belongs to a sync that is running or has failed, and
 * is taken over. An older one is written again: people who have answered since then count as having seen the wording
 * before.
 */
const justNowMs = 60_000;

export interface SyncRequest {
  readonly db: Database;
  readonly content: BankContent;
  readonly now: Date;
  /** Called while new wordings are written, with the number written. */
  readonly tell?: (written: number, all: number) => void;
  /** Called with what was changed, once it is visible. */
  readonly tellChanges?: (changes: SyncChanges) => void;
}

/** The database no longer shows the bank that `unchanged` was compared with: read the content again. */
export class BankMovedOn extends Error {
  override name = "BankMovedOn";
}

/** Each failure means that another sync has succeeded, so this is far more than are ever needed. */
const mostTries = 20;

/**
 * Makes the database show `content`. New wordings are written first, in short transactions and invisibly. One last
 * transaction makes them visible together, so a reader sees either the old bank or the new one. A second run writes
 * nothing. Several syncs may run at once: each publishes its bank only if the database still shows the one that it
 * planned from; otherwise it plans again. Throws `BankMovedOn`.
 */
export async function syncBank(request: SyncRequest): Promise<SyncCounts> {
  for (let tries = 1; ; tries++) {
    try {
      return await trySync(request);
    } catch (error) {
      if (!(error instanceof Overtaken) || tries === mostTries) throw error;
      // If two syncs write different wordings under one number, unequal pauses let one get ahead.
      await sleep(Math.random() * 100 * tries);
    }
  }
}

async function trySync({ db, content, now, tell = () => {}, tellChanges }: SyncRequest): Promise<SyncCounts> {
  // Read before the questions: a change between the two reads is noticed when the state is replaced.
  const state = await readState(db);
  const shownIs = (fingerprint: string) => state?.fingerprint === fingerprint;
  if (content.basis !== undefined && !shownIs(content.basis) && !shownIs(content.fingerprint))
    throw new BankMovedOn("another sync has changed the bank since the content was read");
  const plan = planSync(content, await listKnown(db, content, now));
  if (shownIs(content.fingerprint) && plan.shown.length === 0 && plan.retired.length === 0) return plan.counts;
  await stageContent(db, content, plan, now, { tell, pace: state === null ? hurried : polite });
  await db.write(async (tx) => {
    await replaceState(db, tx, state, { fingerprint: content.fingerprint, syncedAt: now });
    await showContent(db, tx, content, plan, now);
  });
  tellChanges?.(plan.changes);
  return plan.counts;
}

/** What `syncBank` would do, without writing. */
export async function previewSync({ db, content, now }: Pick<SyncRequest, "db" | "content" | "now">): Promise<{
  readonly counts: SyncCounts;
  readonly changes: SyncChanges;
}> {
  return planSync(content, await listKnown(db, content, now));
}

interface State {
  readonly fingerprint: string;
  readonly syncedAt: Date;
}

/** Which bank the database shows, and since when. */
export async function readState(db: Database): Promise<State | null> {
  const [state] = await db.read.$queryRaw<State[]>`SELECT "fingerprint", "syncedAt" FROM "BankState" WHERE "id" = 1`;
  return state ?? null;
}

/** Compare and set: of several syncs, the first wins. The row is locked until its commit. */
async function replaceState(db: Database, tx: Tx, before: State | null, after: State): Promise<void> {
  const count = await tx.$executeRaw(before === null ? firstState(db, after) : nextState(db, before, after));
  if (count === 0) throw new Overtaken("another sync has shown its bank meanwhile");
}

const stateColumns = { id: "integer", fingerprint: "text", syncedAt: "timestamp" } as const;

function firstState(db: Database, after: State): Sql {
  const rows = [{ id: 1, ...after }];
  return bulkUpsert(db.provider, { table: "BankState", columns: stateColumns, rows, existing: "keep" });
}

function nextState(db: Database, before: State, after: State): Sql {
  const columns = { ...stateColumns, formerFingerprint: "text", formerSyncedAt: "timestamp" } as const;
  const former = { formerFingerprint: before.fingerprint, formerSyncedAt: before.syncedAt };
  const source = jsonRows(db.provider, columns, [{ id: 1, ...after, ...former }]);
  return sql`
    UPDATE "BankState" SET "fingerprint" = rows."fingerprint", "syncedAt" = rows."syncedAt" FROM ${source}
    WHERE "BankState"."id" = rows."id"
      AND "BankState"."fingerprint" = rows."formerFingerprint" AND "BankState"."syncedAt" = rows."formerSyncedAt"`;
}

/** What the database knows about every question that is not marked as unchanged. */
async function listKnown(db: Database, content: BankContent, now: Date): Promise<KnownQuestion[]> {
  const recently = jsonRows(db.provider, { since: "timestamp" }, [{ since: new Date(now.getTime() - justNowMs) }]);
  const unchanged = content.exams.flatMap(({ slug, unchanged: names }) =>
    names.map((name) => ({ key: `${slug}/${name}` })),
  );
  const rows = await db.read.$queryRaw<KnownQuestion[]>`
    SELECT q."id", q."examSlug", q."name", q."domain", q."difficulty", q."tags", q."retiredAt" IS NOT NULL AS "retired", q."revisionId", r."contentHash",
      CAST(COALESCE(last."number", 0) AS INTEGER) AS "lastNumber",
      CASE WHEN last."createdAt" >= (SELECT rows."since" FROM ${recently}) THEN last."contentHash" END AS "stagedHash"
    FROM "Question" q LEFT JOIN "Revision" r ON r."id" = q."revisionId"
      LEFT JOIN "Revision" last ON last."questionId" = q."id"
        AND last."number" = (SELECT MAX(each."number") FROM "Revision" each WHERE each."questionId" = q."id")
    WHERE q."examSlug" || '/' || q."name" NOT IN (SELECT rows."key" FROM ${jsonRows(db.provider, { key: "text" }, unchanged)})`;
  return rows.map((row) => ({ ...row, retired: Boolean(row.retired), lastNumber: Number(row.lastNumber) }));
}
