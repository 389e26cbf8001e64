import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readContent } from "./read-content.ts";

const root = mkdtempSync(join(tmpdir(), "mockdown-content-"));
mkdirSync(join(root, "exam", "folder.md"), { recursive: true });
for (const name of ["one.md", ".hidden.md", "closed.md"]) writeFileSync(join(root, "exam", name), name);
symlinkSync("one.md", join(root, "exam", "linked.md"));
symlinkSync("/nowhere", join(root, "elsewhere"));
chmodSync(join(root, "exam", "closed.md"), 0o000);
afterAll(() => rmSync(root, { recursive: true }));

describe("readContent", () => {
  const read = readContent(root);
  const unread = (path: string) => read.find((file) => file.path === path)?.unread;

  it("gives every file but the hidden ones, sorted", () => {
    const paths = ["elsewhere", "exam/closed.md", "exam/folder.md", "exam/linked.md", "exam/one.md"];
    expect(read.map(({ path }) => path)).toEqual(paths);
    expect(unread("exam/one.md")).toBeUndefined();
  });

  it("follows no link, and says so of each", () => {
    expect(unread("exam/linked.md")).toBe("this is a link to another place");
    expect(unread("elsewhere")).toBe("this is a link to another place");
  });

  it("says of an empty folder with the name of a text that it is one", () => {
    expect(unread("exam/folder.md")).toBe("this is an empty folder");
  });

  it.skipIf(process.getuid?.() === 0)("says of a file that may not be read why", () => {
    expect(unread("exam/closed.md")).toBe("this file cannot be read (EACCES)");
  });
});
