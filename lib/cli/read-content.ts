import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { largestFile, type SourceFile } from "#lib/content/source";

/** Images are bigger than texts, but a bank of many megabytes a picture helps nobody. */
const largestAsset = 8 * 1024 * 1024;

/** A content folder that cannot be read, with the way out. */
export class NoContent extends Error {
  override name = "NoContent";
}

/**
 * Every file under `folder`, sorted by path. Hidden files and folders are left out; links are not followed. Read one
 * after another without waiting for the event loop: of ten thousand small files that takes a tenth of the time.
 */
export function readContent(folder: string): readonly SourceFile[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new NoContent(`there is no folder ${folder}: make it, or set CONTENT_DIR to the one that holds your exams`);
  return listFiles(folder, "")
    .sort()
    .map((path) => ({ path, bytes: readBounded(join(folder, path)) }));
}

function listFiles(folder: string, under: string): string[] {
  const entries = readdirSync(join(folder, under), { withFileTypes: true });
  return entries.flatMap((entry) => {
    if (entry.name.startsWith(".")) return [];
    const path = under === "" ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) return listFiles(folder, path);
    return entry.isFile() ? [path] : [];
  });
}

/** Of a file that is too big only as much is read as shows that. */
function readBounded(path: string): Uint8Array {
  const limit = path.endsWith(".md") ? largestFile : largestAsset;
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    if (size > limit) return new Uint8Array(size > largestAsset ? largestAsset + 1 : size);
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
