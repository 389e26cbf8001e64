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
      "    refused: no ANSWER: line gives the key",
      "2 found: 0 converted, 1 converted with a note, 1 refused",
      "",
    ].join("\n"),
  );
});

it("tells a reason once, with its count, where many items are refused for it", () => {
  const text = Array.from({ length: 5 }, (_, index) => `Which ${index}?\nA. One\nB. Two\n`).join("\n");
  const files = [{ path: "quiz.txt", bytes: new TextEncoder().encode(text) }];
  const report = importAiken({ files, exam: { slug: "x", title: "X", domains: [{ id: "d", title: "D" }] } });
  expect(reportText(report)).toBe(
    [
      "quiz.txt:1  Which 0?",
      "    refused: no ANSWER: line gives the key",
      "5 refused for one reason: no ANSWER: line gives the key",
      "5 found: 0 converted, 0 converted with a note, 5 refused",
      "",
    ].join("\n"),
  );
});
