import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderRichText } from "#lib/exam/letters";
import { parseQuestion } from "./parse-question.ts";
import type { ParsedQuestion } from "./parsed-question.ts";

const exam = { slug: "x", domains: ["d"], cases: new Map([["shop", { title: "Shop", html: "<p>A shop.</p>" }]]) };

function parse(text: string, file = "x/q.md") {
  return parseQuestion({
    file,
    text,
    exam,
    imageUrl: (path) => (path.endsWith("there.png") ? `/media/${path}` : null),
  });
}

function question(text: string): ParsedQuestion {
  const { question: parsed, problems } = parse(text);
  expect(problems.filter((problem) => problem.severity === "error")).toEqual([]);
  if (!parsed) throw new Error("not parsed");
  return parsed;
}

const explained = "\n\n## Explanation\n\nBecause.\n";
const file = (front: string, body: string) => `---\ndomain: d\n${front}---\n${body}`;

const choice = file(
  "difficulty: medium\ntags: [t]\norigin: original\nchecked: 2026-11-22\n",
  `What does it **do**?

- [ ] It compresses the weights
  > No weight gets smaller. {B} is right.
- [X] It keeps training \`stable\`
- [ ] It tells the order

## Explanation

Only {B} works; options A and C do not.

## References

- [Layer Normalization](https://arxiv.org/abs/1607.06450)
`,
);

