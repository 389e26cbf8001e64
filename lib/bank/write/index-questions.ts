import type { Database, Tx } from "#lib/db/database";
import { jsonRows } from "#lib/db/json-rows";
import type { Provider } from "#lib/db/provider";
import { sql } from "#lib/db/sql";

/**
 * Writes the words by which these questions are found, within the transaction that makes them visible. They contain
 * nothing of a key. A question whose words are the same keeps its row. The database keeps its index in step with the
 * rows: see the migration that created the table SearchText.
 */
export async function indexQuestions(
  db: Database,
  tx: Tx,
  changed: { readonly questionIds: readonly string[]; readonly examSlugs: readonly string[] },
): Promise<void> {
  const { stem, code, domains } = parts[db.provider];
  const ids = jsonRows(
    db.provider,
    { id: "text" },
    changed.questionIds.map((id) => ({ id })),
  );
  const exams = jsonRows(
    db.provider,
    { slug: "text" },
    changed.examSlugs.map((slug) => ({ slug })),
  );
  await tx.$executeRaw`
    WITH chosen AS (
      SELECT rows."id" FROM ${ids} UNION SELECT "id" FROM "Question" WHERE "examSlug" IN (SELECT rows."slug" FROM ${exams})
    ), domains AS MATERIALIZED (${domains})
    INSERT INTO "SearchText" ("id", "questionId", "stem", "labels")
    SELECT (SELECT COALESCE(MAX("id"), 0) FROM "SearchText") + ROW_NUMBER() OVER (ORDER BY q."examSlug", q."name"), q."id",
      COALESCE(${stem}, ''),
      e."title" || ' ' || COALESCE(${code}, '') || ' ' || COALESCE(d."title", '') || ' ' || q."domain" || ' ' || q."tags"
        || ' exam0' || replace(q."examSlug", '-', '0')
    FROM chosen JOIN "Question" q ON q."id" = chosen."id" JOIN "Exam" e ON e."slug" = q."examSlug"
      JOIN "Revision" r ON r."id" = q."revisionId"
      LEFT JOIN domains d ON d."slug" = q."examSlug" AND d."id" = q."domain"
    WHERE TRUE
    ON CONFLICT ("questionId") DO UPDATE SET "stem" = excluded."stem", "labels" = excluded."labels"
      WHERE "SearchText"."stem" <> excluded."stem" OR "SearchText"."labels" <> excluded."labels"`;
}

/** Texts from stored JSON: the stem, the exam's code, and the titles of all domains. */
const parts: Readonly<Record<Provider, Readonly<Record<"stem" | "code" | "domains", ReturnType<typeof sql>>>>> = {
  sqlite: {
    stem: sql`json_extract(r."publicPart", '$.stemText')`,
    code: sql`json_extract(e."definition", '$.code')`,
    domains: sql`
      SELECT e."slug", json_extract(each."value", '$.id') AS "id", json_extract(each."value", '$.title') AS "title"
      FROM "Exam" e, json_each(e."definition", '$.domains') each`,
  },
  postgresql: {
    stem: sql`r."publicPart"::jsonb ->> 'stemText'`,
    code: sql`e."definition"::jsonb ->> 'code'`,
    domains: sql`
      SELECT e."slug", each ->> 'id' AS "id", each ->> 'title' AS "title"
      FROM "Exam" e, jsonb_array_elements(e."definition"::jsonb -> 'domains') each`,
  },
};
