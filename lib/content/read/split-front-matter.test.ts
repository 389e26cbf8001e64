import { describe, expect, it } from "vitest";
import { splitFrontMatter } from "./split-front-matter.ts";

describe("splitFrontMatter", () => {
  it("leaves every place of the Markdown where it was", () => {
    const text = "---\na: ü😀\n\nb: c\n---\n# Title\n---\n";
    const { yaml, markdown } = splitFrontMatter(text);
    expect(yaml).toBe("a: ü😀\n\nb: c");
    expect(markdown).toHaveLength(text.length);
    expect(markdown.trimStart()).toBe("# Title\n---\n");
    expect(markdown.indexOf("#")).toBe(text.indexOf("#"));
  });

  it.each([
    ["---\n---\nx", ""],
    ["---\n\na: b\n---", "\na: b"],
    ["---  \na: b\n---\t\nx", "a: b"],
    ["a\n---\nb: c\n---", null],
    ["---\na: b", null],
    ["----\na: b\n---", null],
    ["", null],
  ])("finds in %j the front matter %j", (text, yaml) => {
    expect(splitFrontMatter(text).yaml).toBe(yaml);
  });
});
