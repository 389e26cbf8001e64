import { describe, expect, it } from "vitest";
import { renderMarkdown, untrustedMarkdown } from "#lib/markdown/render-markdown";
import { mentionsIn } from "./mentions-in.ts";

/** Those that a comment makes. */
function mentionsOf(markdown: string): readonly string[] {
  const rendered = renderMarkdown(markdown, untrustedMarkdown);
  return rendered.ok ? mentionsIn(rendered.html) : [];
}

describe("mentionsIn", () => {
  it("finds each person once, in any case", () => {
    expect(mentionsOf("@Ada-Lovelace, see @bob. And (@ada-lovelace)!")).toEqual(["ada-lovelace", "bob"]);
  });

  it("finds people whatever their script", () => {
    expect(mentionsOf("@अदिति-राव und @łukasz, @李雷。")).toEqual(["अदिति-राव", "łukasz", "李雷"]);
  });

  it("takes neither mail addresses nor code nor paths for people", () => {
    expect(mentionsOf("ada@example.org `@param` https://x.example/@carol\n\n```\n@Override\n```")).toEqual([]);
  });

  it("takes only what a reader sees in the prose, whatever fence, comment or escape stands around it", () => {
    for (const hidden of ["~~~\n@zed\n~~~", "<!-- @zed -->", "    @zed", "``` @zed ```"])
      expect(mentionsOf(`Code:\n\n${hidden}`), hidden).toEqual([]);
    for (const shown of ["One \\` and @zed and `x`", "**@zed**", "[@zed](https://example.org)", "> @zed"])
      expect(mentionsOf(shown), shown).toEqual(["zed"]);
  });

  it("takes no part of a longer name for a person", () => {
    expect(mentionsOf("@zed_lane and @zed-")).toEqual(["zed"]);
    expect(mentionsOf("@zed_lane, @zed__ and @zed_")).toEqual([]);
  });

  it("names at most ten people", () => {
    expect(mentionsOf(Array.from({ length: 30 }, (_, i) => `@p${i}`).join(" "))).toHaveLength(10);
  });
});
