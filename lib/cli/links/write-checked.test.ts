import { describe, expect, it } from "vitest";
import { writeChecked } from "./write-checked.ts";

const day = "2026-11-29";
const body = "Which? \r\n\r\n- [x] A\t\r\n";

describe("the day of a check", () => {
  it.each([
    ["a new key", "---\ndomain: d\n---\nWhich?\n", "---\ndomain: d\nchecked: 2026-11-29\n---\nWhich?\n"],
    [
      "the key that is there",
      "---\nchecked: 2020-01-01\ndomain: d\n---\n",
      "---\nchecked: 2026-11-29\ndomain: d\n---\n",
    ],
    [
      "a file with a byte order mark and Windows line ends",
      `\uFEFF---\r\ndomain: "d"\r\n---\r\n${body}`,
      `\uFEFF---\r\ndomain: "d"\r\nchecked: 2026-11-29\r\n---\r\n${body}`,
    ],
  ])("is written as %s, and nothing else changes", (_, before, after) => {
    expect(writeChecked(before, day)).toBe(after);
  });

  it.each([
    "Which?\n",
    "---\ndomain: d\nchecked: >\n  2020-01-01\n---\n",
    "---\n{ domain: d }\n---\n",
    "---\ndomain: [\n---\n",
  ])("is not written where it is not certain how (%j)", (text) => {
    expect(writeChecked(text, day)).toBeNull();
  });
});
