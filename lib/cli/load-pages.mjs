import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);

/** Files of the server's own start and of all pages in the build's folder, the home page first. */
export function builtFiles(built) {
  const pages = JSON.parse(readFileSync(join(built, "server/app-paths-manifest.json"), "utf8"));
  const { "/page": home, ...others } = pages;
  return ["instrumentation.js", home, ...Object.values(others)].map((file) => join(built, "server", file));
}

/**
 * Takes the files from the list one by one and loads them, until none is left or `isEnough()`. After each, `rest` gives
 * the process time for other work.
 */
export async function loadInTurn(files, rest, isEnough = () => false) {
  while (files.length > 0 && !isEnough()) {
    require(files.shift());
    await rest();
  }
}
