import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { runHere } from "../support/command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "mockdown-own-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("checks the folder that init has just written as the one exam that it is", async () => {
  const place = join(folder, "my-questions");
  mkdirSync(join(place, "general"), { recursive: true });
  const text = "---\ndomain: general\n---\nWhich is it?\n\n- [x] One\n- [ ] Two\n\n## Explanation\n\nSo it is.\n";
  writeFileSync(join(place, "general", "first.md"), text);
  const run = (...args: readonly string[]) => runHere("content", args, {});
  expect(await run("init", place)).toMatchObject({ code: 0 });
  expect(await run("check", place)).toMatchObject({ code: 0, output: expect.stringContaining("0 errors") });
  expect(await run("list", place)).toMatchObject({ code: 0, output: expect.stringContaining("first") });
});
