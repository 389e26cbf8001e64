import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { database } from "#lib/db/current";
import { DatabaseTooNew, migrate } from "#lib/db/migrate";
import { authSecret } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { dataFolder } from "#lib/env/data-folder";
import { fingerprintOf, hashFiles } from "./content-manifest.ts";
import { CommandRefused } from "./end-with.ts";
import { readContent } from "./read-content.ts";

/** Brings database and content to this release. Every refusal is one sentence with the way out. */
export async function setUp(): Promise<void> {
  const { DATABASE_URL, CONTENT_DIR } = environment();
  authSecret(environment());
  const file = DATABASE_URL.startsWith("file:") ? DATABASE_URL.slice("file:".length) : null;
  // Says that a database was made here, so that a missing one is noticed and not replaced by an empty one.
  const marker = join(dataFolder(environment()), "database-made");
  if (file !== null) refuseMissing(file, marker);
  await migrate(DATABASE_URL).catch((error) => {
    throw new CommandRefused(databaseSentence(error, file));
  });
  if (file !== null) writeFileSync(marker, `${file}\n`);
  const files = readContent(CONTENT_DIR);
  const state = await database().read.bankState.findUnique({ where: { id: 1 }, select: { fingerprint: true } });
  if (state?.fingerprint !== (await fingerprintOf(hashFiles(files)))) {
    // The parser and its grammars take a second to load: only for content that changed.
    const { syncContent } = await import("./sync-content.ts");
    await syncContent(CONTENT_DIR, files);
  }
  await database().close();
}

function refuseMissing(file: string, marker: string): void {
  if (existsSync(file) || !existsSync(marker)) return;
  throw new CommandRefused(
    `The database ${file} is gone: put it back from a backup (npm run admin -- restore <file>), or delete ${marker} to begin with an empty one.`,
  );
}

function databaseSentence(error: unknown, file: string | null): string {
  const text = error instanceof Error ? error.message : String(error);
  const name = file ?? "the PostgreSQL database";
  if (error instanceof DatabaseTooNew)
    return `The database was opened by a newer release of Mockdown (${text}): start that release, or restore a backup made before it.`;
  if (/locked|busy|timed? ?out/i.test(text))
    return `The database ${name} is locked by another program: stop it (an earlier server, a backup, a shell), then start again.`;
  if (/not a database|malformed|corrupt/i.test(text))
    return `The database ${name} is damaged: restore a backup with npm run admin -- restore <file>.`;
  if (/readonly|read-only|EACCES|EROFS|unable to open/i.test(text))
    return `The database ${name} cannot be written: give this user the right to write to it and its folder.`;
  if (/reach|ECONNREFUSED|ENOTFOUND|authentication/i.test(text))
    return `The PostgreSQL database cannot be reached: check DATABASE_URL and that the server runs (${text.trim().split("\n")[0]}).`;
  return `The database ${name} cannot be brought to this release: ${text}`;
}
