import { describe, expect, it } from "vitest";
import { importJson } from "./import.ts";

const exam = { slug: "x", title: "X", domains: [{ id: "d", title: "D" }] };

function reported(value: unknown): readonly string[] {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const files = [{ path: "q.json", bytes: new TextEncoder().encode(text) }];
  return importJson({ files, exam }).items.map((item) => {
    if (item.status === "refused") return `refused: ${item.reason}`;
    const { stem, options, accepted, numeric } = item.draft;
    const marks = options.map((option) => `${option.correct ? "+" : "-"}${option.text}`);
    return [stem, ...marks, ...accepted, ...(numeric === null ? [] : [numeric.value])].join(" ");
  });
}

describe("JSON", () => {
  it("reads what Open Trivia answers, entities and all", () => {
    const results = [
      {
        type: "multiple",
        difficulty: "easy",
        category: "D",
        question: "What does &quot;LIFO&quot; name?",
        correct_answer: "A stack",
        incorrect_answers: ["A queue", "A &lt;b&gt; tag"],
      },
      { type: "boolean", question: "Is it?", correct_answer: "False", incorrect_answers: ["True"] },
    ];
    expect(reported({ response_code: 0, results })).toEqual([
      'What does "LIFO" name? +A stack -A queue -A \\<b> tag',
      "Is it? -True +False",
    ]);
  });

  it.each([
    ["a text", { options: ["one", "two"], answer: "two" }],
    ["a letter", { options: ["one", "two"], answer: "B" }],
    ["a number from 0", { choices: ["one", "two"], correctIndex: 1 }],
    [
      "flags",
      {
        answers: [
          { text: "one", correct: false },
          { text: "two", correct: true },
        ],
      },
    ],
    [
      "ids",
      {
        options: [
          { id: "x", text: "one" },
          { id: "y", text: "two" },
        ],
        correct: "y",
      },
    ],
    ["letters as keys", { options: { A: "one", B: "two" }, answer: "b" }],
    ["names as keys", { answers: { answer_a: "one", answer_b: "two" }, correct_answer: "answer_b" }],
  ])("understands a key that is %s", (_, question) => {
    expect(reported([{ question: "Which?", ...question }])).toEqual(["Which? -one +two"]);
  });

  it.each<[string, unknown, readonly string[]]>([
    ["options under letters", [{ question: "Which?", A: "one", B: "two", answer: "B" }], ["Which? -one +two"]],
    [
      "options under numbered keys",
      [{ question: "Which?", option1: "one", option2: "two", answer: "option2" }],
      ["Which? -one +two"],
    ],
    [
      "texts beside their labels",
      [{ question: "Which?", choices: { text: ["one", "two"], label: ["A", "B"] }, answerKey: "B" }],
      ["Which? -one +two"],
    ],
    [
      "a question that is an object",
      [
        {
          question: {
            stem: "Which?",
            choices: [
              { text: "one", label: "A" },
              { text: "two", label: "B" },
            ],
          },
          answerKey: "B",
        },
      ],
      ["Which? -one +two"],
    ],
    [
      "a text within the question",
      [{ question: { text: "Which?" }, correctAnswer: "two", incorrectAnswers: ["one"] }],
      ["Which? +two -one"],
    ],
    [
      "flags by name",
      [
        {
          question: "Which?",
          answers: { answer_a: "one", answer_b: "two", answer_c: null },
          correct_answers: { answer_a_correct: "true", answer_b_correct: "true", answer_c_correct: "false" },
          correct_answer: "answer_a",
        },
      ],
      ["Which? +one +two"],
    ],
    [
      "questions under names of their own",
      {
        quiz: {
          d: { q1: { question: "Which?", options: ["one", "two"], answer: "two" } },
          e: { q1: { question: "How many?", answer: 3 } },
        },
      },
      ["Which? -one +two", "How many? 3"],
    ],
  ])("reads %s", (_, value, expected) => expect(reported(value)).toEqual(expected));

  it("reads an object a line", () => {
    const text = '{"question":"Which?","choices":["one","two"],"answer":1}\n\n{"question":"How many?","answer":3}\n';
    const files = [{ path: "q.jsonl", bytes: new TextEncoder().encode(text) }];
    expect(importJson({ files, exam }).items.map(({ title }) => title)).toEqual(["Which?", "How many?"]);
    const broken = [{ path: "q.jsonl", bytes: new TextEncoder().encode("{}\n{") }];
    expect(importJson({ files: broken, exam }).items[0]).toMatchObject({
      reason: expect.stringMatching(/^line 2: this is not JSON/),
    });
  });

  it("reads several keys, numbers, texts and truths", () => {
    expect(reported([{ question: "Which?", options: ["a b", "c d", "e f"], answer: ["a b", "e f"] }])).toEqual([
      "Which? +a b -c d +e f",
    ]);
    expect(reported([{ question: "How many?", answer: 42 }])).toEqual(["How many? 42"]);
    expect(reported([{ question: "Who?", answer: "Ada" }])).toEqual(["Who? Ada"]);
    expect(reported([{ question: "Is it?", answer: true }])).toEqual(["Is it? +True -False"]);
  });

  it("guesses no key", () => {
    expect(reported([{ question: "Bits?", options: ["4", "8", "2"], answer: 2 }])).toEqual(["Bits? -4 -8 +2"]);
    expect(reported([{ question: "Bits?", options: ["4", "1", "2"], answer: 1 }])).toEqual(["Bits? -4 +1 -2"]);
    expect(reported([{ question: "Bits?", options: ["1", "4", "2"], answer: 1 }])[0]).toMatch(
      /^refused: the key "1" is/,
    );
    expect(reported([{ question: "Which?", options: ["one", "two"], answer: "three" }])[0]).toMatch(/names none/);
    expect(reported([{ question: "Which?", options: ["one", "two"] }])[0]).toMatch(/no key is stated/);
  });

  it("refuses what is not a list of questions", () => {
    for (const text of ["{", "[]", "3", '{"a":1}', "[".repeat(100_000), `${'{"data":'.repeat(40)}1${"}".repeat(40)}`])
      expect(reported(text)[0]).toMatch(/^refused: /);
  });
});
