import { existsSync } from "node:fs";
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { secretFile } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { CommandRefused } from "../end-with.ts";
import { restoreCommand } from "../restore-command.ts";
import { unpack } from "./make-archive.ts";

/** Puts what an archive holds back: the database as `restore` does it, and the secret where there is none. */
export async function restoreArchive(archive: string, options: { readonly yes: boolean }): Promise<void> {
  if (!existsSync(archive)) throw new CommandRefused(`there is no file ${archive}`);
  const folder = await mkdtemp(join(tmpdir(), "mockdown-restore-"));
  try {
    await unpack(archive, folder);
    if (existsSync(join(folder, "mockdown.dump")))
      throw new CommandRefused(
        `${archive} holds a PostgreSQL database: unpack it with tar -xzf, and give mockdown.dump to pg_restore --clean --if-exists --dbname <DATABASE_URL>`,
      );
    if (!["about.json", "mockdown.db", "auth-secret"].every((name) => existsSync(join(folder, name))))
      throw new CommandRefused(`${archive} is an archive, but not a Mockdown backup`);
    process.stdout.write(sentenceOf(archive, JSON.parse(await readFile(join(folder, "about.json"), "utf8"))));
    await restoreCommand(join(folder, "mockdown.db"), { ...options, name: archive });
    await putSecretBack(join(folder, "auth-secret"));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What an archive says of itself: makeArchive wrote it. */
interface About {
  readonly madeAt: string;
  readonly release: string;
  readonly before: string | null;
  readonly content: { readonly folder: string; readonly commit: string | null };
}

function sentenceOf(archive: string, { madeAt, release, before, content }: About): string {
  const cause = before === null ? "" : `, before the migration ${before}`;
  const commit = content.commit === null ? "" : ` at commit ${content.commit}`;
  return `${archive} was made on ${madeAt} by release ${release}${cause}, with the questions of ${content.folder}${commit}\n`;
}

/** A secret that is there stays: whoever is signed in now has it in the cookie. */
async function putSecretBack(kept: string): Promise<void> {
  const file = secretFile(environment());
  const own = environment().AUTH_SECRET ?? (existsSync(file) ? (await readFile(file, "utf8")).trim() : null);
  if (own === null) {
    await copyFile(kept, file);
    process.stdout.write(`${file} is the secret of the backup\n`);
  } else if (own !== (await readFile(kept, "utf8")).trim()) {
    process.stdout.write(
      "The backup was made with another secret: with the current one everybody has to sign in again, and guests lose their attempts.\n",
    );
  }
}
