import { lookInto } from "#lib/db/look-into";
import { authSecret } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { dataFolder } from "#lib/env/data-folder";
import { fingerprintOf, hashFiles } from "./content-manifest.ts";
import { inWritable } from "./in-writable.ts";
import { migrateDatabase } from "./migrate-database.ts";
import { readContent } from "./read-content.ts";

/** Brings database and content to this release. Every refusal is one sentence with the way out. */
export async function setUp(): Promise<void> {
  const { CONTENT_DIR, DATABASE_URL } = environment();
  inWritable(dataFolder(environment()), () => authSecret(environment()));
  await migrateDatabase();
  const files = readContent(CONTENT_DIR);
  const [shown] = await lookInto(DATABASE_URL, (ask) => ask(`SELECT "fingerprint" FROM "BankState" WHERE "id" = 1`));
  if (shown?.[0] === (await fingerprintOf(hashFiles(files)))) return;
  // The clients, the parser and its grammars take a second to load: only for content that changed.
  const [{ syncContent }, { database }] = await Promise.all([import("./sync-content.ts"), import("#lib/db/current")]);
  await syncContent(CONTENT_DIR, files);
  await database().close();
}
