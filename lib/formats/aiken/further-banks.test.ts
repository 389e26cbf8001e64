import { describe, expect, it } from "vitest";
import { importText, keysOf, only } from "../../../tests/support/import-text.ts";
import type { ImportedQuestion } from "../report.ts";

describe("aiken", () => {
  it("says which line it joined to an option, because its letter is not the next", () => {
    const item = only(importText("aiken", { "a.txt": "Which?\nA. one\nB. two\nD. four\nANSWER: B\n" }));
    expect(keysOf(item)).toEqual(["-one", "+two\nD. four"]);
    expect(item.notes).toContain('"D. four" is not option C; it was joined to option B');
  });

  const question = (stem: string) => `${stem}\nA) one\nB) two\nANSWER: B\n\n`;
  const stemsOf = (text: string) =>
    (importText("aiken", { "a.txt": text }).items as ImportedQuestion[]).map(({ draft }) => draft.stem);

  it("removes numbers that run through the file, and no others", () => {
    expect(stemsOf(question("1. Which?") + question("2. What?"))).toEqual(["Which?", "What?"]);
    expect(stemsOf(question("1. FC Köln plays where?") + question("What?"))[0]).toContain("1");
  });

  it("keeps what is under the key as its explanation, not as the next question's", () => {
    const text =
      "Which?\nA. one\nB. two\nANSWER: B\nFeedback: Two *is*\nenough.\nReference: https://example.org/two\n\nWhat?\nA) red\nB) blue\nanswer: a\n\nExplanation: It glows.\n\nRationale: Bright.\nNow?\nA. x\nB. y\nANSWER: A\n";
    const items = importText("aiken", { "a.txt": text }).items as ImportedQuestion[];
    expect(items.map(({ draft }) => [draft.stem, draft.explanation])).toEqual([
      ["Which?", "Two \\*is\\*\\\nenough."],
      ["What?", "It glows.\n\nBright."],
      ["Now?", "The source gives no explanation."],
    ]);
    expect(items[0]?.draft.references).toEqual([{ title: "https://example.org/two", url: "https://example.org/two" }]);
  });

  it("removes a headword before a question", () => {
    expect(stemsOf(question("Q: Which?") + question("Question 7. What?"))).toEqual(["Which?", "What?"]);
  });
});
