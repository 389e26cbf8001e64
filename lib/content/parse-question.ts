import { hash } from "node:crypto";
import { buildQuestion } from "./build/build-question.ts";
import { checkQuestion } from "./check/check-question.ts";
import { lintQuestion } from "./check/lint-question.ts";
import type { ParsedQuestion, QuestionFile } from "./parsed-question.ts";
import type { Problem } from "./problem.ts";
import { readQuestion } from "./read/read-question.ts";

export interface ParsedFile {
  /** Null if there is any error. */
  readonly question: ParsedQuestion | null;
  /** Known even for most files with errors, so that a duplicate is still found. */
  readonly id: string | null;
  readonly caseName: string | null;
  readonly problems: readonly Problem[];
}

/** Parses one question file, and reports everything that is wrong with it. The same file gives the same value. */
export function parseQuestion(file: QuestionFile): ParsedFile {
  const { read, problems: formal } = readQuestion(file.file, file.text, file.exam.language ?? null);
  if (!read) return { question: null, id: null, caseName: null, problems: formal };
  const { built, problems: rendering, letters } = buildQuestion(read, file);
  const problems = withoutEchoes([
    ...formal,
    ...checkQuestion(read, file.exam),
    ...rendering,
    ...lintQuestion(read, letters),
  ]).sort(byPlace);
  const caseName = read.front.case ?? null;
  if (problems.some((problem) => problem.severity === "error"))
    return { question: null, id: read.id, caseName, problems };
  const { front } = read;
  const publicPart = JSON.stringify(built.question.public);
  const secretPart = JSON.stringify(built.question.secret);
  const question: ParsedQuestion = {
    id: read.id,
    file: read.file,
    domain: front.domain ?? "",
    difficulty: front.difficulty ?? null,
    tags: front.tags ?? [],
    origin: front.origin ?? null,
    checked: front.checked ?? null,
    dispute: front.dispute ?? null,
    caseName,
    question: built.question,
    publicPart,
    secretPart,
    contentHash: hash("sha256", `{"public":${publicPart},"secret":${secretPart}}`, "hex"),
    assets: built.assets,
    places: built.places,
  };
  return { question, id: read.id, caseName, problems };
}

/** Problems that are reported only because an unclosed block has swallowed what follows it. */
const swallowed: readonly string[] = ["no-options", "too-few-options", "no-explanation", "stray-text", "raw-html"];

function withoutEchoes(problems: readonly Problem[]): Problem[] {
  const isOpen = problems.some(({ rule }) => rule === "unclosed-block");
  const isMalformed = problems.some(({ rule }) => rule === "malformed-checkbox");
  const badReferences = new Set(problems.flatMap(({ rule, place }) => (rule === "bad-reference" ? [place.line] : [])));
  return problems.filter(
    ({ rule, place }) =>
      !(isOpen && swallowed.includes(rule)) &&
      !(isMalformed && rule === "no-options") &&
      !(rule === "broken-link" && badReferences.has(place.line)),
  );
}

function byPlace(a: Problem, b: Problem): number {
  return a.place.line - b.place.line || a.place.column - b.place.column;
}
