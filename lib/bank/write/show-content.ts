import type { Database, Tx } from "#lib/db/database";
import { jsonRows } from "#lib/db/json-rows";
import type { BankContent } from "../bank-content.ts";
import type { SyncPlan } from "../plan-sync.ts";
import { indexQuestions } from "./index-questions.ts";

/** Makes everything that `plan` has staged visible, within one transaction. */
export async function showContent(
  db: Database,
  tx: Tx,
  content: BankContent,
  plan: SyncPlan,
  now: Date,
): Promise<void> {
  const exams = jsonRows(
    db.provider,
    { slug: "text", title: "text", language: "text", definition: "text", contentHash: "text" },
    content.exams.map(({ slug, title, language = null, definition, contentHash }) => ({
      slug,
      title,
      language,
      definition,
      contentHash,
    })),
  );
  const renamed = await tx.$queryRaw<{ readonly slug: string }[]>`
    SELECT "Exam"."slug" FROM "Exam" JOIN ${exams} ON "Exam"."slug" = rows."slug" WHERE "Exam"."contentHash" <> rows."contentHash"`;
  await tx.$executeRaw`
    UPDATE "Exam" SET "title" = rows."title", "language" = rows."language", "definition" = rows."definition", "contentHash" = rows."contentHash", "retiredAt" = NULL
    FROM ${exams} WHERE "Exam"."slug" = rows."slug" AND ("Exam"."contentHash" <> rows."contentHash" OR "Exam"."retiredAt" IS NOT NULL)`;
  await tx.$executeRaw`
    UPDATE "Exam" SET "retiredAt" = rows."retiredAt" FROM ${jsonRows(db.provider, { retiredAt: "timestamp" }, [{ retiredAt: now }])}
    WHERE "Exam"."retiredAt" IS NULL AND "Exam"."slug" NOT IN (SELECT rows."slug" FROM ${exams})`;
  if (plan.shown.length > 0) await updateShown(db, tx, plan);
  const [questionIds, examSlugs] = [plan.shown.map(({ id }) => id), renamed.map(({ slug }) => slug)];
  if (questionIds.length + examSlugs.length > 0) await indexQuestions(db, tx, { questionIds, examSlugs });
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
