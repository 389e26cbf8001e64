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
  const exam = examSlug === null ? sql`` : sql`AND q."examSlug" = ${examSlug}`;
  return db.read.$queryRaw<readonly FoundRow[]>`
    SELECT s."id", s."questionId", s."stem", s."labels"
    FROM ${matching[db.provider](words, examSlug, where)}
    AND q."retiredAt" IS NULL ${exam}
    ORDER BY ${order[db.provider]} LIMIT ${mostFound}`;
}

/** The same number in both. FTS5 returns its rows in their order, and this name tells SQLite that it need not sort them. */
const order: Readonly<Record<Database["provider"], Sql>> = { sqlite: sql`f.rowid`, postgresql: sql`s."id"` };

/** The word for an exam in the labels of its questions, which lets the index restrict a search to one exam. */
function examWord(slug: string): string {
  return `exam0${slug.replaceAll("-", "0")}`;
}

type Match = (words: readonly SearchWord[], examSlug: string | null, where: Where) => Sql;

const matching: Readonly<Record<Database["provider"], Match>> = {
  // FTS5 removes case and accents itself. Words in quotes are never operators.
  sqlite(words, examSlug, where) {
    const all = words.map(({ typed, isPrefix }) => `"${typed}"${isPrefix ? " *" : ""}`).join(" AND ");
    const own = where === "stem" ? `"stem" : (${all})` : `(${all})`;
    const match = examSlug === null ? own : `${own} AND "labels" : "${examWord(examSlug)}"`;
    return sql`"SearchIndex" f JOIN "SearchText" s ON s."id" = f.rowid JOIN "Question" q ON q."id" = s."questionId"
      WHERE f."SearchIndex" MATCH ${match}`;
  },
  // Accents are removed as in the column "tokens". In some locales, PostgreSQL knows the case of ASCII letters only.
  postgresql(words, examSlug, where) {
    const all = words.map(({ typed, isPrefix }) => {
      const plain = typed.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
      const mark = `${isPrefix || where === "stem" ? ":" : ""}${isPrefix ? "*" : ""}${where === "stem" ? "A" : ""}`;
      const cases = new Set([plain, plain.charAt(0).toUpperCase() + plain.slice(1)]);
      return `(${[...cases].map((each) => each + mark).join(" | ")})`;
    });
    const match = (examSlug === null ? all : [...all, examWord(examSlug)]).join(" & ");
    return sql`"SearchText" s JOIN "Question" q ON q."id" = s."questionId"
      WHERE s."tokens" @@ to_tsquery('simple', ${match})`;
  },
};
