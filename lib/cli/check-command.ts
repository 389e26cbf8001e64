import { join, resolve } from "node:path";
import { formatProblems } from "#lib/content/check/format-problems";
import type { ProblemFormat } from "#lib/content/check/problem-formats";
import type { Problem } from "#lib/content/problem";
import { anyText, type SourceFile } from "#lib/content/read/source";
import { CommandRefused } from "./end-with.ts";
import { checkContent } from "./load-bank.ts";
import { mendFiles } from "./mend-files.ts";
import { readContent } from "./read-content.ts";
import { typedPath } from "./typed-path.ts";

/**
 * Prints every problem of a content folder, or of one `file` in it; with `fix`, those that it could not fix. Exit code 1 on
 * an error or too many warnings.
 */
export async function checkCommand(
  folder: string,
  options: { format: ProblemFormat; maxWarnings?: number; fix?: boolean; file?: string | null },
): Promise<void> {
  const isMeant = ({ path }: { readonly path: string }) =>
    !options.file || isSame(typedPath(folder, path), options.file);
  if (options.fix) tellMended(mendFiles(folder, readContent(folder), isMeant), options.format);
  const files = readContent(folder);
  if (options.file && !files.some((file) => isMeant(file) && isRead(file)))
    throw new CommandRefused(
      `${options.file} is not read as a question, a case or an exam: its name must end in .md, and README.md is left out`,
    );
  if (!files.some(({ path }) => /(?:^|\/)exam\.md$/.test(path)))
    process.stderr.write(
      `there is no exam in ${folder}: npm run content -- init ${join(folder, "my-exam")} begins one\n`,
    );
  const problems = checkContent(files, today()).problems.filter(({ file }) => isMeant({ path: file }));
  process.stdout.write(printProblems(folder, files, problems, options.format));
  const errors = problems.filter((problem) => problem.severity === "error").length;
  const warnings = problems.length - errors;
  if (errors > 0 || warnings > (options.maxWarnings ?? Number.POSITIVE_INFINITY)) process.exitCode = 1;
}

function isSame(one: string, other: string): boolean {
  return resolve(one) === resolve(other);
}

function isRead({ path }: SourceFile): boolean {
  return path.endsWith(".md") && !/(?:^|\/)readme\.md$/i.test(path);
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
