import { rename } from "node:fs/promises";
import { refuseForeignLog } from "#lib/db/foreign-log";
import { openToLook } from "#lib/db/open-to-look";
import { closeCopy, removeDatabase } from "./close-copy.ts";
import { CommandRefused } from "./end-with.ts";

/**
 * Makes `target` a copy of the database file `source` at one moment, while others write to it. The copy is checked
 * before it gets its name, and only its owner can read it: it contains addresses and password hashes. Refuses with a
 * message.
 */
export async function copyDatabase(source: string, target: string): Promise<void> {
  refuseForeignLog(source);
  const unfinished = `${target}.unfinished`;
  const former = process.umask(0o077);
  try {
    await removeDatabase(unfinished);
    await copyOnce(source, unfinished);
    const problem = closeCopy(unfinished);
    if (problem !== null)
      throw new CommandRefused(
        `the copy is damaged (${problem}), and so may be ${source}: run npm run admin -- doctor`,
      );
    await rename(unfinished, target);
  } finally {
    process.umask(former);
    await removeDatabase(unfinished);
  }
}

async function copyOnce(source: string, target: string): Promise<void> {
  const db = openToLook(source);
  try {
    // In one piece: a copy in several steps starts again whenever somebody writes in between, so on a busy server it
    // never ends.
    await db.backup(target, { progress: () => 0x7fffffff });
  } catch (error) {
    const { code = "", message } = error as Error & { readonly code?: string };
    if (!/CANTOPEN|READONLY|IOERR|FULL/.test(code)) throw error;
    throw new CommandRefused(
      `${target} cannot be written (${message}): give this user permission, and free some space`,
    );
  } finally {
    db.close();
  }
}
