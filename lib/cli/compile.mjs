import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, readerSources } from "./fingerprint.mjs";

/** Beside the packages: whoever may install them may write here, and a fresh install starts from nothing. */
const place = "node_modules/.cache/mockdown";
const dayMs = 86_400_000;

/** The programs, and the threads that read untrusted input, which are expected beside the program. */
const entryPoints = [
  "lib/cli/admin.ts",
  "lib/cli/content.ts",
  "lib/cli/set-up.ts",
  "lib/discussion/render/comment-worker.ts",
  "lib/formats/anki/collection-worker.mjs",
];

/**
 * Compiles the commands and returns the folder with their JavaScript. Existing output for the same sources is used
 * again, so a command does not have to compile a few hundred TypeScript files each time it starts.
 */
export async function compileCommands() {
  const sources = await fingerprint(["lib", "prisma", "package.json", "package-lock.json"]);
  const folder = join(place, sources.slice(0, 20));
  if (isThere(folder)) return folder;
  mkdirSync(place, { recursive: true });
  removeUnused();
  const unfinished = `${folder}.${process.pid}`;
  const { build } = await import("esbuild");
  await build({
    entryPoints,
    entryNames: "[name]",
    outdir: unfinished,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20.19",
    define: { "process.env.MOCKDOWN_READER": JSON.stringify(await fingerprint(readerSources)) },
    logLevel: "silent",
  });
  finish(unfinished, folder);
  return folder;
}

/** Marks the existing output as in use. */
function isThere(folder) {
  const now = new Date();
  try {
    if (now - statSync(folder).mtime > dayMs / 2) utimesSync(folder, now, now);
    return true;
  } catch (error) {
    // If nothing may be written here, it is used as it is.
    if (["EROFS", "EACCES", "EPERM"].includes(error.code)) return true;
    if (error.code === "ENOENT") return false;
    throw error;
  }
}

/** Another command may have compiled the same sources meanwhile; then its output is used. */
function finish(unfinished, folder) {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    rmSync(unfinished, { recursive: true });
  }
}

/** A running command may still load parts of an older version, so only output that was not used for a day is removed. */
function removeUnused() {
  for (const name of readdirSync(place)) {
    const folder = join(place, name);
    if (Date.now() - statSync(folder).mtimeMs > dayMs) rmSync(folder, { recursive: true, force: true });
  }
}
