import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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

it("names what a first sync would add, without making a database", async () => {
  const place = join(folder, "my-questions");
  const DATABASE_URL = `file:${join(folder, "none", "mockdown.db")}`;
  const outcome = await runHere("content", ["sync", "--dry-run", place], { DATABASE_URL });
  const sentence = "added    my-questions/first\nWould be: 1 added, 0 revised, 0 unchanged, 0 retired";
  expect(outcome).toMatchObject({ code: 0, output: expect.stringContaining(sentence) });
  expect(existsSync(join(folder, "none"))).toBe(false);
});

it("says after init how the first question is begun, in words that work as they are", async () => {
  const place = join(folder, "begun");
  const { output } = await runHere("content", ["init", place], {});
  const words = /npm run content -- (new .*)\n/.exec(output)?.[1]?.split(" ") ?? [];
  expect(await runHere("content", words, {})).toMatchObject({ code: 0 });
  expect(existsSync(join(place, "my-question.md"))).toBe(true);
});
