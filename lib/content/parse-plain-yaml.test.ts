import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parsePlainYaml } from "./parse-plain-yaml.ts";

describe("parsePlainYaml", () => {
  it("reads common front matter", () => {
    expect(
      parsePlainYaml("domain: core-ml\nchecked: 2026-11-22\ntags: [a, b-c]\nanswer: 0.75\nshuffle: false"),
    ).toEqual({ domain: "core-ml", checked: "2026-11-22", tags: ["a", "b-c"], answer: 0.75, shuffle: false });
  });

  it.each([
    "a: b\na: c",
    "a: 'b'",
    "a: b # c",
    "a: &x b",
    "a: null",
    "a: [b, [c]]",
    "a:",
    " a: b",
    "a: 1e3",
    "a: 0x1f",
    "a: b: c",
    "a: - b",
    "",
  ])("leaves %j to the YAML parser", (yaml) => {
    expect(parsePlainYaml(yaml)).toBeNull();
  });

  it("reads all that it accepts as the YAML parser does", () => {
    const piece = fc.constantFrom(
      "a",
      "Yes",
      "no",
      "on",
      "true",
      "True",
      "null",
      "~",
      "1",
      "-2.50",
      "0.1",
      "010",
      "1e3",
      ".5",
      "0o7",
      "2026-11-22",
      "12:30",
      " ",
      "-",
      ":",
      ", ",
      "[",
      "]",
      "#",
      "b c",
      "!",
      "é",
    );
    const value = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(""));
    const line = fc.tuple(fc.constantFrom("a", "b", "answer"), value).map(([key, text]) => `${key}: ${text}`);
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
        const plain = parsePlainYaml(lines.join("\n"));
        if (plain === null) return;
        accepted += 1;
        expect(plain).toEqual(parse(lines.join("\n")));
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});
