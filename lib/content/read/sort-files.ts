import type { Problem } from "../problem.ts";
import { type StructuralRuleId, structuralProblem } from "../rules/structural-rules.ts";
import { isImage } from "./image-path.ts";
import type { SourceFile } from "./source.ts";

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
    const tell = (rule: StructuralRuleId, message: string, fix: string): void => {
      problems.push(structuralProblem(file.path, rule, { line: 1, column: 1 }, message, fix));
    };
    if (/^readme\.(?:md|markdown|txt)$/i.test(name)) continue;
    if (file.unread !== undefined) {
      tell("not-read", file.unread, file.remedy ?? "put a readable copy of the file here, or remove this");
      // It is not missing: the questions that show it are not reported as well.
      if (isImage(name)) others.push(file);
    } else if (!name.endsWith(".md")) {
      if (isMisnamed(file))
        tell("bad-name", "this file is not read: the names of texts end in .md", `rename it to ${renamed(name)}`);
      others.push(file);
    } else if (slug === undefined)
      tell(
        "no-exam",
        "this file is in no exam's folder",
        "move it into a folder with an exam.md, or name it README.md",
      );
    else {
      const exam = exams.get(slug) ?? { exam: null, cases: [], questions: [] };
      exams.set(slug, exam);
      if (name === "exam.md" && folders.length === 1) exam.exam = file;
      else if (/^exams?\.md$/i.test(name) && has(file, "domains")) {
        if (folders.length === 1) exam.exam ??= file;
        tell(
          "bad-name",
          "this file describes an exam, but is not the exam.md of an exam's folder",
          `name it ${slug}/exam.md, or move it to the folder of another exam`,
        );
      } else if (folders[1] === "cases" && folders.length === 2) exam.cases.push(file);
      else if (folders[1]?.toLowerCase() === "cases" && !has(file, "domain")) {
        exam.cases.push(file);
        tell("bad-name", "this case is not in the folder cases", `move it to ${slug}/cases/${name}`);
      } else exam.questions.push(file);
    }
  }
  return { exams: [...exams].map(([slug, exam]) => ({ slug, ...exam })), others, problems };
}

/** A text under another name, such as an editor or a mail program gives it. */
function isMisnamed({ path, bytes }: SourceFile): boolean {
  if (/\.(?:md|markdown|mdown|mkdn?|mdx)(?:\.txt)?$/i.test(path)) return true;
  return /(?:^|\/)[^./]+(?:\.te?xt)?$/i.test(path) && startsFrontMatter(bytes);
}

function startsFrontMatter(bytes: Uint8Array): boolean {
  return /^\uFEFF?---\s*\n/.test(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, 20)));
}

function renamed(name: string): string {
  if (/^exams?\./i.test(name)) return "exam.md";
  return `${name.replace(/(?:\.(?:md|markdown|mdown|mkdn?|mdx|te?xt))+$/i, "")}.md`;
}

/** Whether a line at the head of the file begins with this key. */
function has({ bytes }: SourceFile, key: string): boolean {
  return new RegExp(`^${key}\\s*:`, "m").test(new TextDecoder().decode(bytes.subarray(0, 4096)));
}
