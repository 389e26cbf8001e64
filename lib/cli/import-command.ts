import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { againText } from "#lib/formats/again/again-text";
import { type PlannedQuestion, planImport } from "#lib/formats/again/plan-import";
import { type ImportRecord, recordsName, writeRecords } from "#lib/formats/again/records";
import { importFormats } from "#lib/formats/format-names";
import { findFormat } from "#lib/formats/registry";
import { reportText } from "#lib/formats/report-text";
import { CommandRefused } from "./end-with.ts";
import { readSource } from "./import-source.ts";
import { importTarget } from "./import-target.ts";
import { typedPath } from "./typed-path.ts";

export interface ImportOptions {
  readonly exam: string;
  readonly out: string;
  readonly domain?: string;
  /** If both a file and the source have changed, the source wins. */
  readonly overwrite?: boolean;
}

/**
 * Converts questions from other formats to our files and accounts for every item found. Questions that were imported
 * before are updated, except for what was changed by hand. Exit code 1 if nothing was converted.
 */
export async function importCommand(name: string, path: string, options: ImportOptions): Promise<void> {
  const format = findFormat(name);
  if (!format?.importer) throw new CommandRefused(`there is no import of ${name}: choose ${importFormats.join(", ")}`);
  const { files, readAsset, notices } = readSource(path, format.extensions);
  const { exam, bank, ids, caseNames, notices: reported } = importTarget(options.out, options.exam);
  const report = format.importer({
    files,
    exam,
    takenIds: ids,
    caseNames,
    readAsset,
    ...(options.domain ? { domain: options.domain } : {}),
  });
  const folder = typedPath(options.out, options.exam);
  const questions = report.items.filter((item) => item.status !== "refused");
  const planned = planImport(questions, bank, options.overwrite === true);
  for (const question of planned) await writeItem(folder, question);
  if (planned.length > 0) await writeRecordsOf(folder, planned, bank.records);
  const named = new Map(planned.map(({ item, id }) => [item, { ...item, draft: { ...item.draft, id } }]));
  const items = report.items.map((item) => (item.status === "refused" ? item : (named.get(item) ?? item)));
  const again = againText(planned, bank.records);
  process.stdout.write(
    reportText({ ...report, items, notices: [...notices, ...reported, ...report.notices, ...again] }),
  );
  if (questions.length === 0) process.exitCode = 1;
}

async function writeItem(folder: string, { item, id, write }: PlannedQuestion): Promise<void> {
  if (write === null) return;
  for (const asset of item.assets) await writeNew(folder, asset.path, asset.bytes);
  if (write.path === null) await writeNew(folder, `${id}.md`, write.text);
  else await writeFile(within(folder, write.path), write.text);
}

async function writeRecordsOf(
  folder: string,
  planned: readonly PlannedQuestion[],
  before: readonly ImportRecord[],
): Promise<void> {
  const records = new Map(
    [...before, ...planned.flatMap(({ record }) => record ?? [])].map((record) => [record.id, record]),
  );
  await writeFile(join(folder, recordsName), writeRecords(records.values()));
}

function within(folder: string, path: string): string {
  const target = resolve(folder, path);
  if (!target.startsWith(resolve(folder) + sep)) throw new Error(`${path} points outside ${folder}`);
  return target;
}

/** Never overwrites a file. */
async function writeNew(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  const target = within(folder, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    // Two questions may show the same image, whose name contains its hash.
    if (error.code !== "EEXIST" || path.endsWith(".md")) throw error;
  });
}
