import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FullResult, TestCase, TestResult } from "@playwright/test/reporter";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import FaultReport from "./e2e/faults/report.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mockdown-faults-"));
});
afterAll(() => rm(folder, { recursive: true }));

const test = {
  title: "the network is gone",
  tags: [],
  location: { file: "/x/tests/e2e/faults/network.spec.ts" },
  parent: { project: () => ({ name: "sqlite" }) },
} as unknown as TestCase;
const figure = { type: "figure", description: "answers: 5" };
const results = (["failed", "passed"] as const).map((status) => ({ status, annotations: [figure] }));

async function writtenBy(words: readonly string[]): Promise<string> {
  const file = join(folder, words.join("-"));
  const report = new FaultReport({ file, words });
  const print = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  for (const result of results) report.onTestEnd(test, result as unknown as TestResult);
  report.onEnd({ status: "passed" } as FullResult);
  print.mockRestore();
  return readFile(file, "utf8");
}

it("a whole run writes the faults and figures that it has, though one needed a second try", async () => {
  const text = await writtenBy(["test"]);
  expect(text).toContain("| the network is gone | survived | not run |");
  expect(text).toContain("| SQLite: the network is gone | answers: 5 |");
});

it("a run of some files writes no figures of a short run", async () => {
  const [short = ""] = (await writtenBy(["test", "network.spec.ts"])).split("## Figures of the long run");
  expect(short).toContain("## Figures of a short run");
  expect(short).not.toContain("answers: 5");
});
