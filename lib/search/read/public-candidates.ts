import type { Database } from "#lib/db/database";
import { type Sql, sql } from "#lib/db/sql";
import type { SearchWord } from "../search-words.ts";

export interface FoundRow {
  readonly id: number;
  readonly questionId: string;
  readonly stem: string;
  readonly labels: string;
}

/** How many questions that contain every word are examined. A search that finds more needs another word. */
export const mostFound = 500;

/**
 * The questions whose public texts contain every word: first those that contain them all in their stems as typed, then
 * those with longer words there, and last those that need exam, domain or tags. In this order, the index can stop early
 * if words are common. Reads no key, and nothing derived from one.
 */
export async function publicCandidates(
  db: Database,
  words: readonly SearchWord[],
  examSlug: string | null,
): Promise<readonly FoundRow[]> {
  const found = new Map<number, FoundRow>();
  const whole = words.map((word) => ({ ...word, isPrefix: false }));
  for (const [wanted, where] of [
    [whole, "stem"],
    [words, "stem"],
    [words, "anywhere"],
  ] as const) {
    for (const row of await ask(db, wanted, examSlug, where)) if (found.size < mostFound) found.set(row.id, row);
    if (found.size >= mostFound) break;
  }
  return [...found.values()];
}

type Where = "stem" | "anywhere";

function ask(
  db: Database,
  words: readonly SearchWord[],
  examSlug: string | null,
  where: Where,
): Promise<readonly FoundRow[]> {
  const shown = examSlug === null ? sql`` : sql`AND q."examSlug" = ${examSlug}`;
  const statement = matching[db.provider](words, examSlug, where, sql`q."retiredAt" IS NULL ${shown}`);
  return db.read.$queryRaw<readonly FoundRow[]>`${statement}`;
}

/** The word for an exam in the labels of its questions, which lets the index restrict a search to one exam. */
function examWord(slug: string): string {
  return `exam0${slug.replaceAll("-", "0")}`;
}

/** The statement that finds at most `mostFound` questions of those that are `shown`, by their number. */
type Match = (words: readonly SearchWord[], examSlug: string | null, where: Where, shown: Sql) => Sql;

/** How many of the first questions PostgreSQL compares one by one before it asks the index. */
const comparedFirst = 2_000;

const matching: Readonly<Record<Database["provider"], Match>> = {
  // FTS5 removes case and accents itself. Words in quotes are never operators.
  sqlite(words, examSlug, where, shown) {
    const all = words.map(({ typed, isPrefix }) => `"${typed}"${isPrefix ? " *" : ""}`).join(" AND ");
    const own = where === "stem" ? `"stem" : (${all})` : `(${all})`;
    const match = examSlug === null ? own : `${own} AND "labels" : "${examWord(examSlug)}"`;
    // FTS5 returns its rows in their order, and its own name for the number tells SQLite that it need not sort them.
    return sql`SELECT s."id", s."questionId", s."stem", s."labels"
      FROM "SearchIndex" f JOIN "SearchText" s ON s."id" = f.rowid JOIN "Question" q ON q."id" = s."questionId"
      WHERE f."SearchIndex" MATCH ${match} AND ${shown}
      ORDER BY f.rowid LIMIT ${mostFound}`;
  },
  // The planner cannot know how common the beginning of a word is. Left to itself it reads every question where a word is
  // rare, and sorts what the index finds where it is common. Here the first questions have enough of a common word, and
  // only for a rarer one is the index asked.
  postgresql(words, examSlug, where, shown) {
    const match = postgresWords(words, examSlug, where);
    return sql`WITH wanted AS (SELECT to_tsquery('simple', ${match}) AS words),
      early AS MATERIALIZED (
        SELECT s."id", s."questionId", s."stem", s."labels"
        FROM (SELECT * FROM "SearchText" ORDER BY "id" LIMIT ${comparedFirst}) s
          JOIN wanted ON s."tokens" @@ wanted.words JOIN "Question" q ON q."id" = s."questionId"
        WHERE ${shown}),
      indexed AS MATERIALIZED (
        SELECT s."id", s."questionId", s."stem", s."labels"
        FROM wanted JOIN "SearchText" s ON s."tokens" @@ wanted.words JOIN "Question" q ON q."id" = s."questionId"
        WHERE ${shown} AND (SELECT count(*) FROM early) < ${mostFound})
      SELECT * FROM early WHERE (SELECT count(*) FROM early) >= ${mostFound} UNION ALL SELECT * FROM indexed
      ORDER BY "id" LIMIT ${mostFound}`;
  },
};

/** Accents are removed as in the column "tokens". In some locales, PostgreSQL knows the case of ASCII letters only. */
function postgresWords(words: readonly SearchWord[], examSlug: string | null, where: Where): string {
  const all = words.map(({ typed, isPrefix }) => {
    const plain = typed.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
    const mark = `${isPrefix || where === "stem" ? ":" : ""}${isPrefix ? "*" : ""}${where === "stem" ? "A" : ""}`;
    const cases = new Set([plain, plain.charAt(0).toUpperCase() + plain.slice(1)]);
    return `(${[...cases].map((each) => each + mark).join(" | ")})`;
  });
  return (examSlug === null ? all : [...all, examWord(examSlug)]).join(" & ");
}
