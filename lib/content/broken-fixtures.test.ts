import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkBank } from "./check-bank.ts";
import { structuralRules } from "./structural-rules.ts";

const folder = fileURLToPath(new URL("../../tests/fixtures/broken", import.meta.url));

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
  const { problems } = checkBank(files.map((path) => ({ path, bytes: readFileSync(`${folder}/${path}`) })));

  it("holds at least 60 broken files", () => {
    expect(Object.keys(expected).length).toBeGreaterThanOrEqual(60);
  });

  it.each(Object.keys(expected))("%s has its fault told at its place, and no other", (file) => {
    const told = problems.filter((problem) => problem.file === file);
    expect(told.map(({ rule, severity, place }) => ({ rule, severity, ...place }))).toEqual(expected[file]);
  });

  it("has no problem in any other file", () => {
    expect(problems.filter((problem) => !(problem.file in expected))).toEqual([]);
  });

  it("trips every structural rule", () => {
    const tripped = new Set(problems.map((problem) => problem.rule));
    expect(Object.keys(structuralRules).filter((rule) => !tripped.has(rule))).toEqual([]);
  });

  it("has a fix in every problem, and no full stop at the end of a message", () => {
    expect(problems.filter(({ message, fix }) => fix.trim() === "" || message.endsWith("."))).toEqual([]);
  });
});
