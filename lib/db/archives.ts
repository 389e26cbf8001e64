import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Provider } from "./provider.ts";

/** A backup in BACKUP_DIR, with database, secret and a note of the content, as described by its name. */
export interface Archive {
  readonly name: string;
  readonly at: Date;
  /** Which database it holds; null for one made before this was part of the name. */
  readonly of: Provider | null;
  /** The migration before which it was made; null for one made because a day had passed, or by hand. */
  readonly before: string | null;
}

const dayMs = 24 * 60 * 60 * 1000;
const form = /^mockdown-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-(sqlite|postgresql))?(?:-before-(\w+))?\.tar\.gz$/;

/** Such as `mockdown-2026-11-29T101500Z-sqlite.tar.gz`. */
export function archiveName({ at, of, before }: Omit<Archive, "name">): string {
  const time = `${at.toISOString().slice(0, 19).replaceAll(":", "")}Z`;
  return `mockdown-${time}${of === null ? "" : `-${of}`}${before === null ? "" : `-before-${before}`}.tar.gz`;
}

/** Null for any other file, which must never be removed. */
export function readArchiveName(name: string): Archive | null {
  const [, day, hours, minutes, seconds, of = null, before = null] = form.exec(name) ?? [];
  const at = new Date(`${day}T${hours}:${minutes}:${seconds}Z`);
  return Number.isNaN(at.getTime()) ? null : { name, at, of: of as Provider | null, before };
}

/** Whether a day has passed without a backup. A backup dated in the future, made with a wrong clock, does not count. */
export function isBackupDue(archives: readonly Archive[], now: Date): boolean {
  return !archives.some(({ at }) => at <= now && now.getTime() - at.getTime() < dayMs);
}

/** All but the newest `keep` of those made before an upgrade, and all but the newest `keep` of the others. */
export function outdatedArchives(archives: readonly Archive[], keep: number): readonly Archive[] {
  const newestFirst = [...archives].sort((a, b) => b.at.getTime() - a.at.getTime());
  const [upgrades, others] = [true, false].map((is) => newestFirst.filter(({ before }) => (before !== null) === is));
  return [...(upgrades ?? []).slice(keep), ...(others ?? []).slice(keep)];
}

/** The archives of such a database in a folder, oldest first; none if there is no such folder. */
export function listArchives(folder: string, provider: Provider): readonly Archive[] {
  const names = statSync(folder, { throwIfNoEntry: false }) === undefined ? [] : readdirSync(folder);
  const archives = names.flatMap((name) => readArchiveName(name) ?? []);
  return archivesOf(archives, provider).toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/**
 * Those that hold a database of this kind, or may: after a move to another database, what the former one left is no backup
 * of the new one.
 */
export function archivesOf(archives: readonly Archive[], provider: Provider): readonly Archive[] {
  return archives.filter(({ of }) => of === null || of === provider);
}

/** The time and size in bytes of the newest archive of such a database in a folder; null if there is none. */
export function newestArchive(
  folder: string,
  provider: Provider,
): { readonly at: Date; readonly bytes: number } | null {
  const archive = listArchives(folder, provider).at(-1);
  return archive === undefined ? null : { at: archive.at, bytes: statSync(join(folder, archive.name)).size };
}
