import { existsSync } from "node:fs";
import { copyFile, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommandRefused } from "../end-with.ts";

/**
 * Lets `look` at a copy of a SQLite file, `withLog` or without, so that looking changes neither: even a reader makes files
 * beside a database. A running server may write meanwhile; its log checks itself, so only the file must stay as it was.
 */
export async function withCopy<T>(
  file: string,
  { withLog }: { readonly withLog: boolean },
  look: (copy: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "mockdown-doctor-"));
  try {
    const copy = join(folder, "mockdown.db");
    for (let tries = 1; !(await copyUnchanged(file, copy, withLog)); tries++)
      if (tries === 5)
        throw new CommandRefused(`${file} is being written to all the time: try again when the site is less busy`);
    return await look(copy);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function copyUnchanged(file: string, copy: string, withLog: boolean): Promise<boolean> {
  const before = await stat(file, { bigint: true });
  await rm(`${copy}-wal`, { force: true });
  await copyFile(file, copy);
  if (withLog && existsSync(`${file}-wal`)) await copyFile(`${file}-wal`, `${copy}-wal`);
  const after = await stat(file, { bigint: true });
  return before.mtimeNs === after.mtimeNs && before.size === after.size && before.ino === after.ino;
}
