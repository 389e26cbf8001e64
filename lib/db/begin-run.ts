import { randomInt, randomUUID } from "node:crypto";
import { type Ask, lookInto } from "./look-into.ts";
import { providerOf } from "./provider.ts";
import { isSameHistory, readRunNote, writeRunNote } from "./run-note.ts";
import { readSqliteHeader } from "./sqlite-header.ts";

/**
 * Marks a migrated database as the one that this start prepared. Gives it a new generation if it is not the one of the
 * previous start: a backup, or a file from elsewhere. PostgreSQL is only given its first generation.
 */
export async function beginRun(url: string): Promise<void> {
  if (providerOf(url) === "sqlite") await beginSqliteRun(url, url.slice("file:".length));
  else await lookInto(url, (ask) => firstGeneration(ask));
}

async function beginSqliteRun(url: string, file: string): Promise<void> {
  const note = readRunNote(file);
  const previousRun = readSqliteHeader(file)?.run ?? 0;
  await lookInto(url, async (ask) => {
    const kept = await firstGeneration(ask);
    const isKnown = note !== null && note.generation === kept && isSameHistory(note, previousRun);
    const generation = isKnown ? kept : randomUUID();
    const run = randomInt(1, 2 ** 31);
    writeRunNote(file, { generation, run, previousRun });
    if (!isKnown) await ask(`UPDATE "Installation" SET "generation" = '${generation}' WHERE "id" = 1`);
    await ask(`PRAGMA user_version = ${run}`);
    // While others use the database, the log stays, and the file keeps the number that the note calls the previous one.
    await ask("PRAGMA wal_checkpoint(TRUNCATE)");
  });
}

/** The generation in the database; two instances that start at once get the same one. */
async function firstGeneration(ask: Ask): Promise<string> {
  const find = () => ask(`SELECT "generation" FROM "Installation" WHERE "id" = 1`);
  const [found] = await find();
  if (found !== undefined) return String(found[0]);
  await ask(
    `INSERT INTO "Installation" ("id", "installation", "generation") VALUES (1, '${randomUUID()}', '${randomUUID()}') ON CONFLICT DO NOTHING`,
  );
  const [made] = await find();
  return String(made?.[0]);
}
