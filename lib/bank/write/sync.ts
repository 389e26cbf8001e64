import { setTimeout as sleep } from "node:timers/promises";
import type { Database, Tx } from "#lib/db/database";
import { jsonRows } from "#lib/db/json-rows";
import type { BankContent } from "../bank-content.ts";
import { type KnownQuestion, planSync, type SyncCounts, type SyncPlan } from "../plan-sync.ts";

interface Pace {
  /** So many rows go into one transaction. */
  readonly rows: number;
  /** Between two of them, in milliseconds. */
  readonly pauseMs: number;
}

/**
 * Beside learners. A transaction stays under about 50 ms, and answers come in between: on SQLite another process that waits
 * for the lock tries it for 100 ms, many times, and then pauses for up to 200 ms, so that nearly always one of its tries
 * falls into one of our next gaps.
 */
const polite: Pace = { rows: 250, pauseMs: 10 };

/**
 * Nobody answers questions of a bank that shows none yet. A commit writes every page of an index that it touched anew; but the
 * texts of so many questions are in the memory at once, and a file may have 256 KiB.
 */
const hurried: Pace = { rows: 500, pauseMs: 0 };

/**
 * A wording that was written so long ago and not shown belongs to a sync that goes on or failed, and is taken over. An older
 * one is written anew: people who have answered since count as having seen the wording before.
 */
const justNowMs = 60_000;

export interface SyncRequest {
  readonly db: Database;
  readonly content: BankContent;
  readonly now: Date;
  /** Told, while new wordings are written, how many of them are. */
  readonly tell?: (written: number, all: number) => void;
}

/** The database no longer shows the bank that `unchanged` was compared with: read the content again. */
export class BankMovedOn extends Error {
  override name = "BankMovedOn";
}

/** Another sync has written what this one did not know of: its plan holds no longer. */
class Overtaken extends Error {}

/** Each failure means that another sync went on, so this is far more than are ever needed. */
const mostTries = 20;

/**
 * Makes the database show `content`. New wordings are written first, in short transactions and out of sight; one last
 * transaction makes them visible together, so a reader sees the old bank or the new one. Run again it writes nothing.
 * Several syncs may run at once: each shows its bank only over the one that it planned from, and else plans anew.
 * Throws `BankMovedOn`.
 */
export async function syncBank(request: SyncRequest): Promise<SyncCounts> {
  for (let tries = 1; ; tries++) {
    try {
      return await trySync(request);
    } catch (error) {
      if (!(error instanceof Overtaken) || tries === mostTries) throw error;
      // Of two that write different wordings under one number, unequal pauses let one get ahead.
      await sleep(Math.random() * 100 * tries);
    }
  }
}

async function trySync({ db, content, now, tell = () => {} }: SyncRequest): Promise<SyncCounts> {
  // Read before the questions: what changes between the two shows when the state is replaced.
  const state = await readState(db);
  const shownIs = (fingerprint: string) => state?.fingerprint === fingerprint;
  if (content.basis !== undefined && !shownIs(content.basis) && !shownIs(content.fingerprint))
    throw new BankMovedOn("another sync has changed the bank since the content was read");
  const plan = planSync(content, await listKnown(db, content, now));
  if (shownIs(content.fingerprint) && plan.shown.length === 0 && plan.retired.length === 0) return plan.counts;
  await stage(db, content, plan, now, { tell, pace: state === null ? hurried : polite });
  await db.write(async (tx) => {
    await replaceState(db, tx, state, { fingerprint: content.fingerprint, syncedAt: now });
    await show(db, tx, content, plan, now);
  });
  return plan.counts;
}

