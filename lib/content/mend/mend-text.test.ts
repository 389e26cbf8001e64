import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inRun } from "../../../tests/support/run-length.ts";
import { decodeSource } from "../read/source.ts";
import { formRules } from "./form-rules.ts";
import { mendText } from "./mend-text.ts";
import { mends } from "./mends.ts";
import { surroundingsOf } from "./surroundings.ts";
import { applyToRaw } from "./text-edit.ts";

const exam = { slug: "x", domains: ["core-ml"], cases: new Map([["net", { title: "Net", html: "" }]]) };
const surroundings = surroundingsOf("x/core/q.md", exam, (path) => (path === "x/core/fig.png" ? path : null));

const choice = `---
kind: single
domain: core-ml
difficulty: easy
tags: [metrics, text]
origin: "adapted: a book"
checked: 2026-02-01
case: net
---
Which is a metric? ![Two lines](fig.png)

- [ ] Adam
  > An optimizer.
- [x] BLEU
- [ ] Dropout

## Explanation

{B} compares texts, as [a page](https://www.example.org/a) says.

## References

- [A page](https://example.org/b)
`;
const numeric = `---
kind: numeric
domain: core-ml
answer: 0.75
tolerance: 0.01
---
How many?

## Explanation

So many.
`;
const ordering = `---
domain: core-ml
---
In which order?

1. One
2. Two
3. Three

## Explanation

So it is.
`;
const text = numeric.replace("numeric", "text").replace("answer: 0.75\ntolerance: 0.01", 'answer: "*args"');
const several = choice.replace("kind: single\n", "");

/** A slip that a writer makes: the rule that tells of it, the right text, and what was written instead of a part of it. */
const slips: readonly (readonly [rule: string, right: string, part: string, written: string])[] = [
  ["no-front-matter", choice, "---\nkind", "\n\n---\nkind"],
  ["bad-yaml", choice, '"adapted: a book"', "adapted: a book"],
  ["bad-yaml", choice, '"adapted: a book"', '"adapted: a book'],
  ["yaml-alias", text, '"*args"', "*args"],
  ["duplicate-key", choice, "difficulty: easy\n", "difficulty: easy\ndifficulty: easy\n"],
  ["unknown-key", choice, "difficulty:", "dificulty:"],
  ["unknown-key", choice, "domain:", "Domain:"],
  ["bad-value", choice, "easy", "Easy"],
  ["bad-value", choice, "[metrics, text]", "metrics, text"],
  ["bad-value", choice, "2026-02-01", "2026/2/1"],
  ["bad-value", choice, "case: net", "case: cases/Net.md"],
  ["bad-value", text.replace("*args", "args"), '"args"', "“args”"],
  ["bad-value", numeric, "tolerance: 0.01", 'tolerance: "0.01"'],
  ["unknown-domain", choice, "core-ml", "Core ML"],
  ["wrong-kind", choice, "case: net\n", "case: net\ntolerance: 0.1\n"],
  ["no-answer", numeric, "0.75", '"0.75"'],
  ["empty-option", choice, "- [ ] Dropout\n", "- [ ] Dropout\n- [ ]\n"],
  ["malformed-checkbox", choice, "- [ ] Dropout", "-[ ] Dropout"],
  ["malformed-checkbox", choice, "- [x] BLEU", "- [ x] BLEU"],
  ["malformed-checkbox", choice, "- [x] BLEU", "- [✓] BLEU"],
  ["malformed-checkbox", choice, "- [ ] Dropout", "- [] Dropout"],
  ["malformed-checkbox", choice, "- [ ] Dropout", "– [ ] Dropout"],
  ["option-without-box", choice, "- [ ] Dropout", "- Dropout"],
  ["nested-option", choice, "- [ ] Dropout", "  - [ ] Dropout"],
  ["split-options", choice, "- [ ] Dropout", "* [ ] Dropout"],
  ["split-options", choice, "- [x] BLEU", "\n<!-- the key -->\n\n- [x] BLEU"],
  ["stray-text", choice, "## Explanation", "---\n\n## Explanation"],
  ["unknown-section", choice, "## Explanation", "## Explaination"],
  ["unknown-section", choice, "## Explanation", "**Explanation:**"],
  ["unknown-section", choice, "## Explanation", "##Explanation"],
  ["unknown-section", choice, "## References", "## Sources"],
  ["duplicate-section", choice, "\n\n{B}", "\n\n## Explanation\n\n{B}"],
  ["bad-reference", choice, "- [A page](", "[A page]("],
  ["bad-reference", choice, "- [A page](", "- [A page] ("],
  ["step-numbers", ordering, "2. Two", "2.Two"],
  ["image-outside", choice, "(fig.png)", "(.\\fig.png)"],
  ["image-outside", choice, "(fig.png)", "(/core/fig.png)"],
  ["missing-image", choice, "(fig.png)", "(Fig.PNG)"],
  ["bad-link", choice, "(https://www.example.org/a)", "(www.example.org/a)"],
  ["bad-link", choice, "(https://www.example.org/a)", "(https//www.example.org/a)"],
  ["letter-in-prose", several.replace("{B}", "Option {B}"), "{B}", "B"],
  ["box-case", choice, "[x]", "[X]"],
  ["bullet-space", choice, "- [x] BLEU", "-  [x] BLEU"],
  ["note-space", choice, "> An", ">An"],
  ["heading-form", choice, "## Explanation", "## explanation ##"],
  ["heading-space", choice, "Dropout\n\n## E", "Dropout\n## E"],
  ["empty-lines", choice, "BLEU\n", "BLEU\n"],
  ["line-end-space", choice, "BLEU\n", "BLEU \n"],
  ["file-end", choice, "b)\n", "b)\n\n\n"],
  ["needless-key", choice, "case: net\n", "case: net\nshuffle: true\n"],
];

