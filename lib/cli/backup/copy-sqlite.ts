import { existsSync } from "node:fs";
import { closeCopy } from "../close-copy.ts";
import { copyDatabase } from "../copy-database.ts";
import { CommandRefused } from "../end-with.ts";

export async function copySqlite(url: string, target: string): Promise<void> {
  const source = url.slice("file:".length);
  if (!existsSync(source)) throw new CommandRefused(`there is no database ${source} yet: start Mockdown first`);
  await copyDatabase(source, target);
}

/** What SQLite finds wrong with a copy; null when it is sound. */
export async function checkSqliteCopy(copy: string): Promise<string | null> {
  return closeCopy(copy);
}
