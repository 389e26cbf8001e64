import type { ParsedQuestion } from "#lib/content/parsed-question";
import { checkContent } from "./load-bank.ts";
import { readContent } from "./read-content.ts";
import { typedPath } from "./typed-path.ts";

/** Which questions are listed: those that match every given filter. */
export interface ListFilters {
  readonly exam?: string;
  readonly domain?: string;
  readonly difficulty?: string;
  readonly kind?: string;
  readonly tag?: string;
  readonly case?: string;
  /** In the stem or an option, ignoring case. */
  readonly text?: string;
  /** Questions without a day, or with one before this day (YYYY-MM-DD). */
  readonly uncheckedSince?: string;
  readonly withoutReferences?: boolean;
}

interface Listed {
  readonly exam: string;
  readonly question: ParsedQuestion;
}

/** Prints the questions without errors of a content folder, one per line with tabs between the fields, or as JSON. */
export function listCommand(folder: string, { json, ...filters }: ListFilters & { readonly json?: boolean }): void {
  const listed = checkContent(readContent(folder)).exams.flatMap(({ slug, questions }) =>
    questions.map((question) => ({ exam: slug, question })),
  );
  const rows = listed.filter((each) => fits(each, filters)).map((each) => rowOf(folder, each));
  if (json) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  else
    for (const { exam, id, kind, domain, stem } of rows)
      process.stdout.write(`${[`${exam}/${id}`, kind, domain, stem.slice(0, 80)].join("\t")}\n`);
}

/** Whether a question matches all `filters`. */
export function fits({ exam, question }: Listed, filters: ListFilters): boolean {
  const { public: open, secret } = question.question;
  const matches = (wanted: string | undefined, value: string | null) => wanted === undefined || wanted === value;
  const text = () =>
    [open.stemText, ...("options" in open ? open.options.map((option) => option.text) : [])].join("\n");
  return (
    matches(filters.exam, exam) &&
    matches(filters.domain, question.domain) &&
    matches(filters.difficulty, question.difficulty) &&
    matches(filters.kind, open.kind) &&
    matches(filters.case, question.caseName) &&
    (filters.tag === undefined || question.tags.includes(filters.tag)) &&
    (filters.text === undefined || text().toLowerCase().includes(filters.text.toLowerCase())) &&
    (filters.uncheckedSince === undefined || (question.checked ?? "") < filters.uncheckedSince) &&
    (!filters.withoutReferences || secret.references.length === 0)
  );
}

function rowOf(folder: string, { exam, question }: Listed) {
  const { id, file, domain, difficulty, tags, origin, checked, caseName } = question;
  const { kind, stemText } = question.question.public;
  const stem = stemText.replace(/\s+/g, " ").trim();
  const references = question.question.secret.references.length;
  const path = typedPath(folder, file);
  return { exam, id, file: path, kind, domain, difficulty, tags, origin, checked, case: caseName, references, stem };
}
