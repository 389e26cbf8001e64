import { describe, expect, it } from "vitest";
import { parseQuestion } from "../parse-question.ts";

const exam = { slug: "x", domains: ["d"], cases: new Map() };
const explained = "## Explanation\n\nIt is a metric.";
const options = "- [ ] Adam\n- [x] BLEU\n- [ ] ReLU";

const reported = (body: string, kind = "") =>
  parseQuestion({
    file: "x/q.md",
    text: `---\ndomain: d${kind}\n---\n${body}\n`,
    exam,
    imageUrl: () => null,
  }).problems.map(({ place, rule, message, fix }) => `${place.line}:${place.column} ${rule} ${message} = ${fix}`);

describe("one slip is reported once, with its own repair:", () => {
  it.each([
    ["a heading in bold", `Which?\n\n${options}\n\n**Explanation**\n\nIt is.\n\nAnd so.`, /^10:1 unknown-section/],
    ["a heading in bold with a colon", `Which?\n\n${options}\n\n**Explanation:**\n\nIt is.`, /^10:1 unknown-section/],
    ["a heading without its space", `Which?\n\n${options}\n\n##Explanation\n\nIt is.`, /^10:1 unknown-section/],
    ["a heading in another language", `Which?\n\n${options}\n\n## Erklärung\n\nEs ist.`, /^10:1 unknown-section/],
    ["an explanation without heading", `Which?\n\n${options}\n\nIt is.\n\nAnd so.`, /^10:1 no-explanation/],
    [
      "a section after the references",
      `Which?\n\n${options}\n\n${explained}\n\n## References\n\n- [P](https://example.org/)\n\n## Notes\n\nA note.`,
      /^18:1 unknown-section/,
    ],
    [
      "a second question",
      `Which?\n\n${options}\n\n${explained}\n\n## References\n\n- [P](https://example.org/)\n\n---\n\nWhat?\n\n${options}\n\n${explained}\n\n## References\n\n- [P](https://example.org/)`,
      /^22:1 duplicate-section this file has a second question/,
    ],
    ["a line of hyphens", `Which?\n\n${options}\n\n---\n\n${explained}`, /^10:1 stray-text .* = remove it/],
    [
      "a line of hyphens under the stem",
      `Which?\n---\n\n${options}\n\n${explained}`,
      /^4:1 unknown-section .*empty line/,
    ],
    ["an unknown sign in a box", `Which?\n\n- [ ] a\n- [√] b\n\n${explained}`, /^7:1 malformed-checkbox/],
    [
      "a list of the stem",
      `Which?\n\n- one\n\n- [ ] a\n- [x] b\n\n${explained}`,
      /^6:1 option-without-box .*with \* instead/,
    ],
    ["a letter in a box", `Which?\n\n- [ ] a\n- [y] b\n\n${explained}`, /^7:1 option-without-box/],
    ["options that are code", `Which?\n\n    - [ ] a\n    - [x] b\n\n${explained}`, /^6:[15] no-options .*four spaces/],
    [
      "a comment between options",
      `Which?\n\n- [ ] a\n- [x] b\n<!-- - [ ] c -->\n- [ ] d\n\n${explained}`,
      /^9:1 split-options .*comment/,
    ],
    [
      "a note that is not indented",
      `Which?\n\n- [ ] a\n> Why not.\n- [x] b\n\n${explained}`,
      /^7:1 stray-text .*indent/,
    ],
    [
      "code beside its box",
      `Which?\n\n- [ ] \`\`\`py\n  x = 1\n  \`\`\`\n- [x] b\n\n${explained}`,
      /^6:7 inline-block/,
    ],
    [
      "a box with nothing beside it",
      `Which?\n\n- [ ]\n  \`\`\`py\n  x\n  \`\`\`\n- [x] b\n\n${explained}`,
      /^6:1 malformed-checkbox .*follow below/,
    ],
    ["an image for an option", `Which?\n\n- [x] a\n- [ ] ![](p.png)\n\n${explained}`, /^7:7 missing-alt/],
  ])("%s", (_, body, expected) => {
    const problems = reported(body).filter((each) => !each.includes("missing-image"));
    expect(problems).toEqual([expect.stringMatching(expected)]);
  });

  it("select with a kind that has one choice", () => {
    const problems = reported(`Which?\n\n${options}\n\n${explained}`, "\nkind: single\nselect: 2");
    expect(problems).toEqual([expect.stringMatching(/^4:9 bad-select .*kind: multiple/)]);
  });

  it("of boxes without a space before them, each for itself", () => {
    expect(reported(`Which?\n\n-[ ] a\n-[x] b\n\n${explained}`).map((each) => each.split(" ")[1])).toEqual([
      "malformed-checkbox",
      "malformed-checkbox",
    ]);
  });

  it.each([
    ["a step without its space", `Order.\n\n1. One\n2.Two\n3. Three\n\n${explained}`, /^8:1 step-numbers "2.Two"/],
    ["steps of two lists", `Order.\n\n1) One\n2) Two\n3. Three\n4. Four\n\n${explained}`, /^9:1 split-options/],
  ])("%s", (_, body, expected) => {
    expect(reported(body, "\nkind: ordering")).toEqual([expect.stringMatching(expected)]);
  });

  it("but a step may begin a line with a version number", () => {
    expect(reported(`Order.\n\n1. Python\n   3.12 first\n2. Then 4\n\n${explained}`, "\nkind: ordering")).toEqual([]);
  });
});
