import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { lookInto } from "#lib/db/look-into";
import { environment } from "#lib/env/current";

const execute = promisify(execFile);

/** Which content the bank shows: its fingerprint, and the commit of its folder where Git keeps it. */
export async function contentRevision() {
  const { CONTENT_DIR, DATABASE_URL } = environment();
  const [shown] = await lookInto(DATABASE_URL, (ask) =>
    ask(`SELECT "fingerprint", "syncedAt" FROM "BankState" WHERE "id" = 1`),
  );
  const commit = await git(CONTENT_DIR, "rev-parse", "HEAD");
  const changes = commit === null ? null : await git(CONTENT_DIR, "status", "--porcelain", "--", ".");
  return {
    folder: CONTENT_DIR,
    fingerprint: shown === undefined ? null : String(shown[0]),
    syncedAt: shown === undefined ? null : shown[1],
    commit,
    isChangedSinceCommit: changes === null ? null : changes !== "",
  };
}

/** Null where there is no Git, or no repository. */
async function git(folder: string, ...args: readonly string[]): Promise<string | null> {
  return execute("git", ["-C", folder, ...args]).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  );
}
