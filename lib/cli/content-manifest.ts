import { createHash, hash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { SourceFile } from "#lib/content/source";
import { fingerprint } from "./fingerprint.mjs";

/** What one question file without errors came to, as far as a later sync must know. */
export interface ManifestEntry {
  /** Of the file's bytes. */
  readonly hash: string;
  /** Of everything else that its reading depends on. */
  readonly context: string;
  readonly id: string;
  readonly caseName: string | null;
  readonly warnings: number;
}

/**
 * What the last sync read, so that the next one parses only what changed. It follows from the files alone; it holds for
 * a database that shows the content of the same fingerprint, and for no other.
 */
export interface Manifest {
  readonly fingerprint: string;
  readonly entries: Readonly<Record<string, ManifestEntry>>;
}

/** The hash of every file's bytes, by path. */
export function hashFiles(files: readonly SourceFile[]): ReadonlyMap<string, string> {
  return new Map(files.map((file) => [file.path, hash("sha256", file.bytes, "hex")]));
}

/** Changes with any byte or name of any file, and with the release that reads and renders them. */
export async function fingerprintOf(hashes: ReadonlyMap<string, string>): Promise<string> {
  const release = await fingerprint(["lib/content", "lib/markdown", "lib/exam", "package-lock.json"]);
  const all = createHash("sha256").update(release);
  for (const [path, each] of hashes) all.update(`\0${path}\0${each}`);
  return all.digest("hex");
}

/** The manifest in `path` if it is that of `fingerprint`; anything else there is as good as none. */
export function readManifest(path: string, fingerprint: string | undefined): Manifest | null {
  try {
    const kept = JSON.parse(readFileSync(path, "utf8")) as Manifest;
    return kept.fingerprint === fingerprint ? kept : null;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Replaces the file in one step, so that a sync that is killed leaves the old one or the new one. */
export function writeManifest(path: string, manifest: Manifest): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, JSON.stringify(manifest));
  renameSync(beside, path);
}
