import { hash } from "node:crypto";
import { lintExam } from "./check/lint-exam.ts";
import type { ParsedCase } from "./parse-case.ts";
import type { ExamDefinition } from "./parse-exam.ts";
import { type ParsedFile, parseQuestion } from "./parse-question.ts";
import type { ExamContext, ParsedQuestion } from "./parsed-question.ts";
import type { Problem } from "./problem.ts";
import { sortFiles } from "./read/sort-files.ts";
import { decodeSource, type SourceFile } from "./read/source.ts";
import { readExam } from "./read-exam.ts";
import { structuralProblem } from "./rules/structural-rules.ts";

/** An exam with all of its questions. */
interface CheckedExam {
  readonly slug: string;
  /** Null when its exam.md has an error. */
  readonly exam: ExamDefinition | null;
  /** Those without errors. */
  readonly questions: readonly ParsedQuestion[];
}

export interface CheckedBank {
  readonly exams: readonly CheckedExam[];
  /** Of all files, sorted by file and place. */
  readonly problems: readonly Problem[];
}

export interface BankOptions {
  /** The address of an image (path from the content folder); called only for images that exist. */
  readonly imageUrl?: (path: string) => string;
  /**
   * Caches the result for a question file, so that an unchanged file is not parsed again. `context` changes with
   * everything else that the result depends on; `parse` computes the result.
   */
  readonly remember?: (file: SourceFile, context: string, parse: () => ParsedFile) => ParsedFile;
  /** False leaves out the rules over all questions of an exam: they only warn, and need every question parsed. */
  readonly examRules?: boolean;
  /** Day (YYYY-MM-DD) with which `checked:` is compared; absent if the day of the check must not matter. */
  readonly today?: string;
}

/**
 * Checks every file of a content folder: `<exam>/exam.md`, `<exam>/cases/<name>.md`, and every other Markdown file of
 * an exam as a question. Files named README.md are skipped; files of other types are images that questions may show,
 * of which only the path is used. Never stops at the first problem.
 */
export function checkBank(files: readonly SourceFile[], options: BankOptions = {}): CheckedBank {
  const sorted = sortFiles(files);
  const images = new Set(sorted.others.map((file) => file.path));
  const serve = options.imageUrl ?? ((path: string) => `/media/${path}`);
  const imageUrl = (path: string): string | null => (images.has(path) ? serve(path) : null);
  const problems: Problem[] = [...sorted.problems];
  const exams = sorted.exams.map((entry): CheckedExam => {
    const { slug, exam, cases, questions } = entry;
    const { exam: parsedExam, cases: parsedCases, context } = readExam(entry, imageUrl, options.today);
    const parsedFiles = checkQuestionFiles(questions, context, images, imageUrl, options);
    problems.push(...parsedExam.problems, ...parsedCases.flatMap((each) => each.problems));
    problems.push(...parsedFiles.flatMap((each) => each.parsed.problems));
    problems.push(...duplicateIds(parsedFiles), ...unusedCases(cases, parsedCases, parsedFiles));
    const right = parsedFiles.flatMap(({ parsed }) => parsed.question ?? []);
    problems.push(...fewQuestions(exam, parsedExam.exam, parsedFiles.length));
    if (options.examRules !== false) problems.push(...lintExam(right));
    return { slug, exam: parsedExam.exam, questions: right };
  });
  return { exams, problems: problems.sort(byFileAndPlace) };
}

interface Checked {
  readonly file: string;
  readonly parsed: ParsedFile;
}

function checkQuestionFiles(
  files: readonly SourceFile[],
  exam: ExamContext,
  images: ReadonlySet<string>,
  imageUrl: (path: string) => string | null,
  { remember }: BankOptions,
): readonly Checked[] {
  const context = remember ? contextOf(exam, images, imageUrl) : "";
  return files.map((file) => {
    const parse = (): ParsedFile => {
      const decoded = decodeSource(file);
      if (!decoded.ok) return { question: null, id: null, caseName: null, problems: decoded.problems };
      return parseQuestion({ file: file.path, text: decoded.text, exam, imageUrl });
    };
    return { file: file.path, parsed: remember ? remember(file, context, parse) : parse() };
  });
}

/** Everything that a question depends on besides its own file; images appear and disappear without a change to it. */
function contextOf(exam: ExamContext, images: ReadonlySet<string>, imageUrl: (path: string) => string | null): string {
  const own = [...images].filter((path) => path.startsWith(`${exam.slug}/`)).sort();
  return hash(
    "sha256",
    JSON.stringify([
      exam.slug,
      exam.domains,
      exam.language,
      [...exam.cases],
      own.map((path) => [path, imageUrl(path)]),
    ]),
    "hex",
  );
}

function duplicateIds(files: readonly Checked[]): readonly Problem[] {
  const first = new Map<string, string>();
  return files.flatMap(({ file, parsed: { id } }) => {
    if (id === null) return [];
    const other = first.get(id);
    if (other === undefined) {
      first.set(id, file);
      return [];
    }
    const place = { line: 1, column: 1 };
    return [
      structuralProblem(
        file,
        "duplicate-id",
        place,
        `the id ${id} is already used by ${other}`,
        "rename one of the two files, or give one of them its own id:",
      ),
    ];
  });
}

function unusedCases(
  files: readonly SourceFile[],
  cases: readonly ParsedCase[],
  questions: readonly Checked[],
): readonly Problem[] {
  const used = new Set(questions.map(({ parsed }) => parsed.caseName));
  return cases.flatMap(({ name, scenario }, index) => {
    if (used.has(name) || scenario === null) return [];
    const file = files[index]?.path ?? name;
    return [
      structuralProblem(
        file,
        "unused-case",
        { line: 1, column: 1 },
        "no question uses this case",
        `add case: ${name} to the front matter of a question`,
      ),
    ];
  });
}

function fewQuestions(file: SourceFile | null, exam: ExamDefinition | null, count: number): readonly Problem[] {
  if (!file || !exam || count >= exam.questions) return [];
  return [
    structuralProblem(
      file.path,
      "few-questions",
      { line: 1, column: 1 },
      `the exam draws ${exam.questions} questions, but there are only ${count}`,
      "write more questions, or lower questions:",
    ),
  ];
}

function byFileAndPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.place.line - b.place.line || a.place.column - b.place.column;
}
