import { describe, expect, it } from "vitest";
import { findFormat } from "./registry.ts";
import type { ImportReport } from "./report.ts";

const exam = { slug: "x", title: "X", domains: [{ id: "d", title: "D" }] };

function importText(format: string, text: string, path = "q.txt"): ImportReport {
  const files = [{ path, bytes: new TextEncoder().encode(text) }];
  const report = findFormat(format)?.importer?.({ files, exam });
  if (!report) throw new Error(`no importer for ${format}`);
  return report;
}

/** Options with their keys, accepted texts or the number, of every item; why not, where one was refused. */
function answers(format: string, text: string, path?: string): readonly string[] {
  return importText(format, text, path).items.map((item) => {
    if (item.status === "refused") return `refused: ${item.reason}`;
    const { options, accepted, numeric } = item.draft;
    const chosen = options.map(
      ({ text: option, correct }) => `${correct ? "+" : "-"}${option.replace(/\\(?=\W)/g, "")}`,
    );
    return [...chosen, ...accepted, ...(numeric === null ? [] : [numeric.value])].join(" ");
  });
}

const moodle = (question: string, options: readonly string[]) =>
  `<quiz><question type="multichoice"><name><text>n</text></name><questiontext format="html"><text><![CDATA[${question}]]></text></questiontext><single>true</single>${options
    .map((text, i) => `<answer fraction="${i ? 0 : 100}" format="html"><text><![CDATA[${text}]]></text></answer>`)
    .join("")}</question></quiz>`;

describe("what is right is not refused", () => {
  it.each([
    ["gift", "W? {#.5}", "0.5"],
    ["gift", "W? {#5.:.25}", "5"],
    ["gift", "W? {=p->n ~p.n}", "+p->n -p.n"],
    ["gift", "W? {=a ~b ####because a = b}", "+a -b"],
    ["gift", "W? {=a ~b\n####because ~b # is wrong\n}", "+a -b"],
    ["gift", "W? {=cmd <file ~cmd >file}", "+cmd <file -cmd >file"],
    ["gift", 'W? {=<a href="x?a=1">one</a> ~two}', "+[one](x?a=1) -two"],
    ["aiken", "What?\nA)Wrong\nB)Right\nANSWER: B", "-Wrong +Right"],
    ["aiken", "What?\nA. Wrong\nB. Right\nAntwort: B", "-Wrong +Right"],
    ["markdown-letters", "1. Which?\n\nA. grep -e\nB. grep -E\n\nAnswer: B\n", "-grep -e +grep -E"],
    ["markdown-letters", "1. Which?\n\nA. true\nB. True\n\nAnswer: A\n", "+true -True"],
    ["markdown-bank", "## Which?\n\n- [x] []\n- [ ] [1]\n", "+[] -[1]"],
  ])("%s: %s", (format, text, expected) => {
    const [reported] = answers(format, text, format.startsWith("markdown") ? "q.md" : "q.txt");
    expect(reported?.replace("[one](x?a=1)", "one")).toBe(expected.replace("[one](x?a=1)", "one"));
  });

  it.each([
    "Antwort: B",
    "Richtige Antwort: B",
    "Lösung: B",
    "Respuesta: B",
    "Respuesta correcta: B",
    "Réponse : B",
    "Bonne réponse : B",
    "Resposta: B",
    "Gabarito: B",
    "Risposta: B",
    "Risposta corretta: B",
    "Antwoord: B",
    "Odpowiedź: B",
    "Ответ: B",
    "Правильный ответ: B",
    "Svar: B",
    "Vastaus: B",
    "Cevap: B",
    "Válasz: B",
    "Jawaban: B",
    "Đáp án: B",
    "正解：B",
    "答案：B",
    "정답: B",
  ])("a key in another language: %s", (key) => {
    expect(answers("markdown-letters", `1. Q?\n\nA. One\nB. Two\n\n${key}\n`, "q.md")).toEqual(["-One +Two"]);
    expect(answers("markdown-bank", `## Q?\n\n- [ ] One\n- [ ] Two\n\n**${key}**\n`, "q.md")).toEqual(["-One +Two"]);
  });

  it.each([
    "Erklärung: Darum.",
    "Begründung: Darum.",
    "Explicación: Por eso.",
    "Explication : C'est ça.",
    "解説：だから",
  ])("reasons in another language: %s", (reasons) => {
    const [item] = importText("markdown-letters", `1. Q?\n\nA. One\nB. Two\n\nAnswer: B\n\n${reasons}\n`, "q.md").items;
    const { explanation } = item?.status === "refused" || item === undefined ? { explanation: "" } : item.draft;
    expect(explanation).toBe(reasons.replace(/^.*?\s?[:：]\s?/, ""));
  });
});

describe("a sign that opens no element", () => {
  it("loses nothing of what is behind it in Moodle XML", () => {
    const question = "<p>If \\(x<y\\) holds, i<n steps of List<String> and a <b>bold</b> one?</p>";
    const [item] = importText("moodle-xml", moodle(question, ["i<n steps", "List<String>", "<i>b</i>"]), "q.xml").items;
    if (item === undefined || item.status === "refused") throw new Error(JSON.stringify(item));
    expect(item.draft.stem).toBe("If $x<y$ holds, i\\<n steps of List\\<String> and a **bold** one?");
    expect(item.draft.options.map(({ text }) => text)).toEqual(["i\\<n steps", "List\\<String>", "*b*"]);
    expect(item.notes.filter((note) => note.includes("became its text"))).toEqual([]);
  });
});

describe("a refusal", () => {
  it("quotes the texts that are the same", () => {
    const text = "1. Q?\n\nA. One\nB. Two\nC. One\n\nAnswer: B\n";
    expect(answers("markdown-letters", text, "q.md")).toEqual(['refused: options 1 and 3 both say "One"']);
  });
});
