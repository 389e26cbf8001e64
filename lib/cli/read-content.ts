import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { largestFile, type SourceFile } from "#lib/content/source";

/** Images are bigger than texts, but a bank of many megabytes a picture helps nobody. */
const largestAsset = 8 * 1024 * 1024;

/** A content folder that cannot be read, with the way out. */
export class NoContent extends Error {
  override name = "NoContent";
}

/** Every file under `folder`, sorted by path. Hidden files and folders are left out; links are not followed. */
export async function readContent(folder: string): Promise<readonly SourceFile[]> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder)
    throw new NoContent(`there is no folder ${folder}: make it, or set CONTENT_DIR to the one that holds your exams`);
  const paths = (await listFiles(folder, "")).sort();
  const files: SourceFile[] = [];
  for (const path of paths) files.push({ path, bytes: await readBounded(join(folder, path)) });
  return files;
}

async function listFiles(folder: string, under: string): Promise<string[]> {
  const entries = await readdir(join(folder, under), { withFileTypes: true });
  const visible = entries.filter((entry) => !entry.name.startsWith("."));
  const nested = await Promise.all(
    visible.map((entry) => {
      const path = under === "" ? entry.name : `${under}/${entry.name}`;
      if (entry.isDirectory()) return listFiles(folder, path);
      return entry.isFile() ? [path] : [];
    }),
  );
  return nested.flat();
}

/** Of a file that is too big only as much is read as shows that. */
async function readBounded(path: string): Promise<Uint8Array> {
  const limit = path.endsWith(".md") ? largestFile : largestAsset;
  const { size } = await stat(path);
  return size > limit ? new Uint8Array(size > largestAsset ? largestAsset + 1 : size) : readFile(path);
}
