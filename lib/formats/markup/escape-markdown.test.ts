import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "#lib/markdown/render-markdown";
import { inRun } from "../../../tests/support/run-length.ts";
import { escapeInline, escapeMarkdown } from "./escape-markdown.ts";
import { toMarkdown } from "./source-text.ts";

describe("plain text as Markdown", () => {
  it.each(["snake_case", "2 * 3 < 4", "a [note] b", "50 % & more", "x = y", "e-mail", "C# and C++"])(
    "leaves %s as it is",
    (text) => {
      expect(escapeMarkdown(text)).toBe(text);
    },
  );

  it("escapes a backslash at the end of a line, which would break it", () => {
    expect(escapeInline("C:\\\nD:\\ x")).toBe("C:\\\\\nD:\\ x");
    expect(toMarkdown("a \\ \n b", "plain", [])).toBe("a \\\\\\\nb");
  });

  it("reads as the text that it was, whatever signs it holds", () => {
    const signs = fc.constantFrom(..."ab 12*_`[]()<>#+-=~|\\!&;:.{}$\"'^@/A".split(""));
    const line = fc
      .string({ unit: signs, minLength: 1, maxLength: 24 })
      .filter((text) => text.trim() === text && text !== "");
    fc.assert(
      fc.property(line, (text) => {
        const rendered = renderMarkdown(escapeMarkdown(text));
        expect(rendered.ok && rendered.text.replace(/\s+/g, " ")).toBe(text.replace(/\s+/g, " "));
      }),
      { numRuns: inRun(400, 2_000), seed: 7 },
    );
  });
});
