import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Everything that affects what a question file becomes. */
export const readerSources = ["lib/content", "lib/markdown", "lib/exam", "lib/cli/load-bank.ts", "package-lock.json"];

/** A hash over the names and bytes of files and of all files in folders; missing files count as absent. */
export async function fingerprint(paths) {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of (await listFiles(path)).sort())
      hash
        .update(`${file}\0`)
        .update(await readFile(file))
        .update("\0");
  }
  return hash.digest("hex");
}

async function listFiles(path) {
  const entries = await readdir(path, { withFileTypes: true }).catch((error) => {
    if (error.code === "ENOTDIR") return null;
    if (error.code === "ENOENT") return [];
    throw error;
  });
  if (entries === null) return [path];
  const kept = entries.filter((entry) => entry.name !== "generated" && entry.name !== "migrations");
  const nested = await Promise.all(
    kept.map((entry) => (entry.isDirectory() ? listFiles(join(path, entry.name)) : [join(path, entry.name)])),
  );
  return nested.flat();
}
