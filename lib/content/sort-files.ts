import type { Problem } from "./problem.ts";
import type { SourceFile } from "./source.ts";
import { structuralProblem } from "./structural-rules.ts";

export interface SortedFiles {
  readonly exams: readonly {
    readonly slug: string;
    readonly exam: SourceFile | null;
    readonly cases: readonly SourceFile[];
    readonly questions: readonly SourceFile[];
  }[];
  /** Everything that is no Markdown: images. */
  readonly others: readonly SourceFile[];
  /** Markdown files that belong to no exam. */
  readonly problems: readonly Problem[];
}

/** Sorts the files of a content folder by exam and by what they are; always in the same order. */
export function sortFiles(files: readonly SourceFile[]): SortedFiles {
  const exams = new Map<string, { exam: SourceFile | null; cases: SourceFile[]; questions: SourceFile[] }>();
  const others: SourceFile[] = [];
  const problems: Problem[] = [];
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const folders = file.path.split("/");
    const name = folders.pop() ?? "";
    const [slug] = folders;
    if (!/\.(?:md|markdown)$/i.test(name)) others.push(file);
    else if (/^readme\.md$/i.test(name)) continue;
    else if (slug === undefined) problems.push(astray(file.path));
    else {
      const exam = exams.get(slug) ?? { exam: null, cases: [], questions: [] };
      exams.set(slug, exam);
      if (name === "exam.md" && folders.length === 1) exam.exam = file;
      else if (folders[1] === "cases" && folders.length === 2) exam.cases.push(file);
      else exam.questions.push(file);
    }
  }
  return { exams: [...exams].map(([slug, exam]) => ({ slug, ...exam })), others, problems };
}

function astray(path: string): Problem {
  const place = { line: 1, column: 1 };
  return structuralProblem(
    path,
    "no-exam",
    place,
    "this file is in no exam's folder",
    "move it into a folder with an exam.md, or name it README.md",
  );
}