describe("parseQuestion", () => {
  it("reads a single choice with its notes, explanation and references", () => {
    const parsed = question(choice);
    const { public: open, secret } = parsed.question;
    expect(open.stemHtml).toBe("<p>What does it <strong>do</strong>?</p>");
    if (open.kind !== "single") throw new Error("kind");
    const [a, b, c] = open.options.map((option) => option.id);
    expect(open.options[1]).toEqual({
      id: b,
      html: "It keeps training <code>stable</code>",
      text: "It keeps training stable",
    });
    expect(secret.key).toEqual({ kind: "single", optionId: b });
    expect(secret.explanation).toEqual([
      "<p>Only ",
      { optionIds: [b], join: "and" },
      " works; options ",
      { optionIds: [a, c], join: "and" },
      " do not.</p>",
    ]);
    expect(Object.keys(secret.optionNotes)).toEqual([a]);
    expect(secret.references).toEqual([{ title: "Layer Normalization", url: "https://arxiv.org/abs/1607.06450" }]);
    expect(parsed).toMatchObject({
      id: "q",
      domain: "d",
      difficulty: "medium",
      tags: ["t"],
      origin: "original",
      checked: "2026-11-22",
      caseName: null,
    });
  });

  it("gives the same value for the same file", () => {
    expect(parse(choice)).toEqual(parse(choice));
  });

  it("reads Windows line ends decoded by decodeSource and [X] as [x]", () => {
    expect(question(choice.replace("[X]", "[x]")).contentHash).toBe(question(choice).contentHash);
  });

  it.each(["[]", "\\[]", "\\[ \\]"])("takes an empty list behind a box for the option that it is: %s", (option) => {
    const { problems } = parse(file("", `Which?\n\n- [x] ${option}\n- [ ] [1]${explained}`));
    expect(problems).toEqual([]);
  });

  it("takes an empty list in code for the option that it is", () => {
    const parsed = question(file("", `What is left?\n\n- [x] \`[]\`\n- [ ] \`[0]\`${explained}`));
    expect(parsed.question.public).toMatchObject({ options: [{ text: "[]" }, { text: "[0]" }] });
  });

  it("counts the keys of a multiple response, unless select says otherwise", () => {
    const body = `Which?\n\n- [x] One\n- [x] Two\n- [ ] Three${explained}`;
    expect(question(file("", body)).question.public).toMatchObject({ kind: "multiple", select: 2 });
    expect(question(file("", body)).question.public).not.toHaveProperty("upTo");
    expect(question(file("select: 3\n", body)).question.public).toMatchObject({ select: 3, upTo: true });
  });

  it("reads an ordering and shows its steps sorted by id", () => {
    const parsed = question(file("kind: ordering\n", `Order these.\n\n1. First\n2. Second\n3. Third${explained}`));
    const { public: open, secret } = parsed.question;
    if (open.kind !== "ordering" || secret.key.kind !== "ordering") throw new Error("kind");
    const texts = new Map(open.options.map((option) => [option.id, option.text]));
    expect(secret.key.optionIds.map((id) => texts.get(id))).toEqual(["First", "Second", "Third"]);
    expect(open.options.map((option) => option.id)).toEqual([...secret.key.optionIds].sort());
  });

  it("reads matches that several rows have, and one that none has", () => {
    const { question, problems } = parse(
      file(
        "kind: matching\n",
        `Match.\n\n| Name | Use |\n| --- | --- |\n| a | one |\n| b | one |\n| c | two |\n| | three |\n\n## Explanation\n\n{C} belongs to none, {A} to two.\n`,
      ),
    );
    expect(problems).toEqual([]);
    const { public: open, secret } = question?.question ?? {};
    if (open?.kind !== "matching" || secret?.key.kind !== "matching") throw new Error("kind");
    const textOf = new Map(open.options.map(({ id, text }) => [id, text]));
    const { pairs } = secret.key;
    expect([...textOf.values()].sort()).toEqual(["one", "three", "two"]);
    expect(open.prompts.map(({ id, text }) => `${text} ${textOf.get(pairs[id] ?? "")}`)).toEqual([
      "a one",
      "b one",
      "c two",
    ]);
    expect(JSON.stringify(secret.explanation)).toContain(open.options.find(({ text }) => text === "three")?.id);
  });

  it.each([
    ["a row with nothing on the right", "| a | one |\n| b | |", "bad-table"],
    ["a match of nothing that is one of a row", "| a | one |\n| b | two |\n| | two |", "duplicate-option"],
    ["one prompt", "| a | one |\n| | two |", "too-few-options"],
    ["one match", "| a | one |\n| b | one |", "too-few-options"],
    ["a prompt that stands twice", "| a | one |\n| a | two |", "duplicate-option"],
  ])("reports a matching with %s", (_, rows, rule) => {
    const { problems } = parse(
      file("kind: matching\n", `Match.\n\n| Name | Use |\n| --- | --- |\n${rows}\n\n## Explanation\n\nSo it is.\n`),
    );
    expect(problems.map((problem) => problem.rule)).toContain(rule);
  });

  it("reads a matching table", () => {
    const parsed = question(
      file("kind: matching\n", `Match.\n\n| Name | Use |\n| --- | --- |\n| a | *one* |\n| b | two |${explained}`),
    );
    const { public: open, secret } = parsed.question;
    if (open.kind !== "matching" || secret.key.kind !== "matching") throw new Error("kind");
    expect(open.columns).toEqual(["Name", "Use"]);
    expect(open.prompts.map((prompt) => prompt.text)).toEqual(["a", "b"]);
    const right = new Map(open.options.map((option) => [option.id, option.html]));
    const { pairs } = secret.key;
    expect(open.prompts.map((prompt) => right.get(pairs[prompt.id] ?? ""))).toEqual(["<em>one</em>", "two"]);
  });

  it("reads a number with tolerance and unit, and accepted texts", () => {
    const number = question(file("answer: 0.75\ntolerance: 0.01\nunit: s\n", `How long?${explained}`));
    expect(number.question.public).toMatchObject({ kind: "numeric", unit: "s" });
    expect(number.question.secret.key).toEqual({ kind: "numeric", value: 0.75, tolerance: 0.01 });
    const text = question(file("answer: [BLEU, bleu score]\n", `Which metric?${explained}`));
    expect(text.question.secret.key).toEqual({ kind: "text", accepted: ["BLEU", "bleu score"] });
  });

  it("stands on a case, shows images that exist, renders formulas and code", () => {
    const body = `See ![a plot](there.png) and $x^2$.\n\n\`\`\`python\nx = 1\n\`\`\`\n\n- [x] One\n- [ ] Two${explained}`;
    const parsed = question(file("case: shop\n", body));
    expect(parsed.question.public.scenario?.title).toBe("Shop");
    expect(parsed.assets).toEqual(["x/there.png"]);
    expect(parsed.question.public.stemHtml).toContain('<img src="/media/x/there.png" alt="a plot"');
    expect(parsed.question.public.stemHtml).toContain("<math>");
    expect(parsed.question.public.stemHtml).toContain('<code class="language-python">');
  });

  it("keeps the id of an option when another one is edited", () => {
    const ids = (text: string) => {
      const { public: open } = question(text).question;
      return "options" in open ? open.options.map((option) => option.id) : [];
    };
    const before = ids(choice);
    const after = ids(choice.replace("It tells the order", "It tells the order of tokens"));
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after[2]).not.toBe(before[2]);
  });

  it("pins a trailing option that speaks of the others", () => {
    const { public: open } = question(
      file("", `Which?\n\n- [x] One\n- [ ] Two\n- [ ] All of the above${explained}`),
    ).question;
    if (open.kind !== "single") throw new Error("kind");
    expect(open.pinned).toEqual([open.options[2]?.id]);
  });

  it("prints letters in the written order when shuffle is false", () => {
    const { public: open } = question(
      file("shuffle: false\n", `Which?\n\n- [x] One\n- [ ] Two\n- [ ] Both {A} and {B}${explained}`),
    ).question;
    expect("options" in open && open.options[2]?.html).toBe("Both A and B");
  });
});

