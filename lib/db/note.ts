import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import type { z } from "zod";

/** Reads a note, which is JSON. Null if there is none, or if an interrupted write left it unreadable. */
export function readNote<T>(path: string, shape: z.ZodType<T>): T | null {
  try {
    return shape.safeParse(JSON.parse(readFileSync(path, "utf8"))).data ?? null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT" || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Replaces a note atomically. It is readable only by its owner, and on disk when this returns. */
export function writeNote(path: string, value: object): void {
  const beside = `${path}.${process.pid}`;
  try {
    writeFileSync(beside, `${JSON.stringify(value)}\n`, { mode: 0o600, flush: true });
    renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
}
