import { expect, it } from "vitest";
import { loadBank } from "#lib/cli/load-bank";
import { readContent } from "#lib/cli/read-content";

it("the questions that come with Mockdown have no problem, not even a warning", async () => {
  const { checked } = loadBank(await readContent("content"));
  expect(checked.problems).toEqual([]);
  expect(checked.exams.map((exam) => exam.questions.length)).toEqual([expect.toSatisfy((count) => count >= 120), 10]);
});
