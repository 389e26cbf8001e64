import { expect, it } from "vitest";
import type { BankContent } from "./bank-content.ts";
import { type KnownQuestion, planSync } from "./plan-sync.ts";

const question = (name: string, contentHash: string) => ({
  name,
  domain: "d",
  difficulty: null,
  tags: [],
  contentHash,
  publicPart: "{}",
  secretPart: "{}",
});

function contentOf(questions: BankContent["exams"][number]["questions"]): BankContent {
  const exam = { slug: "x", title: "X", definition: "{}", contentHash: "h", questions, unchanged: [] };
  return { exams: [exam], media: [], fingerprint: "f" };
}

const known = (name: string, contentHash: string): KnownQuestion => ({
  id: `id-${name}`,
  examSlug: "x",
  name,
  domain: "d",
  difficulty: null,
  tags: "[]",
  retired: false,
  revisionId: `revision-${name}`,
  contentHash,
  lastNumber: 1,
  stagedHash: null,
});

it("names what a sync adds, revises and retires, and nothing that stays", () => {
  const content = contentOf([question("new", "1"), question("changed", "2"), question("same", "3")]);
  const { changes } = planSync(content, [known("changed", "old"), known("same", "3"), known("gone", "4")]);
  expect(changes).toEqual({ added: ["x/new"], revised: ["x/changed"], retired: ["x/gone"], renamed: [] });
});

it("recognizes a question under another name by its content", () => {
  const content = contentOf([question("after", "1"), question("other", "2")]);
  const { changes } = planSync(content, [known("before", "1")]);
  expect(changes.renamed).toEqual([{ from: "x/before", to: "x/after" }]);
});
