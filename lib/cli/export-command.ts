import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import type { QuestionDraft } from "#lib/content/draft";
import { parseDraft } from "#lib/content/parse-draft";
import { parseImagePath } from "#lib/content/read/image-path";
import { decodeSource } from "#lib/content/read/source";
import { beyondImport } from "#lib/formats/beyond-import";
import { exportFormats } from "#lib/formats/format-names";
import { findFormat } from "#lib/formats/registry";
import type { ExportReport } from "#lib/formats/report";
import { asStarted } from "./as-started.ts";
import { CommandRefused } from "./end-with.ts";
import { withItsCase } from "./export-cases.ts";
import { checkContent } from "./load-bank.ts";
import { readContent } from "./read-content.ts";
import { typedPath } from "./typed-path.ts";

/** Writes an exam in another format, and reports what that format cannot hold for each question. */
export async function exportCommand(
  folder: string,
  name: string,
  slug: string,
  options: { out: string },
): Promise<void> {
  const format = findFormat(name);
  if (!format?.exporter) throw new CommandRefused(`there is no export to ${name}: choose ${exportFormats.join(", ")}`);
  const files = readContent(folder);
  const checked = checkContent(files);
  const found = checked.exams.find((each) => each.slug === slug);
  if (!found?.exam)
    throw new CommandRefused(`there is no exam ${slug} without errors in ${folder}: see npm run content -- check`);
  const leftOut = new Set(
    checked.problems.flatMap(({ file, severity }) =>
      severity === "error" && file.startsWith(`${slug}/`) ? [file] : [],
    ),
  );
  const bytes = new Map(files.map((file) => [file.path, file.bytes]));
  const places = new Map(found.questions.map((question) => [question.id, question.file]));
  const drafts = found.questions.flatMap(({ file }) => {
    const draft = draftOf(file, bytes.get(file) ?? new Uint8Array());
    if (draft === null) leftOut.add(file);
    return draft === null ? [] : withItsCase(draft, file, slug, bytes);
  });
  const readAsset = (id: string, address: string) => {
    const image = parseImagePath(places.get(id) ?? "", address);
    return image.ok ? (bytes.get(image.path) ?? null) : null;
  };
  const report = format.exporter({ exam: found.exam, drafts, readAsset, now: new Date() });
  await writeFiles(report, options.out);
  for (const line of beyondImport(report.files)) process.stdout.write(`${line}\n`);
  process.stdout.write(summary(report));
  if (leftOut.size > 0) {
    const names = [...leftOut].map((file) => typedPath(folder, file)).join("\n");
    process.stderr.write(
      `Left out, because they have errors (see ${asStarted("npm run content -- check")}):\n${names}\n`,
    );
    process.exitCode = 1;
  }
}

function draftOf(path: string, bytes: Uint8Array): QuestionDraft | null {
  const source = decodeSource({ path, bytes });
  return source.ok ? parseDraft(path, source.text).draft : null;
}

/** A single file is written to `out`; several files go into a folder with that name. */
async function writeFiles({ files }: ExportReport, out: string): Promise<void> {
  for (const file of files) {
    const target = files.length === 1 ? out : join(out, file.path);
    if (target !== out && !resolve(target).startsWith(resolve(out) + sep))
      throw new Error(`${file.path} points outside ${out}`);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, file.bytes);
    process.stdout.write(`${target}\n`);
  }
}

function summary({ items }: ExportReport): string {
  const count = (status: string) => items.filter((item) => item.status === status).length;
  const lines = items.flatMap((item) => item.notes.map((note) => `${item.id}  ${item.status}: ${note}`));
  const total = `${items.length} questions: ${count("exported")} exported, ${count("noted")} exported with a note, ${count("refused")} refused`;
  return `${[...lines, total].join("\n")}\n`;
}
