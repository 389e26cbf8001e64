import { describe, expect, it } from "vitest";
import type { QuestionDraft } from "#lib/content/draft";
import { capabilities } from "../capabilities.ts";
import { exportAiken } from "./export.ts";
import { importAiken } from "./import.ts";

const exam = { slug: "x", title: "X", domains: [{ id: "storage", title: "Storage" }] };
const [plain] = capabilities;
const draft = (parts: Partial<QuestionDraft>): QuestionDraft => ({ ...(plain?.sample as QuestionDraft), ...parts });
const options = (...texts: string[]) => texts.map((text, index) => ({ text, correct: index === 1, note: null }));

describe("the export to Aiken", () => {
  it("writes question, options and key as lines of plain text, and says what it lost", () => {
    const out = exportAiken({
      exam,
      drafts: [draft({ stem: "What is **it**,\nthen?\n\nSay `x_1`.", options: options("- 5", "`a`\n`b`", "a \\* b") })],
    });
    expect(new TextDecoder().decode(out.files[0]?.bytes)).toBe(
      "What is it, then? Say x_1.\nA. - 5\nB. a b\nC. a * b\nANSWER: B\n",
    );
    expect(out.items[0]?.notes.join()).toContain("Aiken cannot hold the explanation, domain, difficulty and tags");
  });

  it("comes back with the same key", () => {
    const { files } = exportAiken({ exam, drafts: [draft({ options: options("one", "# two", "3. three") })] });
    const [item] = importAiken({ files, exam }).items;
    if (item === undefined || item.status === "refused") throw new Error(JSON.stringify(item));
    expect(item.draft.options.map(({ text, correct }) => `${correct ? "+" : "-"}${text.replace(/\\/g, "")}`)).toEqual([
      "-one",
      "+# two",
      "-3. three",
    ]);
  });

  it.each<[string, Partial<QuestionDraft>]>([
    ["no multiple questions", { kind: "multiple" }],
    ["a block of code", { stem: "Read:\n\n```\nx\n```" }],
    ["a block of code", { stem: "```\nx\n```\n\nWhat is it?" }],
    ["a formula", { stem: "What is $x$?" }],
    ["a picture", { stem: "![a](b.png)" }],
    ["begins like an Aiken option", { stem: "A. Lovelace wrote what?" }],
    ['two options read "x"', { options: options("`x`", "x") }],
  ])("refuses what would be another question: %s", (reason, parts) => {
    const { items, files } = exportAiken({ exam, drafts: [draft(parts)] });
    expect(items[0]).toMatchObject({ status: "refused" });
    expect(items[0]?.notes.join()).toContain(reason);
    expect(files[0]?.bytes).toHaveLength(0);
  });
});
