import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { type Format, formats } from "#lib/content/formats/registry";
import type { ImportedQuestion, SourceFile } from "#lib/content/formats/report";
import { reportText } from "#lib/content/formats/report-text";
import { writeQuestion } from "#lib/content/formats/write-question";
import type { ExamDefinition } from "#lib/content/parse-exam";
import { CommandRefused } from "./end-with.ts";
import { checkContent } from "./load-bank.ts";
import { readContent } from "./read-content.ts";

export interface ImportOptions {
  readonly exam: string;
  readonly out: string;
  readonly domain?: string;
}

const images = ["png", "jpg", "jpeg", "gif", "webp", "svg", "avif"];
const largestSource = 64 * 1024 * 1024;

/** Turns foreign questions into files of ours and accounts for every item found. Never writes over a file. */
export async function importCommand(name: string, path: string, options: ImportOptions): Promise<void> {
  const format = formats.find((each) => each.name === name && each.importer !== null);
  if (!format?.importer) throw new CommandRefused(`there is no import of ${name}: choose ${namesOf("importer")}`);
  const files = await readSource(path, format);
  const { exam, ids } = await findExam(options.out, options.exam);
  const beside = new Map(files.map((file) => [file.path, file.bytes]));
  const report = format.importer({
    files: files.filter((file) => hasEnding(file.path, format.extensions)),
    exam,
    takenIds: ids,
    readAsset: (asset) => beside.get(asset) ?? null,
    ...(options.domain ? { domain: options.domain } : {}),
  });
  const folder = join(options.out, options.exam);
  for (const item of report.items) if (item.status !== "refused") await writeItem(folder, item);
  process.stdout.write(reportText(report));
}

/** The names of all formats that can be used one way. */
export function namesOf(way: "importer" | "exporter"): string {
  return formats.flatMap((format) => (format[way] === null ? [] : [format.name])).join(", ");
}

async function writeItem(folder: string, item: ImportedQuestion): Promise<void> {
  for (const asset of item.assets) await write(folder, asset.path, asset.bytes);
  await write(folder, `${item.draft.id}.md`, writeQuestion(item.draft));
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

async function readSource(path: string, format: Format): Promise<readonly SourceFile[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new CommandRefused(`there is no ${path}: give the path of a file or folder to import`);
  const folder = found.isDirectory() ? path : dirname(path);
  const names = found.isDirectory() ? await readdir(folder, { recursive: true }) : await besideOf(path);
  const wanted = names.filter((name) => hasEnding(name, [...format.extensions, ...images]) || name === basename(path));
  const files: SourceFile[] = [];
  for (const name of wanted.sort()) {
    const { size } = await stat(join(folder, name));
    if (size > largestSource)
      throw new CommandRefused(`${join(folder, name)} has ${size} bytes, more than ${largestSource}: split it`);
    files.push({ path: name.replaceAll("\\", "/"), bytes: await readFile(join(folder, name)) });
  }
  return files;
}

/** A single file with the images of its folder: other documents there were not asked for. */
async function besideOf(path: string): Promise<string[]> {
  const names = await readdir(dirname(path), { recursive: true });
  return names.filter((name) => name === basename(path) || hasEnding(name, images));
}

function hasEnding(path: string, endings: readonly string[]): boolean {
  return endings.includes(path.split(".").at(-1)?.toLowerCase() ?? "");
}

async function findExam(folder: string, slug: string): Promise<{ exam: ExamDefinition; ids: readonly string[] }> {
  const checked = checkContent(readContent(folder));
  const found = checked.exams.find((each) => each.slug === slug);
  if (!found?.exam)
    throw new CommandRefused(
      `there is no exam ${slug} without errors in ${folder}: write ${join(folder, slug, "exam.md")} first`,
    );
  return { exam: found.exam, ids: found.questions.map((question) => question.id) };
}
