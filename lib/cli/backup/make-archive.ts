import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { archiveName, listArchives, outdatedArchives } from "#lib/db/archives";
import { providerOf } from "#lib/db/provider";
import { authSecret } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { version } from "#lib/env/version";
import { CommandRefused } from "../end-with.ts";
import { inWritable } from "../in-writable.ts";
import { contentRevision } from "./content-revision.ts";
import { checkSqliteCopy, copySqlite } from "./copy-sqlite.ts";
import { checkPostgresDump, dumpPostgres } from "./dump-postgres.ts";

const execute = promisify(execFile);
const unfinished = ".unfinished-";
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Makes an archive in `folder`: the database as it is at this moment, the secret and a note of the content. It is opened and
 * checked before it gets its name. Removes those that are too many. Returns the path. Refuses in a sentence.
 */
export async function makeArchive(folder: string, now: Date, before: string | null = null): Promise<string> {
  const { DATABASE_URL, BACKUP_KEEP } = environment();
  const former = process.umask(0o077);
  const stage = inWritable(folder, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    removeLeftBehind(folder, now);
    return mkdtempSync(join(folder, unfinished));
  });
  try {
    const provider = providerOf(DATABASE_URL);
    const name = archiveName({ at: now, of: provider, before });
    const isSqlite = provider === "sqlite";
    const file = isSqlite ? "mockdown.db" : "mockdown.dump";
    await (isSqlite ? copySqlite : dumpPostgres)(DATABASE_URL, join(stage, file));
    await writeFile(join(stage, "auth-secret"), `${authSecret(environment())}\n`);
    const about = { madeAt: now.toISOString(), release: version, before, content: await contentRevision() };
    await writeFile(join(stage, "about.json"), `${JSON.stringify(about, null, 2)}\n`);
    await tar(
      ["-czf", join(stage, name), "-C", stage, "about.json", "auth-secret", file],
      "The backup cannot be packed: is the disk full?",
    );
    await unpack(join(stage, name), join(stage, "check"));
    const problem = await (isSqlite ? checkSqliteCopy : checkPostgresDump)(join(stage, "check", file));
    if (problem !== null) throw new CommandRefused(`The backup cannot be read back (${problem}): look at ${folder}.`);
    await rename(join(stage, name), join(folder, name));
    const archives = listArchives(folder, provider);
    for (const outdated of outdatedArchives(archives, BACKUP_KEEP)) rmSync(join(folder, outdated.name));
    return join(folder, name);
  } finally {
    process.umask(former);
    rmSync(stage, { recursive: true, force: true });
  }
}

/** Unpacks an archive into a folder, which is made. */
export async function unpack(archive: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await tar(
    ["-xzf", archive, "-C", folder, "--no-same-owner"],
    `${archive} cannot be unpacked: it is damaged or not an archive`,
  );
}

async function tar(args: readonly string[], problem: string): Promise<void> {
  await execute("tar", args).catch((error: Error & { readonly code?: string; readonly stderr?: string }) => {
    if (error.code === "ENOENT") throw new CommandRefused("A backup needs the program tar: install it and try again.");
    const [reason] = (error.stderr?.trim() || error.message).split("\n");
    throw new CommandRefused(`${problem} (${reason})`);
  });
}

/** What a backup that was killed left. One that is being made is younger. */
function removeLeftBehind(folder: string, now: Date): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(unfinished)) continue;
    const path = join(folder, name);
    if (now.getTime() - statSync(path).mtimeMs > dayMs) rmSync(path, { recursive: true, force: true });
  }
}
