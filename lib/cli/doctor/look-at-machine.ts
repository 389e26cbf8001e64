import { existsSync } from "node:fs";
import { access, constants, statfs } from "node:fs/promises";
import { newestArchive } from "#lib/db/archives";
import { providerOf } from "#lib/db/provider";
import { authSecret, secretFile } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { dataFolder } from "#lib/env/data-folder";
import { type Check, type Finding, findAll } from "./finding.ts";

/** Looks at what Mockdown needs before it can have a database. */
export function lookAtMachine(): Promise<Finding[]> {
  return findAll([
    ["Node", node],
    ["settings", settings],
    ["data folder", async () => unwritable(dataFolder(environment()))],
    ["free space", freeSpace],
    ["secret", secret],
    ...backups(environment().BACKUP_DIR, new Date()),
  ]);
}

async function node(): Promise<string | null> {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major > 20 || (major === 20 && minor >= 19)
    ? null
    : `${process.versions.node} is too old: install 20.19 or later`;
}

async function settings(): Promise<string | null> {
  const { SMTP_URL, BASE_URL } = environment();
  return SMTP_URL === undefined || BASE_URL !== undefined
    ? null
    : "SMTP_URL is set and BASE_URL is not: emails would come from localhost and link to it; set it to the address that others use";
}

/** Null when this user may write to `path`. */
export async function unwritable(path: string): Promise<string | null> {
  if (!existsSync(path)) return `${path} does not exist: npm start creates it`;
  return access(path, constants.W_OK).then(
    () => null,
    () => `${path} cannot be written: give this user permission to`,
  );
}

async function freeSpace(): Promise<string | null> {
  if (!existsSync(dataFolder(environment()))) return null;
  const { bavail, bsize } = await statfs(dataFolder(environment()));
  const megabytes = Math.floor((bavail * bsize) / 1_000_000);
  return megabytes >= 200 ? null : `${megabytes} MB are left: free some space, or answers cannot be saved`;
}

/** Where backups are kept by themselves one is made every day: an old one means that they fail. */
function backups(folder: string | undefined, now: Date): readonly Check[] {
  if (folder === undefined) return [];
  const newest = newestArchive(folder, providerOf(environment().DATABASE_URL));
  const log = "the server's log says why, and so does npm run admin -- backup";
  if (newest === null) return [["backups", async () => `there is none of this database in ${folder}: ${log}`]];
  const hours = Math.floor((now.getTime() - newest.at.getTime()) / 3_600_000);
  const what = `backups (the newest is ${hours} h old, ${(newest.bytes / 1_000_000).toFixed(1)} MB)`;
  return [[what, async () => (hours < 48 ? null : `none was made in ${Math.floor(hours / 24)} days: ${log}`)]];
}

/** A start makes a new secret when it is lost, and then knows nobody any more. */
async function secret(): Promise<string | null> {
  const file = secretFile(environment());
  if (environment().AUTH_SECRET === undefined && !existsSync(file))
    return `${file} does not exist: put it back from a backup, or at the next start everybody has to sign in again, and guests lose their attempts`;
  authSecret(environment());
  return null;
}
