import { describe, expect, it } from "vitest";
import type { QuestionDraft } from "#lib/content/draft";
import { capabilities } from "../capabilities.ts";
import { exportPaper } from "../paper/export.ts";
import { formatsBothWays } from "../registry.ts";
import { splitCaseText, withCaseText } from "./case-text.ts";

const exam = { slug: "shed", title: "Shed", domains: [{ id: "storage", title: "Storage" }] };
const plain: QuestionDraft = { ...(capabilities[0]?.sample as QuestionDraft), case: "warehouse" };
const text = "A *large* shed.\n\n---\n\nRow | Bins\n--- | ---\n1 | 20\n\n```\n---\n```";

it("parts what it puts together, whatever rules the case has", () => {
  const { caseText, stem } = splitCaseText(withCaseText(plain, "A [big] shed", text).stem);
  expect(stem).toBe(plain.stem);
  expect(caseText).toContain("```\n---\n```");
  expect(splitCaseText("What?\n\n---\n\nThat.")).toEqual({ caseText: null, stem: "What?\n\n---\n\nThat." });
});

describe.each(formatsBothWays)("the text of a case in $name", ({ importer, exporter }) => {
  const draft = withCaseText(plain, "The shed", text);
  const files = exporter?.({ exam, drafts: [draft] }).files ?? [];

  it("is taken off where the exam has the case", () => {
    const [item] = importer?.({ exam, files, caseNames: ["warehouse"] }).items ?? [];
    expect(item).toMatchObject({ draft: { case: "warehouse", stem: plain.stem } });
  });

  it("stays with the question elsewhere", () => {
    const [item] = importer?.({ exam, files, caseNames: [] }).items ?? [];
    expect(item?.status !== "refused" && item?.draft.stem).toContain("A *large* shed.");
  });
});

it("is printed once on paper", () => {
  const drafts = ["one", "two"].map((id) => ({ ...withCaseText(plain, "The shed", text), id }));
  const [paper] = exportPaper({ exam, drafts }).files;
  const html = new TextDecoder().decode(paper?.bytes);
  expect(html.match(/A <em>large<\/em> shed/g)).toHaveLength(1);
  expect(html).toContain("This question stands on the case before question 1.");
});
