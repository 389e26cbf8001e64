import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, it, vi } from "vitest";
import { checkCommand } from "./check-command.ts";
import { initCommand } from "./init-command.ts";
import { newCommand } from "./new-command.ts";

const folder = mkdtempSync(join(tmpdir(), "mockdown-first-"));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

it("an author in an empty folder is told how to begin, and can", async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const begin = `npm run content -- init ${join(folder, "my-exam")}`;
  await checkCommand(folder, { format: "text" });
  expect(told.mock.calls.join()).toContain(begin);
  await expect(newCommand(folder, "my-exam/q")).rejects.toThrow(begin);
  initCommand(join(folder, "my-exam"));
  await newCommand(folder, "my-exam/q");
  expect(existsSync(join(folder, "my-exam/q.md"))).toBe(true);
});
