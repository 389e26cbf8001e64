import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkBank } from "../check-bank.ts";
import { structuralRules } from "../rules/structural-rules.ts";

const folder = fileURLToPath(new URL("../../../tests/fixtures/broken", import.meta.url));

interface Expected {
  readonly rule: string;
  readonly severity: string;
  readonly line: number;
  readonly column: number;
}

const expected = JSON.parse(readFileSync(`${folder}/expected.json`, "utf8")) as Readonly<
  Record<string, readonly Expected[]>
>;
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== "expected.json")
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1).replaceAll("\\", "/"));

describe("the corpus of broken files", () => {
  const read = files.map((path) => ({ path, bytes: readFileSync(`${folder}/${path}`) }));
  // A link in Git becomes a file on some systems.
  const link = { path: "physics/link.md", bytes: new Uint8Array(), unread: "this is a link to another place" };
  const all = checkBank([...read, link], { today: "2026-11-22" }).problems;
  const problems = all.filter(({ file }) => file !== link.path);

  it("holds at least 60 broken files", () => {
    expect(Object.keys(expected).length).toBeGreaterThanOrEqual(60);
  });

  it.each(Object.keys(expected))("%s has its fault reported at its place, and no other", (file) => {
    const reported = problems.filter((problem) => problem.file === file);
    expect(reported.map(({ rule, severity, place }) => ({ rule, severity, ...place }))).toEqual(expected[file]);
  });

  it("has no problem in any other file", () => {
    expect(problems.filter((problem) => !(problem.file in expected))).toEqual([]);
  });

  it("names what could not be read, and takes it for nothing else", () => {
    const reported = all.filter(({ file }) => file === link.path);
    expect(reported).toMatchObject([{ rule: "not-read", severity: "error", message: link.unread }]);
  });

  it("trips every structural rule", () => {
    const tripped = new Set(all.map((problem) => problem.rule));
    expect(Object.keys(structuralRules).filter((rule) => !tripped.has(rule))).toEqual([]);
  });

  it("has a fix in every problem, and no full stop at the end of a message", () => {
    expect(problems.filter(({ message, fix }) => fix.trim() === "" || message.endsWith("."))).toEqual([]);
  });
});
