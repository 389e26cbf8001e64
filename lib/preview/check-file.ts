import { hash } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import { checkBank } from "#lib/content/check-bank";
import type { ParsedFile } from "#lib/content/parse-question";
import type { Problem } from "#lib/content/problem";
import type { Question } from "#lib/exam/question";
import { mediaOf } from "../cli/load-bank.ts";
import { readContent } from "../cli/read-content.ts";

/** A question's file as it is now, whatever the database shows. */
export interface FileCheck {
  /** Path from the content folder. */
  readonly file: string;
  /** Null while the file has an error. */
  readonly question: Question | null;
  /** Of this file and of its exam's, as `npm run content -- check` prints them. */
  readonly problems: readonly Problem[];
}

interface Parsed {
  readonly key: string;
  readonly result: ParsedFile;
}

/** What each file came to the last time, by its path: a save changes one. */
const parsed = new Map<string, Parsed>();

/**
 * Checks the file of one question in `folder`; null when there is none. For development: it reads the whole exam each time, and
 * parses what has changed since.
 */
export function checkFile(folder: string, examSlug: string, name: string): FileCheck | null {
  const own = join(folder, examSlug);
  if (!/^[a-z0-9-]+$/.test(examSlug) || !statSync(own, { throwIfNoEntry: false })?.isDirectory()) return null;
  const files = readContent(own).map((file) => ({ ...file, path: `${examSlug}/${file.path}` }));
  const media = mediaOf(files);
  const results = new Map<string, ParsedFile>();
  const { problems } = checkBank(files, {
    imageUrl: (path) => `/media/${media.get(path)?.hash}`,
    examRules: false,
    remember(file, context, parse) {
      const key = hash("sha256", Buffer.concat([Buffer.from(context), file.bytes]), "hex");
      const known = parsed.get(file.path);
      const result = known?.key === key ? known.result : parse();
      parsed.set(file.path, { key, result });
      results.set(file.path, result);
      return result;
    },
  });
  const [file, result] = [...results].find(([path, { id }]) => (id ?? nameOf(path)) === name) ?? [];
  if (file === undefined || result === undefined) return null;
  const concerned = new Set([file, `${examSlug}/exam.md`, `${examSlug}/cases/${result.caseName}.md`]);
  return {
    file,
    question: result.question?.question ?? null,
    problems: problems.filter((problem) => concerned.has(problem.file)),
  };
}

/** The id of a question whose front matter cannot be read. */
function nameOf(path: string): string {
  return path.replace(/^.*\/|\.md$/g, "");
}
