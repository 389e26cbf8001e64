import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkFile } from "./check-file.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mockdown-preview-"));
  await cp("tests/fixtures/exam-bank", folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

async function change(name: string, from: string, to: string): Promise<void> {
  const file = join(folder, "sample", `${name}.md`);
  await writeFile(file, (await readFile(file, "utf8")).replace(from, to));
}

it("gives the question of a file as it was saved last", async () => {
  expect(checkFile(folder, "sample", "tallest-tree")).toMatchObject({ file: "sample/tallest-tree.md", problems: [] });
  await change("tallest-tree", "The secret of", "A changed secret of");
  expect(JSON.stringify(checkFile(folder, "sample", "tallest-tree")?.question?.secret)).toContain(
    "A changed secret of",
  );
});

it("gives the problems of a file with errors, and no question", async () => {
  await change("widest-field", "domain:", "domian:");
  const check = checkFile(folder, "sample", "widest-field");
  expect(check).toMatchObject({ file: "sample/widest-field.md", question: null });
  expect(check?.problems[0]).toMatchObject({ severity: "error", place: { line: 2 } });
  expect(checkFile(folder, "sample", "tallest-tree")?.problems, "of another file").toEqual([]);
});

it("knows no question that has no file, and no folder that is not an exam's", () => {
  for (const [exam, name] of [
    ["sample", "none"],
    ["none", "tallest-tree"],
    ["..", "tallest-tree"],
    ["sample/..", "tallest-tree"],
  ] as const)
    expect(checkFile(folder, exam, name)).toBeNull();
});
