import { describe, expect, it } from "vitest";
import { explained, file, parse, question } from "../../tests/support/parse-text.ts";

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
