import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { checkCommand } from "./check-command.ts";
import { exportCommand } from "./export-command.ts";
import { importCommand } from "./import-command.ts";
import { newCommand } from "./new-command.ts";

const root = mkdtempSync(join(tmpdir(), "mockdown-content-"));
afterAll(() => rmSync(root, { recursive: true }));

let said = "";
beforeEach(() => {
  said = "";
  const say = (text: string | Uint8Array) => {
    said += text;
    return true;
  };
  vi.spyOn(process.stdout, "write").mockImplementation(say);
  vi.spyOn(process.stderr, "write").mockImplementation(say);
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

const exam =
  "---\ntitle: X\ncode: X\nquestions: 1\nminutes: 1\npassing: 50\ndomains:\n  - { id: core, title: Core, weight: 100 }\n---\nX.\n";
const question = (stem: string) =>
  `---\ndomain: core\n---\n${stem}\n\n- [x] One\n- [ ] Two\n\n## Explanation\n\nSo it is.\n`;

let folders = 0;
/** A content folder with the exam `x`. */
function contentOf(files: Readonly<Record<string, string>>): string {
  folders += 1;
  const folder = join(root, String(folders));
  for (const [path, text] of Object.entries({ "x/exam.md": exam, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe("files whose lines end in CR LF", () => {
  const ended = (text: string) => text.replaceAll("\n", "\r\n");

  it("are exported", async () => {
    const folder = contentOf({ "x/exam.md": ended(exam), "x/q.md": ended(question("Which?")) });
    await exportCommand(folder, "csv", "x", { out: join(folder, "x.csv") });
    expect(said).toContain("1 questions: 1 exported");
  });

  it("are quoted without their line ends", async () => {
    const folder = contentOf({ "x/q.md": ended(question("![](none.png)")) });
    await checkCommand(folder, { format: "text" });
    expect(said).toContain("![](none.png)");
    expect(said).not.toContain("U+000D");
  });

  it("take new questions", async () => {
    const folder = contentOf({ "x/exam.md": ended(exam) });
    await newCommand(folder, "x/q");
    expect(said).toBe(`${join(folder, "x", "q.md")}\n`);
  });
});

describe("a new question", () => {
  it.each([
    ["x/readme", /readme\.md is not read/],
    ["x/core/readme", /readme\.md is not read/],
    ["x/cases/q", /x\/cases is for the texts that questions share/],
  ])("is not made at %s, where none is read", async (target, sentence) => {
    const folder = contentOf({});
    await expect(newCommand(folder, target)).rejects.toThrow(sentence);
    expect(readdirSync(join(folder, "x"))).toEqual(["exam.md"]);
  });
});

describe("the images of an export", () => {
  it("have a name of their own for each question, and stay within the folder", async () => {
    const folder = contentOf({
      "x/core/q.md": question('![Fig](fig.png "t") ![Fig](../images/fig.png) ![Fig](../images/my%20fig.png) which?'),
      "x/core/q.png": "unused",
      "x/core/fig.png": "core",
      "x/images/fig.png": "images",
      "x/images/my fig.png": "mine",
      "x/other/r.md": question("![Fig](<fig.png>) what?"),
      "x/other/fig.png": "other",
    });
    const out = join(folder, "out");
    await exportCommand(folder, "csv", "x", { out });
    const images = { "q_fig.png": "core", "q_2-fig.png": "images", "q_my-fig.png": "mine", "r_fig.png": "other" };
    expect(readdirSync(out, { recursive: true }).sort()).toEqual(
      ["images", "x.csv", ...Object.keys(images).map((name) => join("images", name))].sort(),
    );
    for (const [name, text] of Object.entries(images))
      expect(readFileSync(join(out, "images", name), "utf8")).toBe(text);
    const table = readFileSync(join(out, "x.csv"), "utf8");
    expect(table).toContain(
      '![Fig](images/q_fig.png ""t"") ![Fig](images/q_2-fig.png) ![Fig](images/q_my-fig.png) which?',
    );
    expect(table).toContain("![Fig](images/r_fig.png) what?");
  });

  it.each(["moodle-xml", "qti", "anki", "paper"])("are found by %s under a name with a space", async (format) => {
    const folder = contentOf({ "x/q.md": question("![Fig](my%20fig.png) which?"), "x/my fig.png": "mine" });
    await exportCommand(folder, format, "x", { out: join(folder, "out") });
    expect(said).toContain("1 questions: 1 exported");
  });
});

describe("an import", () => {
  const quiz = "Which?\nA. One\nB. Two\nANSWER: B\n";

  it("of the same file writes nothing a second time", async () => {
    const folder = contentOf({});
    const source = join(folder, "quiz.txt");
    writeFileSync(source, quiz);
    await importCommand("aiken", source, { exam: "x", out: folder });
    await importCommand("aiken", source, { exam: "x", out: folder });
    expect(readdirSync(join(folder, "x")).sort()).toEqual(["exam.md", "which.md"]);
    expect(said).toContain("1 of the questions stand in");
    expect(process.exitCode).toBeUndefined();
  });

  it("that converts nothing ends with 1", async () => {
    const folder = contentOf({});
    const source = join(folder, "quiz.txt");
    writeFileSync(source, quiz.replace("ANSWER: B", ""));
    await importCommand("aiken", source, { exam: "x", out: folder });
    expect(process.exitCode).toBe(1);
  });
});
