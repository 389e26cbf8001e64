import { mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const built = process.env.MOCKDOWN_DIST_DIR ?? ".next";

/** Copies of what Next has built the parts that it serves from, without what only a debugger or a next build reads. */
export function copyApp(folder) {
  const names = packageNames();
  for (const file of servedFiles()) {
    const target = join(folder, ".next", file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, copyOf(file, names));
  }
}

/** Names below the build's folder. */
function servedFiles() {
  const top = readdirSync(built).filter((name) => name === "BUILD_ID" || /^(?!next-).*manifest\.json$/.test(name));
  const inside = ["server", "static"].flatMap((name) => filesIn(join(built, name)));
  return [...top, "package.json", "required-server-files.json", ...inside.map((file) => relative(built, file))];
}

function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.filter((file) => !/\.(map|nft\.json)$/.test(file));
}

function copyOf(file, names) {
  const path = join(built, file);
  if (file === "required-server-files.json") return settings(path);
  if (!/^server\/.*\.js$/.test(file)) return readFileSync(path);
  let text = readFileSync(path, "utf8").replace(/\n\/\/# sourceMappingURL=\S+\s*$/, "\n");
  for (const [alias, name] of names) text = text.replaceAll(alias, name);
  return text;
}

/** What next.config.ts came to, without the folders of the machine that built it. */
function settings(path) {
  const { version, config } = JSON.parse(readFileSync(path, "utf8"));
  const { outputFileTracingRoot: _, turbopack: __, repoRoot: ___, ...kept } = config;
  return JSON.stringify({ version, config: { ...kept, distDir: ".next" }, appDir: "", files: [], ignore: [] });
}

/**
 * Next gives each package outside its bundle a name of its own, which is a link beside the build. A release has the packages
 * by their right names, because archives of npm hold no links.
 */
function packageNames() {
  const place = join(built, "node_modules");
  const aliases = readdirSync(place).flatMap((name) =>
    name.startsWith("@") ? readdirSync(join(place, name)).map((inner) => `${name}/${inner}`) : [name],
  );
  return aliases.map((alias) => [alias, relative(resolve("node_modules"), realpathSync(join(place, alias)))]);
}
