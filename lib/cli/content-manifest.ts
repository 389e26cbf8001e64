import { hash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { SourceFile } from "#lib/content/read/source";
import { isObject } from "#lib/exam/json-columns";
import { fingerprint, readerSources } from "./fingerprint.mjs";

/** The result of one question file without errors, as far as a later sync needs it. */
export interface ManifestEntry {
  /** Hash of the file's bytes. */
  readonly hash: string;
  /** Hash of everything else that reading it depends on. */
  readonly context: string;
  readonly id: string;
  readonly caseName: string | null;
  readonly warnings: number;
}

/**
 * What the last sync read, so that the next one parses only what changed. It depends only on the files and the release
 * that read them. It is valid for that release, and for a database that shows the content with the same fingerprint.
 */
export interface Manifest {
  readonly fingerprint: string;
  readonly release: string;
  /** By the file's path. */
  readonly entries: ReadonlyMap<string, ManifestEntry>;
}

/** The hash of every file's bytes, by path. */
export function hashFiles(files: readonly SourceFile[]): ReadonlyMap<string, string> {
  return new Map(files.map((file) => [file.path, hash("sha256", file.bytes, "base64url")]));
}

let release: Promise<string> | undefined;

/**
 * Changes with everything that reads and renders a file: another release may turn the same files into different
 * questions. The compiled programs contain it (compile.mjs), because a release has none of the sources.
 */
export function releaseOfReader(): Promise<string> {
  release ??= process.env.MOCKDOWN_READER ? Promise.resolve(process.env.MOCKDOWN_READER) : fingerprint(readerSources);
  return release;
}

/** Changes with any byte or name of any file, and with the release that reads and renders them. */
export async function fingerprintOf(hashes: ReadonlyMap<string, string>): Promise<string> {
  const files = Array.from(hashes, ([path, each]) => `${path}\0${each}`);
  return hash("sha256", `${await releaseOfReader()}\0${files.join("\0")}`, "hex");
}

/** The stored form: contexts are few and long, entries are many. */
interface Kept {
  readonly fingerprint: string;
  readonly release: string;
  readonly contexts: readonly string[];
  readonly files: readonly (readonly [path: string, hash: string, context: number, ...rest: KeptRest])[];
}
type KeptRest = [id: string, caseName: string | null, warnings: number];

/** The manifest in `path` if it belongs to `fingerprint` and `release`; anything else counts as none. */
export function readManifest(path: string, fingerprint: string | undefined, release: string): Manifest | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (!isKept(kept) || kept.fingerprint !== fingerprint || kept.release !== release) return null;
    const entries = new Map<string, ManifestEntry>();
    for (const [file, fileHash, context, id, caseName, warnings] of kept.files)
      entries.set(file, { hash: fileHash, context: kept.contexts[context] ?? "", id, caseName, warnings });
    return { fingerprint, release, entries };
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Checks only that both are lists: the release that is compared next wrote their entries. */
function isKept(value: unknown): value is Kept {
  return isObject(value) && Array.isArray(value.contexts) && Array.isArray(value.files);
}

/** Replaces the file in one step, so that a killed sync leaves either the old or the new one. */
export function writeManifest(path: string, { fingerprint, release, entries }: Manifest): void {
  const contexts = new Map<string, number>();
  const numberOf = (context: string) => contexts.get(context) ?? contexts.set(context, contexts.size).size - 1;
  const files = Array.from(entries, ([file, each]): Kept["files"][number] => [
    file,
    each.hash,
    numberOf(each.context),
    each.id,
    each.caseName,
    each.warnings,
  ]);
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}`;
  const kept: Kept = { fingerprint, release, contexts: [...contexts.keys()], files };
  writeFileSync(beside, JSON.stringify(kept));
  renameSync(beside, path);
}
