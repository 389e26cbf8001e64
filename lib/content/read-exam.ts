import { type ParsedCase, parseCase } from "./parse-case.ts";
import { type ParsedExam, parseExam } from "./parse-exam.ts";
import type { ExamContext } from "./parsed-question.ts";
import type { SortedFiles } from "./read/sort-files.ts";
import { decodeSource, type SourceFile } from "./read/source.ts";
import { structuralProblem } from "./rules/structural-rules.ts";

export interface ReadExam {
  readonly exam: ParsedExam;
  /** In the order of the files. */
  readonly cases: readonly ParsedCase[];
  /** What the questions of the exam need to know. */
  readonly context: ExamContext;
}

export type ImageUrl = (path: string) => string | null;

/** Reads everything of an exam except its questions. */
export function readExam(
  { slug, exam, cases, questions }: SortedFiles["exams"][number],
  imageUrl: ImageUrl,
  today?: string,
): ReadExam {
  const parsedExam = exam ? readExamFile(exam, imageUrl, questions.length) : noExam(questions[0] ?? cases[0]);
  const parsedCases = cases.map((file) => readCaseFile(file, imageUrl));
  const scenarios = new Map(parsedCases.flatMap(({ name, scenario }) => (scenario ? [[name, scenario] as const] : [])));
  const brokenCases = new Set(parsedCases.flatMap(({ name, scenario }) => (scenario ? [] : [name])));
  const { domains, language } = parsedExam;
  const context = { slug, domains, language, cases: scenarios, brokenCases };
  return {
    exam: parsedExam,
    cases: parsedCases,
    context: today === undefined ? context : { ...context, today },
  };
}

function readExamFile(file: SourceFile, imageUrl: ImageUrl, available: number): ParsedExam {
  const decoded = decodeSource(file);
  if (!decoded.ok) return { exam: null, domains: null, language: null, problems: decoded.problems };
  return parseExam({ file: file.path, text: decoded.text, imageUrl, available });
}

function noExam(first: SourceFile | undefined): ParsedExam {
  const folder = first?.path.split("/")[0] ?? "";
  const problem = structuralProblem(
    first?.path ?? folder,
    "no-exam",
    { line: 1, column: 1 },
    `the folder ${folder} contains questions but no exam.md`,
    `write ${folder}/exam.md, or move the file into the folder of an exam`,
  );
  return { exam: null, domains: null, language: null, problems: [problem] };
}

function readCaseFile(file: SourceFile, imageUrl: ImageUrl): ParsedCase {
  const decoded = decodeSource(file);
  const name = file.path.replace(/^.*\/|\.md$/g, "");
  if (!decoded.ok) return { name, scenario: null, assets: [], problems: decoded.problems };
  return parseCase({ file: file.path, text: decoded.text, imageUrl });
}