/** The counts that `syncBank` would return, without writing. */
export async function previewSync({ db, content, now }: Omit<SyncRequest, "tell">): Promise<SyncCounts> {
  return planSync(content, await listKnown(db, content, now)).counts;
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

/** Compare and set: the first of several syncs wins, and the row is locked until its commit. */
async function replaceState(db: Database, tx: Tx, before: State | null, after: State): Promise<void> {
  const columns = {
    id: "integer",
    fingerprint: "text",
    syncedAt: "timestamp",
    formerFingerprint: "text",
    formerSyncedAt: "timestamp",
  } as const;
  const former = { formerFingerprint: before?.fingerprint ?? null, formerSyncedAt: before?.syncedAt ?? null };
  const source = jsonRows(db.provider, columns, [{ id: 1, ...after, ...former }]);
  const count =
    before === null
      ? await tx.$executeRaw`
          INSERT INTO "BankState" ("id", "fingerprint", "syncedAt")
          SELECT rows."id", rows."fingerprint", rows."syncedAt" FROM ${source} WHERE true ON CONFLICT DO NOTHING`
      : await tx.$executeRaw`
          UPDATE "BankState" SET "fingerprint" = rows."fingerprint", "syncedAt" = rows."syncedAt" FROM ${source}
          WHERE "BankState"."id" = rows."id"
            AND "BankState"."fingerprint" = rows."formerFingerprint" AND "BankState"."syncedAt" = rows."formerSyncedAt"`;
  if (count === 0) throw new Overtaken("another sync has shown its bank meanwhile");
}

/** What the database knows of every question that is not said to be unchanged. */
async function listKnown(db: Database, content: BankContent, now: Date): Promise<KnownQuestion[]> {
  const recently = jsonRows(db.provider, { since: "timestamp" }, [{ since: new Date(now.getTime() - justNowMs) }]);
  const unchanged = content.exams.flatMap(({ slug, unchanged: names }) =>
    names.map((name) => ({ key: `${slug}/${name}` })),
  );
  const rows = await db.read.$queryRaw<KnownQuestion[]>`
    SELECT q."id", q."examSlug", q."name", q."domain", q."difficulty", q."tags", q."retiredAt" IS NOT NULL AS "retired", r."contentHash",
      CAST(COALESCE(last."number", 0) AS INTEGER) AS "lastNumber",
      CASE WHEN last."createdAt" >= (SELECT rows."since" FROM ${recently}) THEN last."contentHash" END AS "stagedHash"
    FROM "Question" q LEFT JOIN "Revision" r ON r."id" = q."revisionId"
      LEFT JOIN "Revision" last ON last."questionId" = q."id"
        AND last."number" = (SELECT MAX(each."number") FROM "Revision" each WHERE each."questionId" = q."id")
    WHERE q."examSlug" || '/' || q."name" NOT IN (SELECT rows."key" FROM ${jsonRows(db.provider, { key: "text" }, unchanged)})`;
  return rows.map((row) => ({ ...row, retired: Boolean(row.retired), lastNumber: Number(row.lastNumber) }));
}

async function stage(
  db: Database,
  content: BankContent,
  plan: SyncPlan,
  now: Date,
  { tell, pace }: { readonly tell: NonNullable<SyncRequest["tell"]>; readonly pace: Pace },
): Promise<void> {
  await stageExams(db, content, now);
  for (const { hash, mime, bytes } of await missingMedia(db, content.media)) {
    await db.write(
      (tx) =>
        tx.$executeRaw`INSERT INTO "Media" ("hash", "mime", "bytes") VALUES (${hash}, ${mime}, ${bytes}) ON CONFLICT DO NOTHING`,
    );
  }
  await inChunks(plan.newQuestions, pace, (rows) => insertQuestions(db, rows));
  let written = 0;
  await inChunks(plan.newRevisions, pace, async (rows) => {
    await insertRevisions(db, rows, now);
    written += rows.length;
    tell(written, plan.newRevisions.length);
  });
}

async function missingMedia(db: Database, media: BankContent["media"]): Promise<BankContent["media"]> {
  if (media.length === 0) return [];
  const known = await db.read.media.findMany({ select: { hash: true } });
  const hashes = new Set(known.map(({ hash }) => hash));
  return media.filter(({ hash }) => !hashes.has(hash));
}

/** A new exam is staged as retired; `show` brings it out. */
function stageExams(db: Database, content: BankContent, now: Date) {
  const rows = content.exams.map(({ slug, title, definition, contentHash }) => ({
    slug,
    title,
    definition,
    contentHash,
    retiredAt: now,
  }));
  return db.insertMissing({
    table: "Exam",
    columns: { slug: "text", title: "text", definition: "text", contentHash: "text", retiredAt: "timestamp" },
    rows,
  });
}

async function inChunks<T>(
  rows: readonly T[],
  { rows: size, pauseMs }: Pace,
  write: (chunk: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += size) {
    await write(rows.slice(start, start + size));
    await sleep(start + size < rows.length ? pauseMs : 0);
  }
}

function insertQuestions(db: Database, rows: SyncPlan["newQuestions"]) {
  return db.insertMissing({
    table: "Question",
    columns: { id: "text", examSlug: "text", name: "text", domain: "text" },
    rows,
  });
}

/** What another sync has written of the same content is left as it is; other content under the same number is not. */
async function insertRevisions(db: Database, revisions: SyncPlan["newRevisions"], createdAt: Date) {
  const inserted = await db.insertMissing({
    table: "Revision",
    columns: {
      id: "text",
      questionId: "text",
      number: "integer",
      contentHash: "text",
      publicPart: "text",
      secretPart: "text",
      createdAt: "timestamp",
    },
    rows: revisions.map(({ id, questionId, number, wording }) => {
      const { contentHash, publicPart, secretPart } = wording;
      return { id, questionId, number, contentHash, publicPart, secretPart, createdAt };
    }),
  });
  if (inserted === revisions.length) return;
  const there = await db.read.revision.count({ where: { id: { in: revisions.map(({ id }) => id) } } });
  if (there < revisions.length) throw new Overtaken("another sync has written other wordings meanwhile");
}

async function show(db: Database, tx: Tx, content: BankContent, plan: SyncPlan, now: Date): Promise<void> {
  const exams = jsonRows(
    db.provider,
    { slug: "text", title: "text", definition: "text", contentHash: "text" },
    content.exams.map(({ slug, title, definition, contentHash }) => ({ slug, title, definition, contentHash })),
  );
  await tx.$executeRaw`
    UPDATE "Exam" SET "title" = rows."title", "definition" = rows."definition", "contentHash" = rows."contentHash", "retiredAt" = NULL
    FROM ${exams} WHERE "Exam"."slug" = rows."slug" AND ("Exam"."contentHash" <> rows."contentHash" OR "Exam"."retiredAt" IS NOT NULL)`;
  await tx.$executeRaw`
    UPDATE "Exam" SET "retiredAt" = rows."retiredAt" FROM ${jsonRows(db.provider, { retiredAt: "timestamp" }, [{ retiredAt: now }])}
    WHERE "Exam"."retiredAt" IS NULL AND "Exam"."slug" NOT IN (SELECT rows."slug" FROM ${exams})`;
  if (plan.shown.length > 0) await updateShown(db, tx, plan);
  if (plan.retired.length > 0) await retire(db, tx, plan.retired, now);
}

function updateShown(db: Database, tx: Tx, plan: SyncPlan) {
  const source = jsonRows(
    db.provider,
    { id: "text", domain: "text", difficulty: "text", tags: "text", revisionId: "text" },
    plan.shown,
  );
  return tx.$executeRaw`
    UPDATE "Question" SET "domain" = rows."domain", "difficulty" = rows."difficulty", "tags" = rows."tags", "retiredAt" = NULL,
      "revisionId" = COALESCE(rows."revisionId", "Question"."revisionId")
    FROM ${source} WHERE "Question"."id" = rows."id"`;
}

function retire(db: Database, tx: Tx, ids: readonly string[], retiredAt: Date) {
  const source = jsonRows(
    db.provider,
    { id: "text", retiredAt: "timestamp" },
    ids.map((id) => ({ id, retiredAt })),
  );
  return tx.$executeRaw`UPDATE "Question" SET "retiredAt" = rows."retiredAt" FROM ${source} WHERE "Question"."id" = rows."id"`;
}
