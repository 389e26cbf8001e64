import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Packages with native code: an archive of npm leaves them to the machine that installs it. */
const native = /^(better-sqlite3|satteri|@bruits\/.*|bindings|file-uri-to-path)$/;
const installed = ["better-sqlite3", "satteri"];

/** The package.json of the release in `folder`: an archive of it brings every package along but the native ones. */
export function manifest(folder) {
  const { version, description, license, engines } = read("package.json");
  const versions = Object.fromEntries(
    packagesIn(join(folder, "node_modules")).map((name) => [
      name,
      read(join(folder, "node_modules", name, "package.json")).version,
    ]),
  );
  const own = Object.keys(versions).filter((name) => installed.includes(name) || !native.test(name));
  return {
    name: "@mockdown/app",
    version,
    description,
    license,
    type: "module",
    engines,
    bin: { mockdown: "server.mjs" },
    dependencies: Object.fromEntries(own.map((name) => [name, versions[name]])),
    bundleDependencies: own.filter((name) => !native.test(name)),
  };
}

/** Names of the packages in a folder of packages. */
export function packagesIn(folder) {
  return readdirSync(folder).flatMap((name) =>
    name.startsWith("@") ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`) : [name],
  );
}

/**
 * What a package of a release says of itself, as text: of what it depends on only what is there, so that nobody who installs
 * the release fetches what it was made without.
 */
export function packageText(text, isThere) {
  const {
    scripts: _,
    devDependencies: __,
    peerDependencies: ___,
    optionalDependencies: ____,
    ...kept
  } = JSON.parse(text);
  const dependencies = Object.entries(kept.dependencies ?? {}).filter(([name]) => isThere(name) && !native.test(name));
  return JSON.stringify({ ...kept, dependencies: Object.fromEntries(dependencies) });
}

function read(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}
