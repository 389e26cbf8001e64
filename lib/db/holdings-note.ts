import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { countHoldings, type Holdings } from "./holdings.ts";

const shape = z.strictObject({
  attempts: z.int(),
  accounts: z.int(),
  comments: z.int(),
  newestAnswer: z.string().nullable(),
});

/** Where it is noted what a SQLite database held when its server looked last. */
export function holdingsFile(database: string): string {
  return `${database}.holds`;
}

/** Null when nothing is noted, or a write that was cut short left nothing that can be read. */
export function readHoldings(database: string): Holdings | null {
  try {
    return shape.safeParse(JSON.parse(readFileSync(holdingsFile(database), "utf8"))).data ?? null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT" || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Notes what the database holds. What is noted never becomes less, so a file that was exchanged meanwhile is found out. */
export function noteHoldings(database: string): void {
  const now = countHoldings(database);
  if (now === null) return;
  const before = readHoldings(database);
  const note = before === null ? now : larger(now, before);
  const beside = `${holdingsFile(database)}.${process.pid}`;
  try {
    writeFileSync(beside, `${JSON.stringify(note)}\n`, { mode: 0o600, flush: true });
    renameSync(beside, holdingsFile(database));
  } finally {
    rmSync(beside, { force: true });
  }
}

/** From now on whatever the database holds is right. */
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
