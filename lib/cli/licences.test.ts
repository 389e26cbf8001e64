import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { licenceProblems } from "./licences.mjs";

const problems = (name: string, entry: object) =>
  licenceProblems(JSON.stringify({ packages: { "": {}, [`node_modules/${name}`]: { version: "1.0.0", ...entry } } }));

it("agrees to the licence of every package of ours", () => {
  expect(licenceProblems(readFileSync("package-lock.json", "utf8"))).toEqual([]);
});

it("asks for one licence of a choice, and for each of a sum", () => {
  expect(problems("a", { license: "(MIT OR GPL-3.0-only)" })).toEqual([]);
  expect(problems("a", { license: "MIT AND GPL-3.0-only" })).toEqual(["node_modules/a is under MIT AND GPL-3.0-only"]);
});

it("finds a package without a licence, also below another package, and an exception only where it was made", () => {
  expect(problems("a", {})).toEqual(["node_modules/a names no licence"]);
  expect(problems("a/node_modules/b", {})).toEqual(["node_modules/a/node_modules/b names no licence"]);
  expect(problems("lightningcss", { license: "MPL-2.0" })).toEqual([]);
  expect(problems("a", { license: "MPL-2.0" })).toHaveLength(1);
});
