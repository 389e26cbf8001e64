import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "#lib/db/database";
import { jsonRows } from "#lib/db/json-rows";
import type { BankContent } from "../bank-content.ts";
import type { KeptSource, SyncPlan } from "../plan-sync.ts";

/** Another sync has written something that this one did not know about, so its plan is no longer valid. */
export class Overtaken extends Error {}

export interface Pace {
  /** How many rows one transaction writes. */
  readonly rows: number;
  /** The pause between two transactions, in milliseconds. */
  readonly pauseMs: number;
}

/**
 * While learners answer. A transaction takes less than about 50 ms, and answers are saved in between: on SQLite,
 * another process that waits for the lock retries for 100 ms and then pauses for up to 200 ms, so one of its tries
 * nearly always falls into one of our next gaps.
 */
export const polite: Pace = { rows: 250, pauseMs: 10 };

/**
 * For a bank that shows no questions yet, so nobody is answering. Each commit rewrites every index page that it
 * touched, so fewer commits are cheaper. But the texts of this number of questions are in memory at once, and a file
 * may have 256 KiB.
 */
export const hurried: Pace = { rows: 500, pauseMs: 0 };

/** Writes new exams, questions, wordings and images, in short transactions and out of sight. Throws `Overtaken`. */
export async function stageContent(
  db: Database,
  content: BankContent,
  plan: SyncPlan,
  now: Date,
  { tell, pace }: { readonly tell: (written: number, all: number) => void; readonly pace: Pace },
): Promise<void> {
  await stageExams(db, content, now);
  for (const { hash, mime, bytes } of await missingMedia(db, content.media)) {
    await db.write(
      (tx) =>
        tx.$executeRaw`INSERT INTO "Media" ("hash", "mime", "bytes") VALUES (${hash}, ${mime}, ${bytes}) ON CONFLICT DO NOTHING`,
    );
  }
  await inChunks(plan.newQuestions, pace, (rows) => insertQuestions(db, rows));
  await inChunks(plan.sources, pace, (rows) => keepSources(db, rows));
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

/** A new exam is staged as retired; `show` makes it visible. */
function stageExams(db: Database, content: BankContent, now: Date) {
  const rows = content.exams.map(({ slug, title, language = null, definition, contentHash }) => ({
    slug,
    title,
    language,
    definition,
    contentHash,
    retiredAt: now,
  }));
  return db.insertMissing({
    table: "Exam",
    columns: {
      slug: "text",
      title: "text",
      language: "text",
      definition: "text",
      contentHash: "text",
      retiredAt: "timestamp",
    },
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

/** Rows that another sync has written from the same content stay; different content throws `Overtaken`. */
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
      file: "text",
      source: "text",
    },
    rows: revisions.map(({ id, questionId, number, wording }) => {
      const { contentHash, publicPart, secretPart, source } = wording;
      const read = { file: source?.file ?? null, source: source?.text ?? null };
      return { id, questionId, number, contentHash, publicPart, secretPart, createdAt, ...read };
    }),
  });
  if (inserted === revisions.length) return;
  const there = await db.read.revision.count({ where: { id: { in: revisions.map(({ id }) => id) } } });
  if (there < revisions.length) throw new Overtaken("another sync has written other wordings meanwhile");
  await keepSources(
    db,
    revisions.flatMap(({ id, wording: { source } }) => (source ? [{ revisionId: id, source }] : [])),
  );
}

/** A file may change in something that no learner sees. Then its wording stays, but its stored source changes. */
function keepSources(db: Database, sources: readonly KeptSource[]) {
  const rows = sources.map(({ revisionId: id, source }) => ({ id, file: source.file, source: source.text }));
  return db.write(
    (tx) => tx.$executeRaw`
      UPDATE "Revision" SET "file" = rows."file", "source" = rows."source"
      FROM ${jsonRows(db.provider, { id: "text", file: "text", source: "text" }, rows)}
      WHERE "Revision"."id" = rows."id"
        AND ("Revision"."source" IS DISTINCT FROM rows."source" OR "Revision"."file" IS DISTINCT FROM rows."file")`,
  );
}
