import { readFileSync, writeFileSync } from "node:fs";
import type { ProblemFormat } from "#lib/content/check/problem-formats";
import type { ParsedQuestion } from "#lib/content/parsed-question";
import type { SourceFile } from "#lib/content/read/source";
import { printProblems } from "./check-command.ts";
import { checkLinks } from "./links/check-links.ts";
import { findAddresses } from "./links/find-addresses.ts";
import { writeChecked } from "./links/write-checked.ts";
import { checkContent } from "./load-bank.ts";
import { readContent } from "./read-content.ts";
import { typedPath } from "./typed-path.ts";

export interface LinksOptions {
  readonly format: ProblemFormat;
  /** Milliseconds between two requests to one host. */
  readonly pause: number;
  /** Writes today's date into `checked:` of the questions whose references all exist. */
  readonly write?: boolean;
}

/** Checks every address in a content folder and prints those that have changed; exit code 1 if a page is gone. */
export async function linksCommand(folder: string, { format, pause, write }: LinksOptions): Promise<void> {
  const files = readContent(folder);
  const found = findAddresses(files);
  const tell = process.stderr.isTTY ? (text: string) => process.stderr.write(`\r\u001b[K${text}`) : undefined;
  const { problems, alive } = await checkLinks(found, { pauseMs: pause, ...(tell ? { tell } : {}) });
  tell?.("");
  process.stdout.write(printProblems(folder, files, problems, format));
  if (problems.some(({ severity }) => severity === "error")) process.exitCode = 1;
  const pages = new Set(found.map(({ url }) => url)).size;
  process.stderr.write(`${pages} addresses in ${found.length} links\n`);
  if (write) process.stderr.write(writeDays(folder, files, alive));
}

function writeDays(folder: string, files: readonly SourceFile[], alive: ReadonlySet<string>): string {
  const day = new Date().toISOString().slice(0, 10);
  const whole = checkContent(files).exams.flatMap(({ questions }) => questions.filter((each) => isAlive(each, alive)));
  const left: string[] = [];
  for (const { file } of whole) {
    const path = typedPath(folder, file);
    const changed = writeChecked(new TextDecoder("utf-8", { ignoreBOM: true }).decode(readFileSync(path)), day);
    if (changed === null) left.push(`${path} was not changed: write checked: ${day} yourself\n`);
    else writeFileSync(path, changed);
  }
  return `${left.join("")}wrote checked: ${day} into ${whole.length - left.length} questions whose references all exist\n`;
}

/** Whether the question has references and each of them leads to an existing page. */
function isAlive({ question }: ParsedQuestion, alive: ReadonlySet<string>): boolean {
  const { references } = question.secret;
  return references.length > 0 && references.every(({ url }) => alive.has(url));
}
