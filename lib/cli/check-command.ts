import { join } from "node:path";
import { formatProblems, type ProblemFormat } from "#lib/content/check/format-problems";
import type { Problem } from "#lib/content/problem";
import { anyText, type SourceFile } from "#lib/content/read/source";
import { contentExam } from "#lib/env/content-exam";
import { checkContent } from "./load-bank.ts";
import { readContent } from "./read-content.ts";

/** Prints every problem of a content folder; exit code 1 on an error or too many warnings. */
export async function checkCommand(
  folder: string,
  options: { format: ProblemFormat; maxWarnings?: number },
): Promise<void> {
  const files = readContent(folder);
  const checked = checkContent(files, today());
  process.stdout.write(printProblems(folder, files, checked.problems, options.format));
  const errors = checked.problems.filter((problem) => problem.severity === "error").length;
  const warnings = checked.problems.length - errors;
  if (errors > 0 || warnings > (options.maxWarnings ?? Number.POSITIVE_INFINITY)) process.exitCode = 1;
}

/** The day (YYYY-MM-DD) by the clock of this machine, in UTC. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The path of a content file from the current folder. */
export function typedPath(folder: string, path: string): string {
  const exam = contentExam();
  return join(folder, exam === null ? path : path.slice(exam.length + 1)).replaceAll("\\", "/");
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
