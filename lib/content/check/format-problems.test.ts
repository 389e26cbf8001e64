import { describe, expect, it } from "vitest";
import type { Problem } from "../problem.ts";
import { formatProblems } from "./format-problems.ts";

const problem: Problem = {
  rule: "no-key",
  severity: "error",
  file: "content/nca-genl/layer-normalization.md",
  place: { line: 9, column: 1 },
  message: "none of the 3 options is marked [x]",
  fix: "mark the correct one with [x], or set kind: ordering",
};
const source = `${"\n".repeat(8)}- [ ] It compresses the weights\n`;
const sources = new Map([[problem.file, source]]);

describe("formatProblems", () => {
  it("prints place, source line with a caret, and fix", () => {
    expect(formatProblems([problem], sources, "text")).toBe(`content/nca-genl/layer-normalization.md:9:1  error  no-key
   9 | - [ ] It compresses the weights
     | ^ none of the 3 options is marked [x]
     = mark the correct one with [x], or set kind: ordering

1 error, 0 warnings
`);
  });

  it("puts the caret under the column, also beyond tabs, wide characters and the width of the screen", () => {
    const caretUnder = (line: string, column: number) => {
      const printed = formatProblems(
        [{ ...problem, place: { line: 1, column } }],
        new Map([[problem.file, line]]),
        "text",
      ).split("\n");
      return printed[1]?.[printed[2]?.indexOf("^") ?? -1];
    };
    expect(caretUnder("ab\tX", 4)).toBe("X");
    expect(caretUnder(`${"a".repeat(300)}X${"b".repeat(300)}`, 301)).toBe("X");
    expect(caretUnder("a\u202eX", 3)).toBe("X");
  });

  it.each([
    ["中文X", 3, 4],
    ["e\u0301X", 3, 1],
    ["🦙X", 3, 2],
    ["שלוX", 4, 3],
    ["한글、X", 4, 6],
    ["é→X", 3, 2],
  ])("counts the cells of a terminal, where some characters take two and some none: %s", (line, column, cells) => {
    const sources = new Map([[problem.file, line]]);
    const printed = formatProblems([{ ...problem, place: { line: 1, column } }], sources, "text").split("\n");
    expect(printed[2]?.indexOf("^")).toBe("   1 | ".length + cells);
  });

  it("prints nothing that steers a terminal", () => {
    const printed = formatProblems(
      [{ ...problem, file: "a\u001b[2J.md", message: "b\u0007" }],
      new Map([["a\u001b[2J.md", `${"\n".repeat(8)}\u001b]0;x\u0007`]]),
      "text",
    );
    expect(printed.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });

  it("counts when there is nothing to tell", () => {
    expect(formatProblems([], new Map(), "text")).toBe("0 errors, 0 warnings\n");
  });

  it("prints JSON", () => {
    expect(JSON.parse(formatProblems([problem], sources, "json"))).toEqual([
      {
        rule: "no-key",
        severity: "error",
        file: problem.file,
        line: 9,
        column: 1,
        message: problem.message,
        fix: problem.fix,
      },
    ]);
  });

  it("prints SARIF 2.1.0 with the rules that were broken", () => {
    const sarif = JSON.parse(
      formatProblems(
        [problem, { ...problem, file: "a b/ü.md", rule: "key-longest", severity: "warning" }],
        sources,
        "sarif",
      ),
    );
    expect(sarif.version).toBe("2.1.0");
    const [run] = sarif.runs;
    expect(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(["no-key", "key-longest"]);
    expect(run.results[0]).toEqual({
      ruleId: "no-key",
      level: "error",
      message: { text: `${problem.message}: ${problem.fix}` },
      locations: [
        { physicalLocation: { artifactLocation: { uri: problem.file }, region: { startLine: 9, startColumn: 1 } } },
      ],
    });
    expect(run.results[1].locations[0].physicalLocation.artifactLocation.uri).toBe("a%20b/%C3%BC.md");
  });
});
