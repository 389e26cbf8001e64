import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QuestionDraft } from "#lib/content/draft";
import { noDraftAnswer } from "#lib/content/kinds/kind";
import { exportText2qti } from "./export.ts";
import { importText2qti } from "./import.ts";

const exam = { slug: "sums", title: "Sums", domains: [{ id: "adding", title: "Adding" }] };

function read(text: string) {
  return importText2qti({ exam, files: [{ path: "quiz.txt", bytes: new TextEncoder().encode(text) }] });
}
function draft(text: string) {
  const [item] = read(text).items;
  if (item?.status === "refused") throw new Error(item.reason);
  return item?.draft;
}

describe("a quiz of text2qti", () => {
  it("has the key, what is said of each option, and what is said of the whole", () => {
    const text = `Quiz title: Adding\n% hidden\n\nTitle: Sum\nPoints: 2\n1.  What is $2+3$?\n... In general.\n+   Well done.\n-   Try again.\na)  6\n... Too many.\nb)  a list:\n\n    - one\n    - two\n*c) 5\n!   Count on.\n`;
    const [item] = read(text).items;
    expect(item).toMatchObject({
      place: "quiz.txt:6",
      draft: {
        kind: "single",
        stem: "What is $2+3$?",
        explanation: "In general.\n\nWell done.\n\nCount on.",
        options: [
          { text: "6", correct: false, note: "Too many." },
          { text: "a list:\n\n- one\n- two", correct: false },
          { text: "5", correct: true, note: null },
        ],
      },
    });
    expect(item?.notes).toEqual(
      expect.arrayContaining([
        'not kept: feedback on an incorrect answer: "Try again."',
        'not kept: title "Sum"',
        "not kept: 2 points",
      ]),
    );
    expect(read(text).notices).toEqual(['quiz.txt:1 not kept: quiz "Adding"']);
  });

  it("has several keys, numbers and typed texts", () => {
    const boxes = "1. Which are even?\n[*] 2\n[ ] 3\n[*] 4\n";
    expect(draft(boxes)?.options.map(({ correct }) => correct)).toEqual([true, false, true]);
    const numeric = (answer: string) => draft(`1. How many?\n=   ${answer}\n`)?.numeric;
    expect(numeric("5")).toEqual({ value: 5, tolerance: 0, unit: null });
    expect(numeric("1_000")).toEqual({ value: 1000, tolerance: 0, unit: null });
    expect(numeric("1.25 +- 0.0001")).toEqual({ value: 1.25, tolerance: 0.0001, unit: null });
    expect(numeric("200 +- 1%")).toEqual({ value: 200, tolerance: 2, unit: null });
    expect(numeric("[1.25, 1.75]")).toEqual({ value: 1.5, tolerance: 0.25, unit: null });
    expect(draft("1. Who?\n*   Ada\n*   Ada Lovelace\n")?.accepted).toEqual(["Ada", "Ada Lovelace"]);
  });

  it("keeps the code of a question, whatever its lines begin with, and runs no program", () => {
    const text =
      "```{.python .run}\nprint('1. No?')\n```\n\n1. What does this print?\n\n    ```py\n    1. no question\n    a) no option\n    ```\n*a) that\nb) this\n";
    expect(draft(text)?.stem).toBe("What does this print?\n\n```py\n1. no question\na) no option\n```");
    expect(read(text).notices).toEqual([
      "quiz.txt: line 1 begins a program that would write questions; it was left out and not run",
    ]);
  });

  it("reads every question of a group, and names what the group says", () => {
    const report = read("GROUP\npick: 1\n1. One?\n*a) x\nb) y\n\n2. Two?\n*a) x\nb) y\nEND_GROUP\n");
    expect(report).toMatchObject({ found: 2, refused: 0, notices: ['quiz.txt:2 not kept: group "1"'] });
  });

  it.each([
    ["1. Tell.\n____\n", "an essay has no key"],
    ["1. Send.\n^^^^\n", "it asks for a file, which has no key"],
    ["1. How many?\n= many\n", '"many" is no number that text2qti knows'],
    ["1. Which?\na) x\nb) y\n", "no option is marked as correct, and no key is stated"],
    ["Nothing\n", "no question was found"],
  ])("refuses %j in words", (text, reason) => expect(read(text).items).toMatchObject([{ status: "refused", reason }]));
});

const words = fc.constantFrom(
  "plain",
  "*leaning*",
  "`a) b`",
  "50 % of $x^2$",
  "two\n\nparagraphs",
  "a list\n\n- one\n- two",
  "code\n\n```\n1. x\n\n*a) y\n```",
);

it("comes back as it went, what it can hold", () => {
  const options = fc.uniqueArray(
    fc.tuple(fc.constantFrom("one", "*two*", "`three`", "a $y$"), fc.option(words, { nil: null })),
    { minLength: 2, maxLength: 4, selector: ([text]) => text },
  );
  fc.assert(
    fc.property(words, words, options, fc.nat(), fc.boolean(), (stem, reason, texts, right, isMultiple) => {
      const original: QuestionDraft = {
        id: "q",
        kind: isMultiple ? "multiple" : "single",
        domain: "adding",
        difficulty: null,
        tags: [],
        origin: null,
        checked: null,
        case: null,
        shuffle: true,
        stem: `What of ${stem}\n\nMind it.`,
        ...noDraftAnswer,
        options: texts.map(([text, note], index) => ({ text, correct: index === right % texts.length, note })),
        explanation: `Because of ${reason}`,
        references: [{ title: "A book", url: "https://example.org/book" }],
      };
      const out = exportText2qti({ exam, drafts: [original] });
      const [item] = importText2qti({ exam, files: out.files }).items;
      const back = item?.status === "refused" ? item.reason : item?.draft;
      expect(back).toMatchObject({
        kind: original.kind,
        stem: original.stem,
        options: original.options,
        explanation: original.explanation,
        references: original.references,
      });
    }),
    { numRuns: 100 },
  );
});
