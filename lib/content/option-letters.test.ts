import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderRichText } from "#lib/exam/letters";
import { file, parse, question } from "../../tests/support/parse-text.ts";
import { parseQuestion } from "./parse-question.ts";

describe("letters", () => {
  it("name the option the author meant in every order that a learner may see", () => {
    const phrases: readonly (readonly [string, readonly number[]])[] = [
      ["See option B.", [1]],
      ["Options A, C, and D are other things.", [0, 2, 3]],
      ["As options (a) and (b) show.", [0, 1]],
      ["A and C are incorrect.", [0, 2]],
      ["Both A and B fail.", [0, 1]],
      ["The correct answer is C.", [2]],
      ["These are A. and D.", [0, 3]],
      ["{D} and {B} differ.", [3, 1]],
      ["Neither B nor D holds.", [1, 3]],
      ["Option **D** and `A` and Vitamin A and Plan B.", [3]],
      ["Options A to C are alike.", [0, 1, 2]],
      ["{A, C} belong together.", [0, 2]],
      ["Only A and D are wrong.", [0, 3]],
      ["B–D are wrong.", [1, 2, 3]],
      ["Choices B thru D fail.", [1, 2, 3]],
      ["A+C are wrong, so B must be wrong.", [0, 2, 1]],
      ["Subnets A and B are wrong.", []],
      ["Vitamins A, C and D are wrong.", []],
      ["All but C are wrong.", [2]],
      ["Antworten A und D sind falsch.", [0, 3]],
      ["Option “C” holds; the option Dürer and C++ do not.", [2]],
    ];
    const phrase = fc.constantFrom(...phrases);
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    fc.assert(
      fc.property(phrase, order, ([text, meant], positions) => {
        const parsed = question(
          file("", `Which?\n\n- [ ] Zero\n- [ ] One\n- [x] Two\n- [ ] Three\n\n## Explanation\n\n${text}\n`),
        );
        const { public: open, secret } = parsed.question;
        if (open.kind !== "single") throw new Error("kind");
        const shown = positions.map((position) => open.options[position]?.id ?? "");
        const references = secret.explanation.flatMap((part) => (typeof part === "string" ? [] : part.optionIds));
        expect(references.map((id) => open.options.findIndex((option) => option.id === id))).toEqual(meant);
        const printed = renderRichText(secret.explanation, shown);
        const letters = meant.map((index) => String.fromCharCode(65 + positions.indexOf(index)));
        for (const letter of letters)
          expect(printed.replace(/Vitamin A|Plan B|Antwort|All|Dürer|C\+\+|<code>A<\/code>/g, "")).toContain(letter);
      }),
      { numRuns: 300 },
    );
  });
});

describe("letters of entries that are always shuffled", () => {
  const ordering = (explanation: string, stem = "Order.") =>
    parse(file("kind: ordering\n", `${stem}\n\n1. Air\n2. Glass\n3. Screen\n\n## Explanation\n\n${explanation}\n`));

  it("stand beside a list of what they name where it is not certain what one means, and never stop a sync", () => {
    const { question: parsed, problems } = ordering("Nobody has seen B before. {C} is last.");
    expect(problems.map(({ rule, severity }) => [rule, severity])).toContainEqual(["letter-unclear", "warning"]);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    const { public: open, secret } = parsed?.question ?? question("").question;
    const shown = "options" in open ? open.options.map(({ id }) => id).reverse() : [];
    const printed = renderRichText(secret.explanation, shown).replace(/<[^>]*>/g, "");
    expect(printed).toContain("A is “Air”, B is “Glass”, C is “Screen”.");
    expect(printed).toContain("Nobody has seen B before. C is last.");
  });

  it("are those of the learner where all are certain", () => {
    const { public: open, secret } = question(
      file("kind: ordering\n", "Order.\n\n1. Air\n2. Glass\n\n## Explanation\n\nStep {B} is last.\n"),
    ).question;
    const ids = "options" in open ? open.options.map(({ id }) => id) : [];
    const glass = "options" in open ? open.options.findIndex(({ text }) => text === "Glass") : -1;
    expect(renderRichText(secret.explanation, ids)).toContain(`Step ${"AB"[glass]} is last.`);
  });

  it.each([
    ["Option B comes when?", "letter-in-stem", "warning"],
    ["When does {B} come?", "letter-always-shuffled", "error"],
  ])("are reported in a stem: %s", (stem, rule, severity) => {
    const reported = ordering("Because.", stem).problems.map((problem) => [problem.rule, problem.severity]);
    expect(reported).toEqual([[rule, severity]]);
  });
});

describe("options that number themselves", () => {
  it("name no other option, and are shuffled", () => {
    const { question: parsed, problems } = parse(
      file("", "Which?\n\n- [x] Choice 1: one\n- [ ] Choice 2: two\n\n## Explanation\n\nBecause.\n"),
    );
    expect(problems).toEqual([]);
    expect(parsed?.question.public).toMatchObject({ shuffle: true });
  });
});

describe("a letter beyond the options", () => {
  it("in prose keeps the order of the file, since all that is printed must be true", () => {
    const { public: open, secret } = question(
      file("", "Which?\n\n- [x] One\n- [ ] Two\n\n## Explanation\n\nOptions B and F are wrong.\n"),
    ).question;
    expect(open).toMatchObject({ shuffle: false });
    expect(secret.explanation.join("")).toContain("Options B and F are wrong.");
  });
});

describe("escaped braces", () => {
  it("are no reference", () => {
    const { secret } = question(
      file("", "Which?\n\n- [x] One\n- [ ] Two\n\n## Explanation\n\nThe set \\{A} holds {B} and \\{B}.\n"),
    ).question;
    expect(secret.explanation).toEqual([
      "<p>The set {A} holds ",
      { optionIds: [expect.any(String)], join: "and" },
      " and {B}.</p>",
    ]);
  });
});

describe("a number with digits that say more than its value", () => {
  const keyOf = (front: string) => {
    const text = `---\ndomain: d\n${front}\n---\nHow much?\n\n## Explanation\n\nSo much.\n`;
    const exam = { slug: "x", domains: ["d"], cases: new Map() };
    return parseQuestion({ file: "x/q.md", text, exam, imageUrl: () => null }).question?.question.secret.key;
  };

  it("is judged as a number and kept as it is written", () => {
    expect(keyOf("answer: 3.10")).toEqual({ kind: "numeric", value: 3.1, tolerance: 0, written: "3.10" });
    expect(keyOf("answer: 3.1")).toEqual({ kind: "numeric", value: 3.1, tolerance: 0 });
  });

  it("is a text as it is written where the kind says so, as a version is", () => {
    expect(keyOf("kind: text\nanswer: 3.10")).toEqual({ kind: "text", accepted: ["3.10"] });
  });
});
