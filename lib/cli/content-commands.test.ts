import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { checkCommand } from "./check-command.ts";
import { exportCommand } from "./export-command.ts";
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
