import { readFileSync } from "node:fs";

/** The package.json of a release. */
export function manifest() {
  const { version, description, license, engines } = JSON.parse(readFileSync("package.json", "utf8"));
  return { name: "@mockdown/app", version, description, license, type: "module", engines };
}