/** A right question full of places that a rule of form may not touch: code, and line breaks. */
const delicate = choice.replace(
  "{B} compares texts,",
  [
    "```text",
    "* [X] a  ",
    "",
    "",
    "",
    "-  [X] b\t",
    ">c",
    "```",
    "",
    "One line,  ",
    "another. {B} compares texts,",
  ].join("\n"),
);

const labelled = choice
  .replace("] Adam", "] A. Adam")
  .replace("] BLEU", "] B. BLEU")
  .replace("] Dropout", "] C. Dropout");
const starred = choice.replaceAll("- [ ]", "* [ ]").replaceAll("- [x]", "* [x]");
const spaced = choice.replace("\n\n## References", "\n\n\n\n## References");

const written = slips.map(([rule, right, part, slip]) => [rule, right, right.replace(part, () => slip)] as const);
const cases = [
  ...written.filter(([rule]) => rule !== "empty-lines"),
  ["option-label", choice, labelled] as const,
  ["bullet-sign", choice, starred] as const,
  ["empty-lines", choice, spaced] as const,
];

const decode = (raw: string) => {
  const decoded = decodeSource({ path: "x/core/q.md", bytes: new TextEncoder().encode(raw) });
  return decoded.ok ? decoded.text : "";
};

describe("what a file means", () => {
  it.each(cases)("is read as its writer meant it when a slip is fixed (%s %#)", (rule, right, slip) => {
    const mended = mendText(slip, surroundings);
    expect(mended.mended.map((each) => each.rule)).toContain(rule);
    expect(surroundings.read(mended.text).meaning).toBe(surroundings.read(right).meaning);
    expect(surroundings.read(right).meaning).not.toBeNull();
  });

  it("does not change where code and line breaks look like slips of form", () => {
    const mended = mendText(delicate, surroundings).text;
    expect(surroundings.read(mended).meaning).toBe(surroundings.read(delicate).meaning);
    expect(mended).toBe(delicate);
    const both = mendText(delicate.replace("BLEU\n", "BLEU \n"), surroundings).text;
    expect(both).toBe(delicate);
  });

  it("has no option more where a list of the stem runs into the options", () => {
    const stem = choice.replace("- [ ] Adam", "- one thing\n\n- [ ] Adam");
    expect(mendText(stem, surroundings).text).toBe(stem);
  });

  it("is fixed for at least 30 rules, each of which is in the table", () => {
    const rules = new Set<string>(cases.map(([rule]) => rule));
    expect([...mends.keys(), ...formRules.map(({ id }) => id)].filter((id) => !rules.has(id))).toEqual([]);
    expect(rules.size).toBeGreaterThanOrEqual(30);
  });

  it("of a file that is right never changes, and mending again changes nothing, whatever slips are put together", () => {
    const some = fc.subarray([...slips], { minLength: 0, maxLength: 5 });
    fc.assert(
      fc.property(
        some,
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom(choice, delicate),
        (chosen, windows, mark, base) => {
          const slipped = chosen.reduce((file, [, , part, slip]) => file.replace(part, () => slip), base);
          const raw = (mark ? "\uFEFF" : "") + (windows ? slipped.replaceAll("\n", "\r\n") : slipped);
          const { text, changes } = mendText(decode(raw), surroundings);
          const before = surroundings.read(slipped).meaning;
          if (before !== null) expect(surroundings.read(text).meaning).toBe(before);
          const again = mendText(text, surroundings);
          expect(again.changes).toEqual([]);
          const after = changes.reduce(applyToRaw, raw);
          expect(decode(after)).toBe(text);
          expect(after.startsWith("\uFEFF")).toBe(mark);
          expect(/(?<!\r)\n/.test(after)).toBe(!windows);
        },
      ),
      { numRuns: inRun(25, 2_000) },
    );
  });

  it.each([
    ["a question without a key", choice.replace("[x]", "[ ]")],
    ["an option that may be a second key", several.replace("- [ ] Dropout", "- Dropout")],
    ["a domain that is another word", choice.replace("core-ml", "core-nlp")],
    ["text of which nobody knows where it belongs", choice.replace("## Explanation\n\n", "")],
    ["a letter that may be no option", several.replace("{B} compares", "B compares")],
  ])("is left as it is where it is not certain (%s)", (_, file) => {
    expect(mendText(file, surroundings).text).toBe(file);
  });
});
