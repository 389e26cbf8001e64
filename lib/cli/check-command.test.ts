import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { commandFolders, question } from "../../tests/support/command-folder.ts";
import { checkCommand } from "./check-command.ts";
import { namedFile } from "./named-file.ts";

const { contentOf, said } = commandFolders();

describe("check --fix", () => {
  const ended = (text: string) => `\uFEFF${text.replaceAll("\n", "\r\n")}`;

  it("mends slips, keeps every other byte, and says what it mended and what it left", async () => {
    const slip = ended(question("Which?").replace("domain:", "Domain:").replace("- [ ]", "-[ ]"));
    const folder = contentOf({ "x/q.md": slip, "x/r.md": question("![](none.png)") });
    await checkCommand(folder, { format: "text", fix: true });
    expect(readFileSync(join(folder, "x/q.md"), "utf8")).toBe(ended(question("Which?")));
    expect(readFileSync(join(folder, "x/r.md"), "utf8")).toBe(question("![](none.png)"));
    expect(said()).toMatch(/x\/q\.md:2:1 {2}fixed {2}unknown-key/);
    expect(said()).toMatch(/2 fixed; what is left:\n[\s\S]*x\/r\.md:4:1 {2}error {2}missing-alt/);
  });

  it("writes a text in UTF-16 as UTF-8", async () => {
    const folder = contentOf({});
    writeFileSync(join(folder, "x/q.md"), `\uFEFF${question("Which?")}`, "utf16le");
    await checkCommand(folder, { format: "text", fix: true });
    expect(readFileSync(join(folder, "x/q.md"), "utf8")).toBe(question("Which?"));
  });
});

describe("check of one file", () => {
  const whole = () => contentOf({ "x/q.md": question(""), "x/r.md": question("![](none.png)"), "README.md": "Mine." });

  it.each(["x/q.md", "x/exam.md"])("says what is wrong in %s, and nothing of others", async (file) => {
    const folder = whole();
    const named = namedFile(join(folder, file));
    expect(named.folder && resolve(named.folder)).toBe(join(folder, "x"));
    vi.stubEnv("CONTENT_EXAM", "x");
    await checkCommand(join(folder, "x"), { format: "text", file: named.file });
    vi.unstubAllEnvs();
    expect(said().includes("x/q.md:6:1  error  no-stem")).toBe(file === "x/q.md");
    expect(said()).not.toContain("r.md");
    expect(process.exitCode).toBe(file === "x/q.md" ? 1 : undefined);
  });

  it("mends that file alone", async () => {
    const slip = question("Which?").replace("domain:", "Domain:");
    const folder = contentOf({ "x/q.md": slip, "x/r.md": slip });
    await checkCommand(folder, { format: "text", fix: true, file: join(folder, "x/q.md") });
    expect(readFileSync(join(folder, "x/q.md"), "utf8")).toBe(question("Which?"));
    expect(readFileSync(join(folder, "x/r.md"), "utf8")).toBe(slip);
  });

  it("refuses a file that is in no exam, or that is not read", async () => {
    const folder = whole();
    expect(() => namedFile(join(folder, "README.md"))).toThrow("is in no exam");
    const checked = checkCommand(folder, { format: "text", file: join(folder, "x/picture.png") });
    await expect(checked).rejects.toThrow("is not read as a question");
  });
});
