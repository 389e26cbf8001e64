import { existsSync, readFileSync } from "node:fs";
import { parseDraft } from "#lib/content/parse-draft";
import type { ExamDefinition } from "#lib/content/parse-exam";
import { sortFiles } from "#lib/content/read/sort-files";
import { anyText, type SourceFile } from "#lib/content/read/source";
import { splitFrontMatter } from "#lib/content/read/split-front-matter";
import { readExam } from "#lib/content/read-exam";
import type { Bank, KnownFile } from "#lib/formats/again/plan-import";
import { readRecords, recordsName } from "#lib/formats/again/records";
import { CommandRefused } from "./end-with.ts";
import { readContent } from "./read-content.ts";
import { typedPath } from "./typed-path.ts";

/** The exam that receives an import. */
export interface ImportTarget {
  readonly exam: ExamDefinition;
  readonly bank: Bank;
  /** Names that a new question cannot have. */
  readonly ids: readonly string[];
  readonly caseNames: readonly string[];
  readonly notices: readonly string[];
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Reads the exam `slug` of the content in `folder`. Its questions are not checked: importing a few new ones does not
 * depend on thousands of old ones.
 */
export function importTarget(folder: string, slug: string): ImportTarget {
  const sorted = sortFiles(readContent(folder)).exams.find((each) => each.slug === slug);
  const { exam, context } = sorted ? readExam(sorted, (path) => path) : { exam: null, context: null };
  if (!sorted || !exam?.exam || context === null)
    throw new CommandRefused(
      `there is no exam ${slug} without errors in ${folder}: write ${typedPath(folder, `${slug}/exam.md`)} first`,
    );
  const files = new Map(sorted.questions.map((file) => [idOf(file), file]));
  const texts = new Map([...files].map(([id, { bytes }]) => [anyText(bytes), id]));
  const fileOf = (id: string): KnownFile | null => {
    const file = files.get(id);
    return file ? { path: file.path.slice(slug.length + 1), raw: decoder.decode(file.bytes) } : null;
  };
  const draftOf = (id: string) => {
    const file = files.get(id);
    return file ? parseDraft(file.path, anyText(file.bytes)).draft : null;
  };
  const { records, notices } = recordsOf(typedPath(folder, `${slug}/${recordsName}`));
  const known = records.filter(({ id }) => files.has(id));
  const importedOf = (record: { readonly id: string; readonly text: string }) =>
    parseDraft(`${slug}/${record.id}.md`, record.text).draft;
  return {
    exam: exam.exam,
    bank: { context, records: known, idsByText: texts, fileOf, draftOf, importedOf },
    // A file's name is taken even if its id is different.
    ids: [...files.keys(), ...sorted.questions.map(({ path }) => nameOf(path))],
    caseNames: sorted.cases.map(({ path }) => nameOf(path)),
    notices,
  };
}

function idOf({ path, bytes }: SourceFile): string {
  const stated = /^id:[ \t]*["']?([a-z0-9-]+)/m.exec(splitFrontMatter(anyText(bytes)).yaml ?? "")?.[1];
  return stated ?? nameOf(path);
}

function nameOf(path: string): string {
  return path.replace(/^.*\/|\.md$/g, "");
}

function recordsOf(path: string) {
  const { records, broken } = existsSync(path) ? readRecords(readFileSync(path, "utf8")) : { records: [], broken: [] };
  const notices = broken.map((line) => `${path}:${line} is not a record of an import; it was left out`);
  return { records, notices };
}
