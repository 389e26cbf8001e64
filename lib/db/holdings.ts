import { existsSync } from "node:fs";
import Driver from "better-sqlite3";
import { hasForeignLog } from "./foreign-log.ts";

/** How much a SQLite database holds. */
export interface Holdings {
  /** Attempts that ever began: existing ones, and those erased with accounts. */
  readonly attempts: number;
  readonly accounts: number;
  readonly comments: number;
  /** When the newest answer arrived, as an ISO string in UTC; null if there is none. */
  readonly newestAnswer: string | null;
}

export const countedKinds = ["attempts", "accounts", "comments"] as const;

/** How long a start or a command waits for a lock, in milliseconds. */
const patienceMs = 5_000;

/**
 * Counts what a SQLite file holds; this takes milliseconds whatever its size. Null if it is not a SQLite file, is
 * damaged, is not Mockdown's or must not be opened beside its log. Otherwise its own log is folded into it, unless
 * another process has it open. While another process has locked it, blocks this process for at most `waitMs`, and then
 * throws.
 */
export function countHoldings(file: string, waitMs = patienceMs): Holdings | null {
  if (!existsSync(file) || hasForeignLog(file)) return null;
  const db = new Driver(file, { fileMustExist: true, timeout: waitMs });
  try {
    const erased = hasTable(db, "Erased") ? `(SELECT coalesce(sum("attempts"), 0) FROM "Erased")` : "0";
    return db
      .prepare<[], Holdings>(
        `SELECT (SELECT count(*) FROM "Attempt") + ${erased} AS attempts,
          (SELECT count(*) FROM "User") AS accounts, (SELECT count(*) FROM "Comment") AS comments,
          (SELECT max("receivedAt") FROM (${newestEntries})) AS "newestAnswer"`,
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

/** Rows are numbered as they are inserted. An answer from another device may have come a little earlier. */
const newestEntries = `SELECT "receivedAt" FROM "ItemEntry" ORDER BY rowid DESC LIMIT 1000`;

/** The kinds of which `held` has fewer than `expected`; empty if nothing is missing. */
export function missingFrom(held: Holdings, expected: Holdings): readonly (typeof countedKinds)[number][] {
  return countedKinds.filter((kind) => held[kind] < expected[kind]);
}

/** In words, for an operator. */
export function describeHoldings({ attempts, accounts, comments, newestAnswer }: Holdings): string {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
  const newest =
    newestAnswer === null ? "no answers" : `the newest answer of ${newestAnswer.slice(0, 19).replace("T", " ")} UTC`;
  return `${count(attempts, "attempt")}, ${count(accounts, "account")} and ${count(comments, "comment")}, ${newest}`;
}

function hasTable(db: Driver.Database, name: string): boolean {
  return db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(name) !== undefined;
}
