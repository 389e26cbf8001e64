import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { randomFrom } from "#lib/exam/random";
import { longestComment } from "./longest-comment.ts";
import { packUnsent, placeOf, unpackUnsent } from "./unsent-comment.ts";

const unsent = {
  writerId: "one",
  place: placeOf("exam", "question", ""),
  markdown: "Why **not** B?",
  optionIds: ["b"],
};

describe("a comment that is kept in a cookie until its writer has signed in", () => {
  it("comes back as it was", () => {
    expect(unpackUnsent(packUnsent(unsent) ?? "")).toEqual(unsent);
    expect(packUnsent(unsent)).toMatch(/^[\w-]+$/);
  });

  it("is as long as a comment may be where its words are usual", () => {
    const text = "The statistics are computed for each token there, too, so that nothing changes at inference. ";
    const markdown = text.repeat(longestComment).slice(0, longestComment);
    expect(unpackUnsent(packUnsent({ ...unsent, markdown }) ?? "")?.markdown).toBe(markdown);
  });

  it("is not kept where no browser would keep it", () => {
    const random = randomFrom("noise");
    const letters = Array.from({ length: longestComment }, () => String.fromCodePoint(0x4e00 + random.integer(20_000)));
    expect(packUnsent({ ...unsent, markdown: letters.join("") })).toBeNull();
  });

  it.each([
    ["nothing", ""],
    ["other text", "not packed"],
    ["other JSON", brotliCompressSync('{"writerId":1}').toString("base64url")],
    ["what unpacks to far more than a comment", brotliCompressSync(`"${"a".repeat(1e6)}"`).toString("base64url")],
  ])("is nothing where the cookie holds %s", (_, value) => {
    expect(unpackUnsent(value)).toBeNull();
  });
});
