import { describe, expect, it } from "vitest";
import { processorTime } from "../../../tests/support/processor-time.ts";
import { parseDraft } from "../parse-draft.ts";
import { parseQuestion } from "../parse-question.ts";
import { writeQuestion } from "../write-question.ts";

const exam = { slug: "x", domains: ["d"], cases: new Map() };
const file = (text: string, front = "") =>
  `---\n${front}domain: d\n---\nComplete it.\n\n${text}\n\n## Explanation\n\nBecause.\n`;

function read(text: string) {
  const { question, problems } = parseQuestion({ file: "x/q.md", text, exam, imageUrl: () => null });
  if (question === null) throw new Error(JSON.stringify(problems));
  const { public: open, secret } = question.question;
  if (open.kind !== "cloze" || secret.key.kind !== "cloze") throw new Error(`it is of kind ${open.kind}`);
  return { open, key: secret.key, publicPart: question.publicPart, problems };
}

describe("a file with a text with blanks", () => {
  const { open, key } = read(file("The *[[first | last]]* is `[[no | blank]]`; the other is [[a[0] | a < b | last]]."));
  const textOf = (id: string | undefined) => open.options.find((option) => option.id === id)?.text;

  it("needs no kind, and is asked by what is above the text", () => {
    expect(open.stemHtml).toBe("<p>Complete it.</p>");
    expect(open.stemText).toBe("Complete it. The ____ is [[no | blank]]; the other is ____.");
  });

  it("is kept as HTML around the blanks, wherever in it they are", () => {
    expect(open.cloze.pieces).toEqual(["<p>The <em>", "</em> is <code>[[no | blank]]</code>; the other is ", ".</p>"]);
    expect(open.options.map(({ html }) => html)).toContain("a &lt; b");
  });

  it("takes the option written first for the right one of its blank", () => {
    expect(Object.values(key.pairs).map(textOf)).toEqual(["first", "a[0]"]);
    expect(open.cloze.blanks.map(({ optionIds }) => optionIds.length)).toEqual([2, 3]);
  });

  it("tells options of one text in two blanks apart", () => {
    const named = open.options.filter(({ text }) => text === "last");
    expect(named).toHaveLength(2);
    expect(new Set(open.options.map(({ id }) => id)).size).toBe(5);
  });

  it("has the same public part whichever options are right", () => {
    const turned = "The *[[last | first]]* is `[[no | blank]]`; the other is [[last | a[0] | a < b]].";
    expect(read(file(turned)).publicPart).toBe(
      read(file("The *[[first | last]]* is `[[no | blank]]`; the other is [[a[0] | a < b | last]].")).publicPart,
    );
  });

  it("may have blanks in a list, a table and several paragraphs", () => {
    const several = read(
      file("One [[a | b]].\n\n- two [[a | b]]\n\n| x | y |\n| --- | --- |\n| 3 | [[a \\| b]] |\n\nEnd."),
    );
    expect(several.open.cloze.blanks).toHaveLength(3);
    expect(several.open.cloze.pieces.at(-1)).toContain("<p>End.</p>");
  });

  it("is the same file again when it is taken apart and written", () => {
    const text = file("The [[first | last]] and\nthe [[\\*b\\* | c]].");
    const { draft } = parseDraft("x/q.md", text);
    expect(draft?.cloze).toBe("The [[first | last]] and\nthe [[\\*b\\* | c]].");
    expect(draft && writeQuestion(draft)).toBe(text);
  });

  it("is no such question where double brackets hold no stroke, or stand in code alone", () => {
    for (const text of ["A [[link]].\n\n- [x] a\n- [ ] b", "`[[a | b]]`\n\n- [x] a\n- [ ] b"])
      expect(() => read(file(text))).toThrow("it is of kind single");
  });

  it("is read in a time that grows with its length", () => {
    const timed = (text: string) => {
      const begun = processorTime();
      parseQuestion({ file: "x/q.md", text: file(text), exam, imageUrl: () => null });
      return processorTime() - begun;
    };
    timed("[[a | b]]");
    expect(timed(`[[a | b]] ${"[[ | ".repeat(20_000)}`)).toBeLessThan(5_000);
  });
});
