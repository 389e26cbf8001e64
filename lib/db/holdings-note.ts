import { rmSync } from "node:fs";
import { z } from "zod";
import { countHoldings, type Holdings } from "./holdings.ts";
import { readNote, writeNote } from "./note.ts";

const shape = z.strictObject({
  attempts: z.int(),
  accounts: z.int(),
  comments: z.int(),
  newestAnswer: z.string().nullable(),
});

/** The file that records what a SQLite database held when its server last looked. */
export function holdingsFile(database: string): string {
  return `${database}.holds`;
}

/** Null if there is no readable note. */
export function readHoldings(database: string): Holdings | null {
  return readNote(holdingsFile(database), shape);
}

/** How long a running server waits for a lock, in milliseconds: it answers no request meanwhile. */
const patienceMs = 100;

/** Records what the database holds. The record never shrinks, so a file that was swapped meanwhile is detected. */
export function noteHoldings(database: string): void {
  const now = countHoldings(database, patienceMs);
  if (now === null) return;
  const before = readHoldings(database);
  writeNote(holdingsFile(database), before === null ? now : larger(now, before));
}

/** Accepts whatever the database holds from now on. */
export function forgetHoldings(database: string): void {
  rmSync(holdingsFile(database), { force: true });
}

function larger(a: Holdings, b: Holdings): Holdings {
  return {
    attempts: Math.max(a.attempts, b.attempts),
    accounts: Math.max(a.accounts, b.accounts),
    comments: Math.max(a.comments, b.comments),
    newestAnswer: [a.newestAnswer ?? "", b.newestAnswer ?? ""].sort()[1] || null,
  };
}
