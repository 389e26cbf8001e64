import { describe, expect, it } from "vitest";
import { checkBank } from "../check-bank.ts";
import { examRules } from "./exam-rules.ts";
import { questionRules } from "./question-rules.ts";

const exam = `---
title: Exam
questions: 1
minutes: 60
passing: 70
domains: [{ id: d, title: Domain, weight: 100 }]
---
`;

function rulesOf(questions: readonly string[]): readonly string[] {
  const files = [
    ["x/exam.md", exam] as const,
    ...questions.map((text, index) => [`x/question-${index}.md`, text] as const),
  ];
  const { problems } = checkBank(files.map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })));
  expect(problems.filter((problem) => problem.severity === "error")).toEqual([]);
  return problems.map((problem) => problem.rule);
}

describe.each([...questionRules, ...examRules].map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const lists = (examples: readonly (string | readonly string[])[]) => examples.map((example) => [example].flat());

  it.each(lists(rule.examples.bad))("remarks on its bad examples (%#)", (...questions) => {
    expect(rulesOf(questions)).toContain(id);
  });

  it.each(lists(rule.examples.good))("is silent on its good examples (%#)", (...questions) => {
    expect(rulesOf(questions)).not.toContain(id);
  });
});
