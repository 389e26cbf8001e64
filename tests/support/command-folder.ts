import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeEach, vi } from "vitest";

export const exam =
  "---\ntitle: X\ncode: X\nquestions: 1\nminutes: 1\npassing: 50\ndomains:\n  - { id: core, title: Core, weight: 100 }\n---\nX.\n";
export const question = (stem: string) =>
  `---\ndomain: core\n---\n${stem}\n\n- [x] One\n- [ ] Two\n\n## Explanation\n\nSo it is.\n`;

/** Folders for the commands of a test file, and what the commands print. The exit code is forgotten after each test. */
export function commandFolders() {
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
  let folders = 0;
  return {
    said: () => said,
    forget() {
      said = "";
    },
    /** A content folder with the exam `x`. */
    contentOf(files: Readonly<Record<string, string>>): string {
      folders += 1;
      const folder = join(root, String(folders));
      for (const [path, text] of Object.entries({ "x/exam.md": exam, ...files })) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      return folder;
    },
  };
}
