import { database } from "#lib/db/current";
import { authSecret } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { dataFolder } from "#lib/env/data-folder";
import { fingerprintOf, hashFiles } from "./content-manifest.ts";
import { inWritable } from "./in-writable.ts";
import { migrateDatabase } from "./migrate-database.ts";
import { readContent } from "./read-content.ts";

/** Brings database and content to this release. Every refusal is one sentence with the way out. */
export async function setUp(): Promise<void> {
  const { CONTENT_DIR } = environment();
  inWritable(dataFolder(environment()), () => authSecret(environment()));
  await migrateDatabase();
  const files = readContent(CONTENT_DIR);
  const state = await database().read.bankState.findUnique({ where: { id: 1 }, select: { fingerprint: true } });
  if (state?.fingerprint !== (await fingerprintOf(hashFiles(files)))) {
    // The parser and its grammars take a second to load: only for content that changed.
    const { syncContent } = await import("./sync-content.ts");
    await syncContent(CONTENT_DIR, files);
  }
  await database().close();
}
