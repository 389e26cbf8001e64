import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { FullResult, Reporter, TestCase, TestResult } from "@playwright/test/reporter";

const file = "docs/faults.md";
const names = { sqlite: "SQLite", postgresql: "PostgreSQL" } as const;

/** Prints the table of faults, and writes it to docs/faults.md when every fault has run on both databases. */
export default class FaultReport implements Reporter {
  private readonly outcomes = new Map<string, Map<string, string>>();
  private readonly figures = new Map<string, string>();
  private planned = 0;
  private isWhole = false;

  onBegin(_: unknown, suite: { allTests(): TestCase[] }) {
    const faults = suite.allTests().filter(isFault);
    this.planned = faults.length;
    const files = new Set(faults.map((test) => test.location.file));
    const projects = new Set(faults.map((test) => test.parent.project()?.name));
    this.isWhole = files.size >= 5 && projects.size === 2;
  }

  onTestEnd(test: TestCase, result: TestResult) {
    if (!isFault(test)) return;
    const project = test.parent.project()?.name ?? "";
    const row = this.outcomes.get(test.title) ?? new Map<string, string>();
    row.set(project, result.status === "passed" ? "survived" : result.status === "skipped" ? "–" : "FAILED");
    this.outcomes.set(test.title, row);
    for (const { type, description } of result.annotations)
      if (type === "figure")
        this.figures.set(`${names[project as keyof typeof names]}: ${test.title}`, description ?? "");
  }

  onEnd(result: FullResult) {
    if (this.planned === 0 || this.outcomes.size === 0) return;
    const text = this.table();
    process.stdout.write(`\n${text}`);
    if (!this.isWhole || result.status !== "passed") return;
    mkdirSync("docs", { recursive: true });
    if (read() !== text) writeFileSync(file, text);
  }

  private table(): string {
    const cell = (row: Map<string, string>, project: string) => row.get(project) ?? "not run";
    const rows = [...this.outcomes].sort(([a], [b]) => (a < b ? -1 : 1));
    const lines = rows.map(([title, row]) => `| ${title} | ${cell(row, "sqlite")} | ${cell(row, "postgresql")} |`);
    const figures = [...this.figures].sort().map(([title, value]) => `| ${title} | ${value} |`);
    return [
      "# Faults",
      "",
      "Each fault is done to the built app in a real browser. Afterwards the database and the result are held to what the",
      "learner chose and was told is saved: nothing lost, nothing twice, no answer at another question. `npm test` runs",
      "them and writes this table; `MOCKDOWN_LONG=1 npm test` runs the long forms.",
      "",
      `${rows.length} faults.`,
      "",
      "| fault | SQLite | PostgreSQL |",
      "| --- | --- | --- |",
      ...lines,
      "",
      "Figures of the run, measured and not asserted:",
      "",
      "| fault | figure |",
      "| --- | --- |",
      ...figures,
      "",
    ].join("\n");
  }
}

function isFault(test: TestCase): boolean {
  return test.location.file.includes("/e2e/faults/");
}

function read(): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
