import { existsSync } from "node:fs";
import { join } from "node:path";
import { administratorStep, setUpAdministrator } from "#lib/auth/write/set-up-administrator";
import { lookInto } from "#lib/db/look-into";
import { authSecret } from "#lib/env/auth-secret";
import { contentExam } from "#lib/env/content-exam";
import { environment } from "#lib/env/current";
import { dataFolder } from "#lib/env/data-folder";
import { asStarted } from "./as-started.ts";
import { fingerprintOf, hashFiles } from "./content-manifest.ts";
import { isRefusal } from "./end-with.ts";
import { inWritable } from "./in-writable.ts";
import { migrateDatabase } from "./migrate-database.ts";
import { readContent } from "./read-content.ts";

/** Brings database and content to this release. Every refusal is one sentence with the way out. */
export async function setUp({ acceptLoss = false } = {}): Promise<void> {
  const { CONTENT_DIR, DATABASE_URL } = environment();
  inWritable(dataFolder(environment()), () => authSecret(environment()));
  await migrateDatabase({ acceptLoss, toServe: true });
  await bindAdministrator();
  const [shown] = await lookInto(DATABASE_URL, (ask) => ask(`SELECT "fingerprint" FROM "BankState" WHERE "id" = 1`));
  try {
    await showContent(CONTENT_DIR, shown?.[0]);
  } catch (error) {
    // Whoever practises with what was synced before need not wait until a file is mended or a disk is mounted again.
    if (shown === undefined || !isRefusal(error)) throw error;
    process.stderr.write(
      asStarted(
        `${error.message}\n\nThe questions of the last sync are served. After a fix, npm run content -- sync shows the new ones without a restart.\n`,
      ),
    );
  }
}

async function bindAdministrator(): Promise<void> {
  const { ADMIN_EMAIL, DATABASE_URL } = environment();
  const [done] = await lookInto(DATABASE_URL, (ask) =>
    ask(`SELECT "name" FROM "SetUpStep" WHERE "name" = '${administratorStep}'`),
  );
  if (done?.[0] !== undefined) return;
  // Loaded for the first start alone, as below.
  const { openDatabase } = await import("#lib/db/database");
  const db = openDatabase(DATABASE_URL);
  await setUpAdministrator(db, ADMIN_EMAIL, new Date()).finally(() => db.close());
}

async function showContent(folder: string, shown: unknown): Promise<void> {
  const files = readContent(folder);
  if (contentExam() !== null && !existsSync(join(folder, "exam.md"))) tellDefaults(folder);
  if (shown === (await fingerprintOf(hashFiles(files)))) return;
  // The clients, the parser and its grammars take a second to load: only for content that changed.
  const [{ syncContent }, { database }] = await Promise.all([import("./sync-content.ts"), import("#lib/db/current")]);
  await syncContent(folder, files).finally(() => database().close());
}

function tellDefaults(folder: string): void {
  process.stdout.write(
    `${folder} has no exam.md: its questions are served as one exam, each domain weighted by its number of questions, with 90 s per question and 70% to pass. --init writes an exam.md where you can change that.\n`,
  );
}