describe("the public part", () => {
  const same = (a: string, b: string) => {
    expect(JSON.stringify(question(a).question.public)).toBe(JSON.stringify(question(b).question.public));
    expect(question(a).contentHash).not.toBe(question(b).contentHash);
  };

  it("is the same when another option is the key and every note, explanation and reference differs", () => {
    const other = choice
      .replace("[ ] It tells", "[x] It tells")
      .replace("[X] It keeps", "[ ] It keeps")
      .replace("  > No weight gets smaller. {B} is right.\n", "")
      .replace("- [x] It tells the order", "- [x] It tells the order\n  > Indeed.\n  >\n  > - so")
      .replace("Only {B} works; options A and C do not.", "It is {C}.\n\n| a | b |\n|--|--|\n| 1 | 2 |")
      .replace("- [Layer Normalization](https://arxiv.org/abs/1607.06450)", "- https://example.org/");
    same(choice, other);
  });

  it("is the same for a multiple response whose keys moved", () => {
    const body = (a: string, b: string, c: string) =>
      file("", `Which?\n\n- [${a}] One\n- [${b}] Two\n- [${c}] Three${explained}`);
    same(body("x", "x", " "), body(" ", "x", "x"));
  });

  it("is the same for an ordering in any right order", () => {
    same(
      file("kind: ordering\n", `Order.\n\n1. One\n2. Two\n3. Three${explained}`),
      file("kind: ordering\n", `Order.\n\n1. Three\n2. One\n3. Two${explained}`),
    );
  });

  it("is the same for any pairing of a table", () => {
    const table = (x: string, y: string) =>
      file("kind: matching\n", `Match.\n\n| L | R |\n|--|--|\n| a | ${x} |\n| b | ${y} |${explained}`);
    same(table("one", "two"), table("two", "one"));
  });

  it("is the same for any number and any text", () => {
    same(file("answer: 1\n", `How many?${explained}`), file("answer: 2\ntolerance: 1\n", `How many?${explained}`));
    same(file("answer: one\n", `Which?${explained}`), file("answer: [two, deux]\n", `Which?${explained}`));
  });
});

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
    const { question: parsed, problems } = ordering("Nobody has seen B before. Option C is last.");
    expect(problems.map(({ rule, severity }) => [rule, severity])).toContainEqual(["letter-unclear", "warning"]);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    const { public: open, secret } = parsed?.question ?? question("").question;
    const shown = "options" in open ? open.options.map(({ id }) => id).reverse() : [];
    const printed = renderRichText(secret.explanation, shown).replace(/<[^>]*>/g, "");
    expect(printed).toContain("A is “Air”, B is “Glass”, C is “Screen”.");
    expect(printed).toContain("Nobody has seen B before. Option C is last.");
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
  ])("are told in a stem: %s", (stem, rule, severity) => {
    const told = ordering("Because.", stem).problems.map((problem) => [problem.rule, problem.severity]);
    expect(told).toEqual([[rule, severity]]);
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
