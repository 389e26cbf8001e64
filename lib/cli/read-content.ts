import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { isImage } from "#lib/content/read/image-path";
import { largestFile, type SourceFile } from "#lib/content/read/source";
import { contentExam } from "#lib/env/content-exam";
import { asOneExam } from "./one-exam.ts";

/** Images are bigger than texts, but a bank of many megabytes a picture helps nobody. */
const largestAsset = 8 * 1024 * 1024;

/** A content folder that cannot be read, with the way out. */
export class NoContent extends Error {
  override name = "NoContent";
}

/**
 * Every file under `folder`, sorted by path. Hidden files and folders are left out; links are not followed. What cannot
 * be read is there anyway, and says why. Read one after another without waiting for the event loop: of ten
 * thousand small files that takes a tenth of the time. With `exam` the folder is the one exam of that name.
 */
export function readContent(folder: string, exam: string | null = contentExam()): readonly SourceFile[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new NoContent(`there is no folder ${folder}: create it, or set CONTENT_DIR to the one that holds your exams`);
  const files = listFiles(folder, "")
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, unread }) => (unread === null ? readFile(folder, path) : { path, bytes: new Uint8Array(), unread }));
  return exam === null ? files : asOneExam(files, exam);
}

interface Listed {
  readonly path: string;
  readonly unread: string | null;
}

function listFiles(folder: string, under: string): Listed[] {
  const entries = allowed(() => readdirSync(join(folder, under), { withFileTypes: true }));
  if (typeof entries === "string") {
    if (under === "")
      throw new NoContent(`the folder ${folder} cannot be read (${entries}): give this user permission`);
    return [{ path: under, unread: `this folder cannot be read (${entries})` }];
  }
  return entries.flatMap((entry) => {
    if (entry.name.startsWith(".")) return [];
    const path = under === "" ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) {
      const inside = listFiles(folder, path);
      return inside.length === 0 && path.endsWith(".md") ? [{ path, unread: "this is an empty folder" }] : inside;
    }
    if (entry.isFile()) return [{ path, unread: null }];
    return [
      { path, unread: entry.isSymbolicLink() ? "this is a link to another place" : "this is not a regular file" },
    ];
  });
}

function readFile(folder: string, path: string): SourceFile {
  const read = allowed(() => readBounded(join(folder, path)));
  if (typeof read === "string") return { path, bytes: new Uint8Array(), unread: `this file cannot be read (${read})` };
  if (read instanceof Uint8Array) return { path, bytes: read };
  if (!isImage(path)) return { path, bytes: new Uint8Array(Math.min(read.size, largestAsset + 1)) };
  const unread = `this image has ${read.size} bytes, more than 8 MiB`;
  return { path, bytes: new Uint8Array(), unread, remedy: "scale it down, or save it with more compression" };
}

/** What `work` gives, or the code with which this user or the disk was refused. */
function allowed<T extends object>(work: () => T): T | string {
  try {
    return work();
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!["EACCES", "EPERM", "EIO"].includes(code)) throw error;
    return code;
  }
}

/** The bytes of a file, or only the size of one that is too big. */
function readBounded(path: string): Uint8Array | { readonly size: number } {
  const limit = path.endsWith(".md") ? largestFile : largestAsset;
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    if (size > limit) return { size };
    // Only what was read is kept, and small files share their memory.
    const bytes = Buffer.allocUnsafe(size);
    let read = 0;
    for (let more = size; more > 0 && read < size; read += more) more = readSync(file, bytes, read, size - read, read);
    // Another program may have cut it shorter meanwhile.
    return bytes.subarray(0, read);
  } finally {
    closeSync(file);
  }
}
