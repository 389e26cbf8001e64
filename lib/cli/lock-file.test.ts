import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { lockFileProblems } from "./lock-file.mjs";

const integrity = `sha512-${"a".repeat(86)}==`;
const problems = (entry: object) =>
  lockFileProblems(JSON.stringify({ packages: { "": {}, "node_modules/a": { version: "1.0.0", ...entry } } }));

it("has a hash for every package of ours", () => {
  expect(lockFileProblems(readFileSync("package-lock.json", "utf8"))).toEqual([]);
});

it("finds an entry without a hash, with a weak one, and with the address of a registry", () => {
  expect(problems({ integrity })).toEqual([]);
  expect(problems({})).toEqual(["node_modules/a has no sha512 integrity"]);
  expect(problems({ integrity: "sha1-abc" })).toHaveLength(1);
  expect(problems({ integrity, resolved: "https://registry.example.org/a" })).toHaveLength(1);
});

it("asks nothing of a link, or of what is in another package's archive", () => {
  expect(problems({ link: true })).toEqual([]);
  expect(problems({ inBundle: true })).toEqual([]);
});
