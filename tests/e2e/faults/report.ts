import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { FullResult, Reporter, TestCase, TestResult } from "@playwright/test/reporter";

const file = "docs/faults.md";
const names = { sqlite: "SQLite", postgresql: "PostgreSQL" } as const;

const shortTitle =
  "## Figures of a short run\n\nMeasured and not asserted, where the fault itself does not say so.\n\n";
const longTitle = "## Figures of the long run (MOCKDOWN_LONG=1)\n\n";

/** Prints the table of faults, and writes it to docs/faults.md when every fault has run on both databases. */
export default class FaultReport implements Reporter {
  private readonly outcomes = new Map<string, Map<string, string>>();
  private readonly figures = new Map<string, string>();
  private planned = 0;
  private isWhole = false;
  private readonly isLong = process.env.MOCKDOWN_LONG === "1";

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
    process.stdout.write(`\n${this.table()}\n${this.figureTable()}\n`);
    if (result.status !== "passed") return;
    // A short run does not overwrite the figures of a long one, nor part of a run the table of the whole.
    const before = read();
    const [table, long] = before.includes(longTitle) ? before.split(longTitle) : [before, ""];
    const top = this.isWhole ? `${this.table()}\n${this.isLong ? "" : `${shortTitle}${this.figureTable()}\n`}` : table;
    const figures = this.isLong && this.figures.size > 0 ? this.longFigures(long ?? "") : (long ?? "");
    if (!this.isWhole && !this.isLong) return;
    const text = figures === "" ? `${top}` : `${top}${longTitle}${figures}`;
    mkdirSync("docs", { recursive: true });
    if (before !== text) writeFileSync(file, text);
  }

  /** The rows of an earlier long run with those of this one in their places. */
  private longFigures(before: string): string {
    const rows = before.split("\n").filter((line) => line.startsWith("| ") && !/^\| (fault|---) /.test(line));
    const kept = new Map(
      rows.map((row) => [row.split(" | ")[0]?.slice(2) ?? "", row.split(" | ")[1]?.slice(0, -2) ?? ""]),
    );
    for (const [title, value] of this.figures) kept.set(title, value);
    return figuresOf(kept);
  }

  private figureTable(): string {
    return figuresOf(this.figures);
  }

  private table(): string {
    const cell = (row: Map<string, string>, project: string) => row.get(project) ?? "not run";
    const rows = [...this.outcomes].sort(([a], [b]) => (a < b ? -1 : 1));
    const lines = rows.map(([title, row]) => `| ${title} | ${cell(row, "sqlite")} | ${cell(row, "postgresql")} |`);
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
    ].join("\n");
  }
}

function figuresOf(figures: ReadonlyMap<string, string>): string {
  const lines = [...figures].sort().map(([title, value]) => `| ${title} | ${value} |`);
  return ["| fault | figure |", "| --- | --- |", ...lines, ""].join("\n");
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
