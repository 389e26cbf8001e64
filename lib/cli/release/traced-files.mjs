import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";

// Next's own copy: its traces and ours come from one program, and no package is added for it.
const { nodeFileTrace } = createRequire(import.meta.url)("next/dist/compiled/@vercel/nft");

const built = process.env.MOCKDOWN_DIST_DIR ?? ".next";
/** What we run besides the programs that were compiled, and what those look up only while they run. */
const entries = [
  "lib/cli/release/server.mjs",
  "lib/cli/release/health.mjs",
  "lib/cli/serve-app.mjs",
  "node_modules/next/dist/server/lib/start-server.js",
  "node_modules/next/dist/server/next.js",
  "lib/cli/baseline-compiler.mjs",
  "node_modules/@prisma/schema-engine-wasm/schema_engine.js",
  "node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm",
];
/** What Next reaches for only while it builds or reloads, and what scales images, which this app does not (next.config.ts). */
const unused = [
  "**/next/dist/compiled/next-server/**/*.dev.js",
  "**/next/dist/compiled/{webpack,@mswjs}/**",
  "**/next/dist/server/dev/**",
  "**/next/dist/server/lib/route-resolver*",
  "**/next/dist/build/{index,webpack-*}.js",
  "**/next/dist/build/swc/**",
  "**/next/dist/{pages,lib/upgrade}/**",
  "**/next/dist/compiled/next-devtools/**",
  "**/next/dist/compiled/next-server/*-experimental.runtime.prod.js",
  "**/react{,-dom}/**/*.development.js",
  "**/node_modules/{sharp,@img}/**",
];
/** The measures of fonts are for a build; Next lists them all the same. */
const leftOut = /^node_modules\/(\.|sharp\/|@img\/)|\.map$|\.d\.[mc]?ts$|\/capsize-font-metrics\.json$/;

/**
 * The files of packages, and of ours, that the built app and the programs in the folder `programs` load, as paths from
 * here, with the licence of each package.
 */
export async function tracedFiles(programs) {
  const compiled = readdirSync(programs).map((name) => join(programs, name));
  const { fileList } = await nodeFileTrace([...entries, ...compiled], {
    base: process.cwd(),
    mixedModules: true,
    ignore: unused,
  });
  const all = [...new Set([...fileList, ...tracedByNext()])].filter(isOurs);
  return [...new Set([...all, ...licences(all)])].sort();
}

function isOurs(file) {
  if (/^lib\/cli\/[\w/-]+\.mjs$/.test(file)) return true;
  return file.startsWith("node_modules/") && !leftOut.test(file) && isFile(file);
}

function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function tracedByNext() {
  const lists = readdirSync(join(built, "server"), { recursive: true }).filter((name) => name.endsWith(".nft.json"));
  return [join(built, "next-server.js.nft.json"), ...lists.map((name) => join(built, "server", name))].flatMap(
    (list) => {
      const { files } = JSON.parse(readFileSync(list, "utf8"));
      return files.map((file) => relative(process.cwd(), resolve(dirname(list), file)));
    },
  );
}

/** A licence is to go along with every copy of what it is for. */
function licences(files) {
  const packages = new Set(files.map((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]));
  packages.delete(undefined);
  return [...packages].flatMap((folder) => {
    const names = existsSync(folder) ? readdirSync(folder) : [];
    const kept = names.filter((name) => name === "package.json" || /^(licen[cs]e|notice|copying)/i.test(name));
    return kept.map((name) => join(folder, name)).filter(isFile);
  });
}
