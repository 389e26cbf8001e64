import { join } from "node:path";
import { formatProblems } from "#lib/content/check/format-problems";
import type { ProblemFormat } from "#lib/content/check/problem-formats";
import type { Problem } from "#lib/content/problem";
import { anyText, type SourceFile } from "#lib/content/read/source";
import { checkContent } from "./load-bank.ts";
import { mendFiles } from "./mend-files.ts";
import { readContent } from "./read-content.ts";
import { typedPath } from "./typed-path.ts";

/**
 * Prints every problem of a content folder; with `fix`, those that it could not fix. Exit code 1 on an error or too
 * many warnings.
 */
export async function checkCommand(
  folder: string,
  options: { format: ProblemFormat; maxWarnings?: number; fix?: boolean },
): Promise<void> {
  if (options.fix) tellMended(mendFiles(folder, readContent(folder)), options.format);
  const files = readContent(folder);
  if (!files.some(({ path }) => /(?:^|\/)exam\.md$/.test(path)))
    process.stderr.write(
      `there is no exam in ${folder}: npm run content -- init ${join(folder, "my-exam")} begins one\n`,
    );
  const checked = checkContent(files, today());
  process.stdout.write(printProblems(folder, files, checked.problems, options.format));
  const errors = checked.problems.filter((problem) => problem.severity === "error").length;
  const warnings = checked.problems.length - errors;
  if (errors > 0 || warnings > (options.maxWarnings ?? Number.POSITIVE_INFINITY)) process.exitCode = 1;
}

/** Prints what was fixed on stderr, out of the way of programs that read the other output. */
function tellMended(lines: readonly string[], format: ProblemFormat): void {
  const stream = format === "text" ? process.stdout : process.stderr;
  stream.write(`${lines.join("")}${lines.length} fixed; what is left:\n`);
}

/** The day (YYYY-MM-DD) by the clock of this machine, in UTC. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Problems with paths as the author types them: from the current folder. */
export function printProblems(
  folder: string,
  files: readonly SourceFile[],
  problems: readonly Problem[],
  format: ProblemFormat,
): string {
  const typed = (path: string) => typedPath(folder, path);
  const needed = new Set(problems.map((problem) => problem.file));
  const sources = new Map(
    files.filter((file) => needed.has(file.path)).map((file) => [typed(file.path), anyText(file.bytes)]),
  );
  return formatProblems(
    problems.map((problem) => ({ ...problem, file: typed(problem.file) })),
    sources,
    format,
  );
}
