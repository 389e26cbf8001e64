import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import type { ExamDefinition } from "#lib/content/parse-exam";
import { anyText } from "#lib/content/read/source";
import { writeQuestion } from "#lib/content/write-question";
import { importFormats } from "#lib/formats/format-names";
import { findFormat } from "#lib/formats/registry";
import type { ImportedQuestion } from "#lib/formats/report";
import { reportText } from "#lib/formats/report-text";
import { CommandRefused } from "./end-with.ts";
import { readSource } from "./import-source.ts";
import { checkContent } from "./load-bank.ts";
import { readContent } from "./read-content.ts";

export interface ImportOptions {
  readonly exam: string;
  readonly out: string;
  readonly domain?: string;
}

/** Turns foreign questions into files of ours and accounts for every item found. Never writes over a file; ends with 1 where nothing was converted. */
export async function importCommand(name: string, path: string, options: ImportOptions): Promise<void> {
  const format = findFormat(name);
  if (!format?.importer) throw new CommandRefused(`there is no import of ${name}: choose ${importFormats.join(", ")}`);
  const { files, readAsset, notices } = readSource(path, format.extensions);
  const { exam, ids, texts, caseNames } = await findExam(options.out, options.exam);
  const report = format.importer({
    files,
    exam,
    takenIds: ids,
    caseNames,
    readAsset,
    ...(options.domain ? { domain: options.domain } : {}),
  });
  const folder = join(options.out, options.exam);
  const questions = report.items.filter((item) => item.status !== "refused");
  let known = 0;
  for (const item of questions) {
    const text = writeQuestion(item.draft);
    if (texts.has(text)) known++;
    else await writeItem(folder, item, text);
  }
  const again =
    known === 0
      ? []
      : [`${known} of the questions stand in ${folder} already, word for word; they were not written again`];
  process.stdout.write(reportText({ ...report, notices: [...notices, ...report.notices, ...again] }));
  if (questions.length === 0) process.exitCode = 1;
}

/** The names of all formats that can be used one way. */
async function writeItem(folder: string, item: ImportedQuestion, text: string): Promise<void> {
  for (const asset of item.assets) await write(folder, asset.path, asset.bytes);
  await write(folder, `${item.draft.id}.md`, text);
}

async function write(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  const target = resolve(folder, path);
  if (!target.startsWith(resolve(folder) + sep)) throw new Error(`${path} leads out of ${folder}`);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    // Two questions may show the same image, whose name holds its hash.
    if (error.code !== "EEXIST" || path.endsWith(".md")) throw error;
  });
}

interface Target {
  readonly exam: ExamDefinition;
  readonly ids: readonly string[];
  /** The files of the exam, as texts. */
  readonly texts: ReadonlySet<string>;
  readonly caseNames: readonly string[];
}

async function findExam(folder: string, slug: string): Promise<Target> {
  const files = readContent(folder);
  const checked = checkContent(files);
  const found = checked.exams.find((each) => each.slug === slug);
  if (!found?.exam)
    throw new CommandRefused(
      `there is no exam ${slug} without errors in ${folder}: write ${join(folder, slug, "exam.md")} first`,
    );
  const cases = `${slug}/cases/`;
  const caseNames = files.flatMap(({ path }) =>
    path.startsWith(cases) && path.endsWith(".md") ? [path.slice(cases.length, -3)] : [],
  );
  // A file with an error has a name all the same.
  const names = files.flatMap(({ path }) => (path.startsWith(`${slug}/`) ? [basename(path, ".md")] : []));
  const texts = new Set(
    files.flatMap(({ path, bytes }) => (path.startsWith(`${slug}/`) && path.endsWith(".md") ? [anyText(bytes)] : [])),
  );
  return { exam: found.exam, texts, ids: [...found.questions.map((question) => question.id), ...names], caseNames };
}
