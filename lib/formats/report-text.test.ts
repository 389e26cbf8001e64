import { expect, it } from "vitest";
import { importAiken } from "./aiken/import.ts";
import { reportText } from "./report-text.ts";

it("says of every item what became of it, and ends with numbers that add up", () => {
  const text = "Which?\nA. One\nB. Two\nANSWER: B\n\nWhat?\nA. One\nB. Two\n";
  const files = [{ path: "quiz.txt", bytes: new TextEncoder().encode(text) }];
  expect(reportText(importAiken({ files, exam: { slug: "x", title: "X", domains: [{ id: "d", title: "D" }] } }))).toBe(
    [
      "quiz.txt:1  Which?",
      "    noted, as which",
      "    - the source gives no explanation; the file says so: write one",
      "quiz.txt:6  What?",
      "    refused: no line ANSWER: states the key",
      "2 found: 0 converted, 1 converted with a note, 1 refused",
      "",
    ].join("\n"),
  );
});
