import { existsSync } from "node:fs";
import Driver from "better-sqlite3";

/** How much a SQLite database holds. */
export interface Holdings {
  /** Attempts that ever began: those that are there, and those erased with accounts. */
  readonly attempts: number;
  readonly accounts: number;
  readonly comments: number;
  /** When the newest answer came, as an ISO string in UTC; null when there is none. */
  readonly newestAnswer: string | null;
}

export const countedKinds = ["attempts", "accounts", "comments"] as const;

/**
 * Counts what a SQLite file holds. Null when it is none, is damaged or is not Mockdown's. It is opened as by any other
 * program: the log beside it is taken in.
 */
export function countHoldings(file: string): Holdings | null {
  if (!existsSync(file)) return null;
  const db = new Driver(file, { fileMustExist: true });
  try {
    const erased = hasTable(db, "Erased") ? `(SELECT coalesce(sum("attempts"), 0) FROM "Erased")` : "0";
    return db
      .prepare<[], Holdings>(
        `SELECT (SELECT count(*) FROM "Attempt") + ${erased} AS attempts,
          (SELECT count(*) FROM "User") AS accounts, (SELECT count(*) FROM "Comment") AS comments,
          (SELECT max("receivedAt") FROM "ItemEntry") AS "newestAnswer"`,
      )
      .get() as Holdings;
  } catch (error) {
    const { code = "" } = error as { readonly code?: string };
    if (/^SQLITE_(NOTADB|CORRUPT|ERROR)/.test(code)) return null;
    throw error;
  } finally {
    db.close();
  }
}

/** Of which kinds `held` has fewer than `expected`; empty when nothing is missing. */
export function missingFrom(held: Holdings, expected: Holdings): readonly (typeof countedKinds)[number][] {
  return countedKinds.filter((kind) => held[kind] < expected[kind]);
}

/** In words, for an operator. */
export function describeHoldings({ attempts, accounts, comments, newestAnswer }: Holdings): string {
  return `${attempts} attempts, ${accounts} accounts and ${comments} comments, the newest answer ${newestAnswer === null ? "none" : `of ${newestAnswer.slice(0, 19).replace("T", " ")} UTC`}`;
}

function hasTable(db: Driver.Database, name: string): boolean {
  return db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(name) !== undefined;
}
