import { describe, expect, it } from "vitest";
import type { QuestionDraft } from "#lib/content/draft";
import type { ImportedItem, ImportInput } from "../report.ts";
import { finishImport } from "./finish-import.ts";

const option = (text: string, correct = false) => ({ text, correct, note: null });

function finish(draft: Partial<QuestionDraft>, input: Partial<ImportInput> = {}): ImportedItem | undefined {
  const exam = { slug: "x", title: "X", domains: [{ id: "d", title: "D" }] };
  const item = { place: "a:1", title: "t", file: "a", draft: { explanation: "So.", ...draft } };
  return finishImport({ items: [item], notices: [] }, { files: [], exam, ...input }).items[0];
}

const textsOf = (item: ImportedItem | undefined) =>
  item?.status === "refused" ? item.reason : item?.draft.options.map(({ text }) => text);

describe("finishImport", () => {
  it("never makes a file that stops the next sync", () => {
    const item = finish({ stem: "Which?", options: [option("One", true), option("Two")], checked: "someday" });
    expect(item).toMatchObject({ status: "refused", reason: expect.stringContaining("rule bad-value") });
  });

  it("finds options that became the same, such as two images that are missing", () => {
    const options = [option("![a flag](one.png)", true), option("![a flag](two.png)")];
    expect(textsOf(finish({ stem: "Which?", options }))).toMatch(/^options 1 and 2 both say "\(image missing/);
  });

  it("keeps an option of one line as it reads, whatever it begins with", () => {
    const options = [option("1. Stop, 2. start", true), option("- none"), option("> 5"), option("2) later")];
    expect(textsOf(finish({ stem: "Which?", options }))).toEqual([
      "1\\. Stop, 2. start",
      "\\- none",
      "\\> 5",
      "2\\) later",
    ]);
  });

  it("keeps an option that is nothing but a tag, and a link that is escaped", () => {
    const options = [option("<br>", true), option("<strong>"), option("<b></b>"), option("\\[a](b.c) !\\[d](e.png)")];
    const item = finish({ stem: "Which element breaks a line?", options });
    expect(textsOf(item)).toEqual(["\\<br>", "\\<strong>", "\\<b>\\</b>", "\\[a](b.c) !\\[d](e.png)"]);
    expect(item?.notes).toEqual([]);
  });

  it("keeps what only looks like a link, and the words of a link into the source", () => {
    const options = [option("[Name] [varchar](200)", true), option("see [notes](../notes.md) or `[a](b)`")];
    const item = finish({ stem: "Which?", options });
    expect(textsOf(item)).toEqual(["[Name] \\[varchar](200)", "see notes or `[a](b)`"]);
    expect(item?.notes).toEqual(["the link to ../notes.md points into the source; its text was kept"]);
  });

  it("leaves out a scenario that the exam does not have, with a note", () => {
    const draft = { stem: "Which?", options: [option("One", true), option("Two")], case: "mill" };
    expect(finish(draft, { caseNames: [] })?.notes).toEqual(["not kept: case mill, which the exam does not have"]);
    expect(finish(draft, { caseNames: ["mill"] })?.status).toBe("converted");
  });

  it("says which tag it cut", () => {
    const draft = { stem: "Which?", options: [option("One", true), option("Two")], tags: ["x".repeat(61)] };
    const item = finish(draft);
    expect(item?.status !== "refused" && item?.draft.tags).toEqual(["x".repeat(60)]);
    expect(item?.notes).toEqual([`the tag "${"x".repeat(61)}" was cut to 60 characters`]);
  });
});
