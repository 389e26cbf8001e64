import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import type { FullResult, Reporter, TestCase, TestResult } from "@playwright/test/reporter";
import { isLong } from "../../support/run-length.ts";
import { longOnly, longRun } from "../short-run.ts";
import { type FaultDocument, formatFaults, parseFaults, type Row, type Rows } from "./fault-document.ts";

const names = { sqlite: "SQLite", postgresql: "PostgreSQL" } as const;
type Project = keyof typeof names;

interface Options {
  readonly file?: string;
  /** What Playwright was given: a run is whole where nobody named some of the files, projects or tests. */
  readonly words?: readonly string[];
}

/**
 * Prints the table of faults. A run that everything survived is written to docs/faults.md: the first part by a whole run,
 * the part of the long run piece by piece. What was not run on a database keeps the outcome of its last run.
 */
export default class FaultReport implements Reporter {
  private readonly faults = new Map<string, Row>();
  private readonly longFaults = new Map<string, Row>();
  private readonly figures = new Map<string, string>();
  private readonly file: string;
  private readonly isWhole: boolean;

  constructor({ file = "docs/faults.md", words = process.argv.slice(2) }: Options = {}) {
    this.file = file;
    this.isWhole = words.every((word) => word === "test");
  }

  onTestEnd(test: TestCase, result: TestResult) {
    if (!isFault(test)) return;
    const rows = isLongOnly(specOf(test)) || test.tags.includes(longRun.tag) ? this.longFaults : this.faults;
    const row = rows.get(test.title) ?? { sqlite: "not run", postgresql: "not run" };
    const outcome = result.status === "passed" ? "survived" : result.status === "skipped" ? "–" : "FAILED";
    rows.set(test.title, { ...row, [projectOf(test)]: outcome });
    for (const { type, description } of result.annotations)
      if (type === "figure") this.figures.set(`${names[projectOf(test)]}: ${test.title}`, description ?? "");
  }

  onEnd(result: FullResult) {
    const { faults, longFaults, figures } = this;
    if (faults.size + longFaults.size === 0) return;
    const run = { faults, longFaults, figures: isLong ? new Map() : figures, longFigures: figures };
    process.stdout.write(`\n${formatFaults({ ...run, longFigures: isLong ? figures : new Map() })}\n`);
    if (result.status !== "passed") return;
    const before = read(this.file);
    const after = formatFaults(this.merged(parseFaults(before)));
    if (before !== after) writeFileSync(this.file, after);
  }

  private merged(before: FaultDocument): FaultDocument {
    const { isWhole } = this;
    // What the short run no longer has, the long run has; one that is whole drops what nobody has.
    const moved = isWhole && !isLong ? without(before.faults, this.faults) : new Map<string, Row>();
    const keep = <T>(map: ReadonlyMap<string, T>) => (isWhole ? new Map<string, T>() : map);
    return {
      faults: isWhole
        ? mergeRows(only(before.faults, this.faults), this.faults)
        : mergeRows(before.faults, only(this.faults, before.faults)),
      figures: isWhole && !isLong ? this.figures : before.figures,
      longFaults: isLong ? mergeRows(keep(before.longFaults), this.longFaults) : mergeRows(moved, before.longFaults),
      longFigures: isLong ? new Map([...keep(before.longFigures), ...this.figures]) : before.longFigures,
    };
  }
}

/** The rows of `rows` whose fault `others` has, too. */
function only(rows: Rows, others: Rows): Rows {
  return new Map([...rows].filter(([title]) => others.has(title)));
}

function without(rows: Rows, others: Rows): Rows {
  return new Map([...rows].filter(([title]) => !others.has(title)));
}

/** Of a piece that was run on one database, the other's outcome stays. */
function mergeRows(before: Rows, after: Rows): Rows {
  const merged = new Map(before);
  for (const [title, row] of after) {
    const old = before.get(title) ?? row;
    const cell = (project: Project) => (row[project] === "not run" ? old[project] : row[project]);
    merged.set(title, { sqlite: cell("sqlite"), postgresql: cell("postgresql") });
  }
  return merged;
}

function isLongOnly(spec: string): boolean {
  return longOnly.some((name) => `faults/${spec}` === `${name}.spec.ts`);
}

function specOf(test: TestCase): string {
  return basename(test.location.file);
}

function projectOf(test: TestCase): Project {
  return test.parent.project()?.name as Project;
}

function isFault(test: TestCase): boolean {
  return test.location.file.includes("/e2e/faults/");
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
