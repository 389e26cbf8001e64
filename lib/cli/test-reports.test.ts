import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readPlaywright, readVitest } from "./test-reports.mjs";

const folder = mkdtempSync(join(tmpdir(), "mockdown-reports-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(report: unknown): string {
  const file = join(folder, "report.json");
  writeFileSync(file, typeof report === "string" ? report : JSON.stringify(report));
  return file;
}

it("names each failed test of Vitest with the beginning of its error, and a file that does not load", () => {
  const passed = { status: "passed", fullName: "adds", failureMessages: [] };
  const broken = {
    status: "failed",
    fullName: "divides",
    failureMessages: ["\u001b[31mError: by zero\u001b[39m\n\n  at x"],
  };
  const files = [
    { name: "a.test.ts", status: "failed", message: "", assertionResults: [passed, broken] },
    { name: "b.test.ts", status: "failed", message: "no such module", assertionResults: [] },
  ];
  expect(readVitest(written({ success: false, numPassedTests: 1, testResults: files }))).toEqual({
    passed: 1,
    failed: ["a.test.ts › divides\n    Error: by zero\n      at x", "b.test.ts\n    no such module"],
    flaky: [],
  });
});

it("counts an error outside any test of Vitest as one failure", () => {
  const { failed } = readVitest(written({ success: false, numPassedTests: 3, testResults: [] }));
  expect(failed).toHaveLength(1);
});

it("names the failed tests of Playwright apart from those that passed on the second try", () => {
  const test = (title: string, status: string, message?: string) => ({
    title,
    file: "x.spec.ts",
    tests: [{ projectName: "sqlite", status, results: [message === undefined ? {} : { error: { message } }, {}] }],
  });
  const suites = [
    { specs: [test("is quick", "expected")], suites: [{ specs: [test("breaks", "unexpected", "Error: no")] }] },
    { specs: [test("wavers", "flaky", "Error: late")] },
  ];
  const stats = { expected: 1, unexpected: 1, flaky: 1 };
  expect(readPlaywright(written({ suites, stats, errors: [] }))).toEqual({
    passed: 2,
    failed: ["[sqlite] x.spec.ts › breaks\n    Error: no"],
    flaky: ["[sqlite] x.spec.ts › wavers\n    Error: late"],
  });
});

it("counts a run of Playwright that did not begin by its errors", () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0 };
  const { failed } = readPlaywright(written({ suites: [], stats, errors: [{ message: "no browser" }] }));
  expect(failed).toEqual(["Playwright\n    no browser"]);
});

it("counts a report that is missing or cut off as one failure", () => {
  expect(readVitest(join(folder, "missing.json")).failed).toHaveLength(1);
  expect(readPlaywright(written('{"suites": [')).failed).toHaveLength(1);
});
