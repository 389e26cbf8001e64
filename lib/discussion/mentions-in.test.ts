import { describe, expect, it } from "vitest";
import { mentionsIn } from "./mentions-in.ts";

describe("mentionsIn", () => {
  it("finds each person once, in any case", () => {
    expect(mentionsIn("@Ada-Lovelace, see @bob. And (@ada-lovelace)!")).toEqual(["ada-lovelace", "bob"]);
  });

  it("finds people whatever their script", () => {
    expect(mentionsIn("@अदिति-राव und @łukasz, @李雷。")).toEqual(["अदिति-राव", "łukasz", "李雷"]);
  });

  it("takes neither mail addresses nor code nor paths for people", () => {
    expect(mentionsIn("ada@example.org `@param` ```\n@Override\n``` https://x.example/@carol")).toEqual([]);
  });

  it("names at most ten people", () => {
    expect(mentionsIn(Array.from({ length: 30 }, (_, i) => `@p${i}`).join(" "))).toHaveLength(10);
  });
});
