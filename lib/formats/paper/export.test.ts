import { describe, expect, it } from "vitest";
import { capabilities } from "../capabilities.ts";
import { formats } from "../registry.ts";
import { exportPaper } from "./export.ts";

describe("a printed paper", () => {
  const drafts = capabilities.map(({ sample }, index) => ({ ...sample, id: `question-${index + 1}` }));
  const exam = { slug: "warehouse", title: "Warehouse <1>", domains: [] };
  const out = exportPaper({ exam, drafts, readAsset: () => Uint8Array.from([1, 2, 3]) });
  const [paper = "", answers = ""] = out.files.map(({ bytes }) => new TextDecoder().decode(bytes));

  it("has every question, and the answers in a file of their own", () => {
    expect(out.files.map(({ path }) => path)).toEqual(["warehouse-paper.html", "warehouse-answers.html"]);
    expect(paper.match(/<section>/g)).toHaveLength(drafts.length);
    expect(answers.match(/<section>/g)).toHaveLength(drafts.length);
  });

  it("gives away no answer", () => {
    // Code is left aside: how it is coloured may differ between two renderings, and is not an answer.
    const uncoloured = drafts.filter(({ stem }) => !stem.includes("```"));
    const other = uncoloured.map((draft) => ({
      ...draft,
      options: draft.options.map((option, index) => ({
        ...option,
        correct: draft.kind === "multiple" ? index !== 0 : index === 1,
        note: "Changed.",
      })),
      explanation: "Changed.",
      steps: [...draft.steps].reverse(),
      accepted: ["changed"],
      references: [],
    }));
    const print = (given: typeof drafts) =>
      exportPaper({ exam, drafts: given, readAsset: () => Uint8Array.from([1]) }).files;
    expect(print(other)[0]).toEqual(print(uncoloured)[0]);
    expect(print(other)[1]).not.toEqual(print(uncoloured)[1]);
  });

  it("prints references to options as the letters of the paper", () => {
    expect(answers).toContain("<p>B is last in, first out; A is not.</p>");
  });

  it("prints references to steps and matches in words, which have no letters or other ones", () => {
    const pair = {
      ...(drafts.find(({ kind }) => kind === "matching") ?? drafts[0]),
      id: "pairs",
      explanation: "So {B}.",
    };
    const pairs = [
      ["salt", "a jar"],
      ["flour", "a *bin*"],
    ] as const;
    const given = [{ ...pair, pairs }] as typeof drafts;
    // Formats that have no matching, keep braces, or are packages.
    const without = new Set<string>(["aiken", "csv", "qti", "qti12", "apkg", "text2qti"]);
    for (const { name, exporter } of formats) {
      const text = exporter?.({ exam, drafts: given })
        .files.map(({ bytes }) => new TextDecoder().decode(bytes))
        .join("");
      if (text !== undefined && !without.has(name)) expect(text, name).toMatch(/So .*a bin/);
    }
  });

  it("holds everything it needs and runs nothing", () => {
    for (const page of [paper, answers]) {
      expect(page).not.toMatch(/<script|\son\w+=|<link|@import|src="(?!data:)/);
      expect(page).toContain("<title>Warehouse &lt;1&gt;");
    }
    expect(paper).toContain('src="data:image/png;base64,AQID"');
  });
});
