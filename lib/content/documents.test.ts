import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { frontMatterSchema } from "./read/front-matter.ts";
import { rulesCatalogue } from "./rules/catalogue.ts";
import { rulesDocument } from "./rules/document.ts";

const read = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");

describe("the documents made from code", () => {
  it("docs/rules.md is current", () => {
    expect(read("rules.md")).toBe(rulesDocument());
  });

  it("docs/question.schema.json and docs/exam.schema.json are current", () => {
    expect(read("question.schema.json")).toBe(frontMatterSchema("question"));
    expect(read("exam.schema.json")).toBe(frontMatterSchema("exam"));
  });
});

describe("the rules", () => {
  it("have ids of their own", () => {
    const ids = rulesCatalogue().map((rule) => rule.id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});
