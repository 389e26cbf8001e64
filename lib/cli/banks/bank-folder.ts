import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { CommandRefused } from "../end-with.ts";

/** Hidden, so that it is not part of the content: says what the folder held when it was fetched. */
const note = ".fetched-bank";

/**
 * Refuses a folder of the content that was not fetched, or was changed since: what somebody wrote there would be lost.
 * With `discard` only what was never fetched is refused.
 */
export function refuseOwnWork(folder: string, discard: boolean): void {
  if (!existsSync(folder)) return;
  const kept = join(folder, note);
  if (!existsSync(kept))
    throw new CommandRefused(`${folder} already exists and was not fetched as a bank: choose another name with --as`);
  if (discard || readFileSync(kept, "utf8") === fingerprintOf(folder)) return;
  throw new CommandRefused(
    `files in ${folder} were changed since it was fetched, and would be lost: move them away, or discard them with --discard`,
  );
}

/** Replaces `folder` by the files of `source`, so that it is there as it was or wholly new. */
export function replaceBank(folder: string, source: string): void {
  const next = join(folder, "..", `.${crypto.randomUUID()}`);
  const isPart = (path: string) => relative(source, path).split(sep)[0] !== ".git";
  cpSync(source, next, { recursive: true, filter: isPart });
  writeFileSync(join(next, note), fingerprintOf(next));
  rmSync(folder, { recursive: true, force: true });
  renameSync(next, folder);
}

/** Of every file but the note: path and bytes. */
function fingerprintOf(folder: string): string {
  const hash = createHash("sha256");
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  for (const file of files.filter((each) => relative(folder, each) !== note)) {
    const bytes = readFileSync(file);
    hash.update(`${relative(folder, file)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}
