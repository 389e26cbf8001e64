import { describe, expect, it } from "vitest";
import { checkBank } from "./check-bank.ts";
import type { SourceFile } from "./read/source.ts";

const file = (path: string, text: string): SourceFile => ({ path, bytes: new TextEncoder().encode(text) });

const bank = (language: string, question: string) =>
  checkBank([
    file(
      "x/exam.md",
      `---\ntitle: X\n${language}questions: 1\nminutes: 1\npassing: 50\ndomains:\n  - { id: d, title: D, weight: 100 }\n---\nX.\n`,
    ),
    file("x/q.md", question),
  ]);

const question = (explanation: string, last = "Keine der genannten Antworten") => `---
domain: d
---
Was misst BLEU?

- [ ] Laufzeit
- [x] Überlappung
- [ ] ${last}

## Explanation

${explanation}
`;

const shown = (language: string, text: string) => bank(language, text).exams[0]?.questions[0]?.question;
const rules = (language: string, text: string) => bank(language, text).problems.map(({ rule }) => rule);

describe("an exam that says its language", () => {
  it("keeps it as its canonical tag, and is the same as before where it says none", () => {
    expect(bank("language: pt-br\n", question("So.")).exams[0]?.exam?.language).toBe("pt-BR");
    expect(bank("", question("So.")).exams[0]?.exam).not.toHaveProperty("language");
  });

  it("is reported when that is not a language", () => {
    const [problem] = bank("language: German\n", question("So.")).problems;
    expect(problem).toMatchObject({ rule: "bad-value", place: { line: 3 } });
    expect(problem?.message).toContain("a tag of a language, such as de");
  });

  it.each(["de", "de-AT"])("leaves an option that speaks of the others last: %s", (language) => {
    const open = shown(`language: ${language}\n`, question("So."))?.public;
    expect(open).toMatchObject({ pinned: [open !== undefined && "options" in open ? open.options[2]?.id : ""] });
    expect(rules(`language: ${language}\n`, question("So."))).toContain("all-of-the-above");
    expect(shown("", question("So."))?.public).toMatchObject({ pinned: [] });
  });

  it.each([
    ["de", "Alle oben genannten"],
    ["de", "Alle Antworten sind richtig."],
    ["de", "Keine davon"],
    ["fr", "Toutes les réponses ci-dessus"],
    ["fr", "Aucune de ces réponses"],
    ["es", "Todas las anteriores"],
    ["it", "Nessuna delle precedenti"],
    ["pt", "Nenhuma das anteriores"],
    ["de", "All of the above"],
  ])("knows such an option in %s: %s", (language, option) => {
    expect(rules(`language: ${language}\n`, question("So.", option))).toContain("all-of-the-above");
  });

  it.each(["Alle Modelle", "Keine Überlappung", "Beide Seiten"])("takes for none of these: %s", (option) => {
    expect(rules("language: de\n", question("So.", option))).not.toContain("all-of-the-above");
  });

  it("takes no A for the English article where the exam is German", () => {
    const doubtful = question("A model like BERT reads all words.", "Länge");
    expect(rules("", doubtful)).not.toContain("letter-unclear");
    expect(rules("language: en\n", doubtful)).not.toContain("letter-unclear");
    expect(rules("language: de\n", doubtful)).toContain("letter-unclear");
  });

  it("says what letters name in the language of the exam, where entries are always shuffled", () => {
    const ordering = `---\ndomain: d\nkind: ordering\n---\nBringen Sie das in die richtige Reihenfolge.\n\n1. Luft\n2. Glas\n\n## Explanation\n\nB gilt zuletzt.\n`;
    const legend = (language: string) => String(shown(language, ordering)?.secret.explanation[0]);
    expect(legend("language: de\n")).toContain("Buchstaben in dieser Erklärung: A ist „Luft“, B ist „Glas“.");
    expect(legend("language: fr\n")).toContain("Lettres de cette explication\u00a0: A est «\u00a0Luft\u00a0», B est ");
    expect(legend("language: es-MX\n")).toContain("Letras de esta explicación: A es «Luft», B es «Glas».");
    expect(legend("language: it\n")).toContain("Lettere di questa spiegazione: A è «Luft», B è «Glas».");
    expect(legend("language: pt-BR\n")).toContain("Letras desta explicação: A é “Luft”, B é “Glas”.");
    expect(legend("language: nl\n")).toContain("<em>A = “Luft”, B = “Glas”.</em>");
    expect(legend("")).toContain("Letters in this explanation: A is “Luft”, B is “Glas”.");
  });
});
