import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, readerSources } from "./fingerprint.mjs";

/** Beside the packages: whoever may install them may write here, and a fresh install begins anew. */
const place = "node_modules/.cache/mockdown";
const dayMs = 86_400_000;

/** The programs, and the threads that read what strangers write, which are looked for beside the program. */
const entryPoints = [
  "lib/cli/admin.ts",
  "lib/cli/content.ts",
  "lib/cli/set-up.ts",
  "lib/markdown/render-worker.ts",
  "lib/formats/anki/collection-worker.mjs",
];

/**
 * Compiles the commands and returns the folder of their JavaScript. What is there already for the same sources is used
 * again, so a command does not have to compile a few hundred files of TypeScript each time it starts.
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

/** Marks what is there as in use. */
function isThere(folder) {
  const now = new Date();
  try {
    if (now - statSync(folder).mtime > dayMs / 2) utimesSync(folder, now, now);
    return true;
  } catch (error) {
    // Where nothing may be written, it is used as it is.
    if (["EROFS", "EACCES", "EPERM"].includes(error.code)) return true;
    if (error.code === "ENOENT") return false;
    throw error;
  }
}

/** Another command may have compiled the same meanwhile: then that is used. */
function finish(unfinished, folder) {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    rmSync(unfinished, { recursive: true });
  }
}

/** A command that is running may still load parts of an older one, so only what nobody has started for a day goes. */
function removeUnused() {
  for (const name of readdirSync(place)) {
    const folder = join(place, name);
    if (Date.now() - statSync(folder).mtimeMs > dayMs) rmSync(folder, { recursive: true, force: true });
  }
}
