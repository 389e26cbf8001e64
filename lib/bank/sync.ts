import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database, Tx } from "#lib/db/database";
import { jsonRows } from "#lib/db/json-rows";
import type { BankContent } from "./bank-content.ts";
import { type KnownQuestion, planSync, type SyncCounts, type SyncPlan } from "./plan-sync.ts";

/** So many rows go into one transaction that it stays under about 50 ms and learners' answers come in between. */
const chunkSize = 250;

export interface SyncRequest {
  readonly db: Database;
  readonly content: BankContent;
  readonly now: Date;
  /** Told, while new wordings are written, how many of them are. */
  readonly tell?: (written: number, all: number) => void;
}

/**
 * Makes the database show `content`. New wordings are written first, in short transactions and out of sight; one last
 * transaction makes them visible together, so a reader sees the old bank or the new one. Run again it writes nothing.
 */
export async function syncBank({ db, content, now, tell = () => {} }: SyncRequest): Promise<SyncCounts> {
  const plan = planSync(content, await listKnown(db, content), randomUUID);
  if (await isShown(db, content, plan)) return plan.counts;
  await stage(db, content, plan, now, tell);
  await db.write((tx) => show(db, tx, content, plan, now));
  return plan.counts;
}

/** The counts that `syncBank` would return, without writing. */
export async function previewSync({ db, content }: { db: Database; content: BankContent }): Promise<SyncCounts> {
  return planSync(content, await listKnown(db, content), randomUUID).counts;
}

async function isShown(db: Database, content: BankContent, plan: SyncPlan): Promise<boolean> {
  const state = await db.read.bankState.findUnique({ where: { id: 1 }, select: { fingerprint: true } });
  return state?.fingerprint === content.fingerprint && plan.shown.length === 0 && plan.retired.length === 0;
}

/** What the database knows of every question that is not said to be unchanged. */
async function listKnown(db: Database, content: BankContent): Promise<KnownQuestion[]> {
  const unchanged = content.exams.flatMap(({ slug, unchanged: names }) =>
    names.map((name) => ({ key: `${slug}/${name}` })),
  );
  const rows = await db.read.$queryRaw<KnownQuestion[]>`
    SELECT q."id", q."examSlug", q."name", q."domain", q."difficulty", q."tags", q."retiredAt" IS NOT NULL AS "retired", r."contentHash",
      CAST((SELECT COALESCE(MAX(all_of."number"), 0) FROM "Revision" all_of WHERE all_of."questionId" = q."id") AS INTEGER) AS "lastNumber"
    FROM "Question" q LEFT JOIN "Revision" r ON r."id" = q."revisionId"
    WHERE q."examSlug" || '/' || q."name" NOT IN (SELECT rows."key" FROM ${jsonRows(db.provider, { key: "text" }, unchanged)})`;
  return rows.map((row) => ({ ...row, retired: Boolean(row.retired), lastNumber: Number(row.lastNumber) }));
}

async function stage(
  db: Database,
  content: BankContent,
  plan: SyncPlan,
  now: Date,
  tell: NonNullable<SyncRequest["tell"]>,
): Promise<void> {
  await db.write((tx) => stageExams(tx, content, now));
  for (const media of await missingMedia(db, content.media)) {
    await db.write((tx) =>
      tx.media.upsert({ where: { hash: media.hash }, create: media, update: {}, select: { hash: true } }),
    );
  }
  await inChunks(plan.newQuestions, (rows) => db.write((tx) => insertQuestions(db, tx, rows)));
  let written = 0;
  await inChunks(plan.newRevisions, async (rows) => {
    await db.write((tx) => insertRevisions(db, tx, rows, now));
    written += rows.length;
    tell(written, plan.newRevisions.length);
  });
}

async function missingMedia(db: Database, media: BankContent["media"]): Promise<BankContent["media"]> {
  const known = await db.read.media.findMany({ select: { hash: true } });
  const hashes = new Set(known.map(({ hash }) => hash));
  return media.filter(({ hash }) => !hashes.has(hash));
}

/** A new exam is staged as retired; `show` brings it out. */
async function stageExams(tx: Tx, content: BankContent, now: Date): Promise<void> {
  for (const { slug, title, definition, contentHash } of content.exams) {
    const create = { slug, title, definition, contentHash, retiredAt: now };
    await tx.exam.upsert({ where: { slug }, create, update: {}, select: { slug: true } });
  }
}

async function inChunks<T>(rows: readonly T[], write: (chunk: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += chunkSize) {
    await write(rows.slice(start, start + chunkSize));
    // Another process waiting for the lock gets it only if we let go for longer than its pause.
    await sleep(start + chunkSize < rows.length ? 10 : 0);
  }
}

function insertQuestions(db: Database, tx: Tx, rows: SyncPlan["newQuestions"]) {
  const source = jsonRows(db.provider, { id: "text", examSlug: "text", name: "text", domain: "text" }, rows);
  return tx.$executeRaw`
    INSERT INTO "Question" ("id", "examSlug", "name", "domain")
    SELECT rows."id", rows."examSlug", rows."name", rows."domain" FROM ${source}`;
}

function insertRevisions(db: Database, tx: Tx, revisions: SyncPlan["newRevisions"], createdAt: Date) {
  const rows = revisions.map((revision) => ({ ...revision, createdAt }));
  const source = jsonRows(
    db.provider,
    {
      id: "text",
      questionId: "text",
      number: "integer",
      contentHash: "text",
      publicPart: "text",
      secretPart: "text",
      createdAt: "timestamp",
    },
    rows,
  );
  return tx.$executeRaw`
    INSERT INTO "Revision" ("id", "questionId", "number", "contentHash", "publicPart", "secretPart", "createdAt")
    SELECT rows."id", rows."questionId", rows."number", rows."contentHash", rows."publicPart", rows."secretPart", rows."createdAt" FROM ${source}`;
}

async function show(db: Database, tx: Tx, content: BankContent, plan: SyncPlan, now: Date): Promise<void> {
  const state = { fingerprint: content.fingerprint, syncedAt: now };
  await tx.bankState.upsert({ where: { id: 1 }, create: { id: 1, ...state }, update: state });
  for (const { slug, title, definition, contentHash } of content.exams) {
    await tx.exam.update({
      where: { slug },
      data: { title, definition, contentHash, retiredAt: null },
      select: { slug: true },
    });
  }
  const slugs = content.exams.map((exam) => exam.slug);
  await tx.exam.updateMany({ where: { slug: { notIn: slugs }, retiredAt: null }, data: { retiredAt: now } });
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
