import { mkdir, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { contentKind } from "#lib/content/kinds/kinds";
import { type ExamDefinition, parseExam } from "#lib/content/parse-exam";
import { slugPattern } from "#lib/content/read/front-matter";
import { decodeSource } from "#lib/content/read/source";
import { contentExam } from "#lib/env/content-exam";
import type { QuestionKind } from "#lib/exam/question";
import { CommandRefused } from "./end-with.ts";
import { readContent } from "./read-content.ts";
import { typedPath } from "./typed-path.ts";

/** Writes a question file to fill in, in a domain of its exam; never over an existing one. */
export async function newCommand(folder: string, target: string, kind: QuestionKind = "single"): Promise<void> {
  const [slug = "", ...rest] = target.split("/");
  const id = rest.at(-1) ?? "";
  if (!slugPattern.test(slug) || rest.length === 0 || !rest.every((part) => slugPattern.test(part))) {
    throw new CommandRefused(
      `${target} is not a place for a question: write <exam>/<id> in lower-case letters, digits and hyphens, such as nca-genl/attention-cost`,
    );
  }
  if (rest[0] === "cases")
    throw new CommandRefused(
      `${slug}/cases is for the texts that questions share: choose another folder for a question`,
    );
  if (id === "readme") throw new CommandRefused(`a file named ${id}.md is not read: choose another id`);
  const exam = await findExam(folder, slug);
  const domain = exam.domains.find((known) => rest.includes(known.id)) ?? exam.domains[0];
  const path = typedPath(folder, `${target}.md`);
  if (await exists(path)) throw new CommandRefused(`${path} already exists: choose another id, or edit that file`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, template(domain?.id ?? "", kind, exam.language), { flag: "wx" });
  process.stdout.write(`${path}\n`);
}

async function findExam(folder: string, slug: string): Promise<ExamDefinition> {
  const own = contentExam();
  if (own !== null && own !== slug)
    throw new CommandRefused(
      `${folder} is the exam ${own}: write ${own}/ before the id of the question, or name another folder with --dir`,
    );
  const path = typedPath(folder, `${slug}/exam.md`);
  const file = readContent(folder).find((each) => each.path === `${slug}/exam.md`);
  if (file === undefined)
    throw new CommandRefused(
      `there is no ${path}: npm run content -- init ${dirname(path)} writes it; or name an exam that has one`,
    );
  const source = decodeSource(file);
  const exam = source.ok ? parseExam({ file: file.path, text: source.text, imageUrl: () => null }).exam : null;
  if (exam === null) throw new CommandRefused(`${path} has errors: see npm run content -- check`);
  return exam;
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Has an error for every part that is to be filled in: an empty question is never published. */
function template(domain: string, kind: QuestionKind, language: string | undefined): string {
  const named = language === undefined ? "" : ` in ${new Intl.DisplayNames("en", { type: "language" }).of(language)}`;
  const { front, answer } = contentKind(kind).template;
  const letters =
    kind === "single" || kind === "multiple"
      ? " Name options in braces, such as {A} and\n{C}: the letters follow the options when they are shuffled."
      : "";
  return `---
${front}domain: ${domain}
difficulty: medium
tags: []
origin: original
---
<!-- What is asked${named}, in one clear question that can be answered before the options are read -->

${answer === "" ? "" : `${answer}\n\n`}## Explanation

<!-- The idea behind the question, so that the next one like it can be answered.${letters} -->

## References

<!-- A primary source: - [Title](https://…). Write checked: and the day into the front matter when you have read it. -->
`;
}
