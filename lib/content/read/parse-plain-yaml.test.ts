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

  it("reads the blueprint of an exam", () => {
    const domains =
      "domains:\n  - { id: core-ml, title: Core machine learning, weight: 30 }\n  - { id: b, weight: 0.5 }";
    expect(parsePlainYaml(`title: Generative AI and LLMs, associate level\n${domains}\nminutes: 60`)).toEqual({
      title: "Generative AI and LLMs, associate level",
      domains: [
        { id: "core-ml", title: "Core machine learning", weight: 30 },
        { id: "b", weight: 0.5 },
      ],
      minutes: 60,
    });
  });

  it.each([
    "a:\n- { b: c }",
    "a:\n  - { b: c, b: d }",
    "a:\n  - { b: c }\n  d: e",
    "a:\n  - { b: [c] }",
    "a:\n  - b: c",
    "a:\n  - {}",
    "a: b, c: d",
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
    const key = fc.constantFrom("a", "b", "answer");
    const pair = fc.tuple(key, value).map(([name, text]) => `${name}: ${text}`);
    const short = fc.array(piece, { minLength: 1, maxLength: 2 }).map((pieces) => pieces.join(""));
    const shortPair = fc.tuple(key, short).map(([name, text]) => `${name}: ${text}`);
    const mapping = fc.array(shortPair, { minLength: 1, maxLength: 2 }).map((pairs) => `\n  - { ${pairs.join(", ")} }`);
    const mappings = fc
      .tuple(key, fc.array(mapping, { maxLength: 2 }))
      .map(([name, entries]) => `${name}:${entries.join("")}`);
    const line = fc.oneof({ weight: 3, arbitrary: pair }, { weight: 1, arbitrary: mappings });
    const accepted = { all: 0, withMappings: 0 };
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 2 }), (lines) => {
        const plain = parsePlainYaml(lines.join("\n"));
        if (plain === null) return;
        accepted.all += 1;
        if (lines.some((text) => text.includes("{ "))) accepted.withMappings += 1;
        expect(plain).toEqual(parse(lines.join("\n")));
      }),
      { numRuns: 6_000 },
    );
    expect(accepted.all).toBeGreaterThan(100);
    expect(accepted.withMappings).toBeGreaterThan(20);
  });
});
