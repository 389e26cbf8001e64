import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
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
const mostBytes = 8 * 1024 * 1024;
for (const [name, size] of [
  ["large.png", mostBytes + 1],
  ["most.png", mostBytes],
  ["notes.pdf", mostBytes + 1],
] as const) {
  writeFileSync(join(root, name), "");
  truncateSync(join(root, name), size);
}
afterAll(() => rmSync(root, { recursive: true }));

describe("readContent", () => {
  const read = readContent(root);
  const unread = (path: string) => read.find((file) => file.path === path)?.unread;

  it("gives every file but the hidden ones, sorted", () => {
    const paths = ["elsewhere", "exam/closed.md", "exam/folder.md", "exam/linked.md", "exam/one.md"];
    const others = ["large.png", "most.png", "notes.pdf"];
    expect(read.map(({ path }) => path)).toEqual([...paths, ...others]);
    expect(unread("exam/one.md")).toBeUndefined();
  });

  it("follows no link, and says so of each", () => {
    expect(unread("exam/linked.md")).toBe("this is a link to another place");
    expect(unread("elsewhere")).toBe("this is a link to another place");
  });

  it("says of an empty folder with the name of a text that it is one", () => {
    expect(unread("exam/folder.md")).toBe("this is an empty folder");
  });

  it("says how large an image is that has more than 8 MiB, and gives no bytes in its place", () => {
    const large = read.find(({ path }) => path === "large.png");
    expect(large?.bytes.length).toBe(0);
    expect(large).toMatchObject({
      unread: "this image has 8388609 bytes, more than 8 MiB",
      remedy: "scale it down, or save it with more compression",
    });
    expect(read.find(({ path }) => path === "most.png")?.bytes.length).toBe(mostBytes);
    expect([unread("most.png"), unread("notes.pdf")]).toEqual([undefined, undefined]);
  });

  it.skipIf(process.getuid?.() === 0)("says of a file that may not be read why", () => {
    expect(unread("exam/closed.md")).toBe("this file cannot be read (EACCES)");
  });
});
