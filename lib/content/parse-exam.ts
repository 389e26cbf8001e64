import { hash } from "node:crypto";
import type { ExamDefinition as Definition } from "#lib/exam/exam-definition";
import { parseMarkdown } from "#lib/markdown/parse-markdown";
import { plainText } from "#lib/markdown/plain-text";
import { ContentWriter } from "./build/content-writer.ts";
import { checkNodes } from "./check/check-nodes.ts";
import { checkProse } from "./check/check-prose.ts";
import type { Place, Problem } from "./problem.ts";
import { closest } from "./read/closest.ts";
import { type ExamFrontMatter, examFrontMatter, slugPattern } from "./read/front-matter.ts";
import { parseFrontMatter } from "./read/parse-front-matter.ts";
import { refusalProblem } from "./read/refusal-problem.ts";
import { splitFrontMatter } from "./read/split-front-matter.ts";
import { structuralProblem, type Tell } from "./rules/structural-rules.ts";

/** What exam.md says, with what a sync needs beside it. */
export interface ExamDefinition extends Definition {
  readonly descriptionText: string;
  /** Paths from the content folder of the images in the description. */
  readonly assets: readonly string[];
  /** Sha-256 in hex of all of the above. */
  readonly contentHash: string;
}

export interface ParsedExam {
  /** Null if there is any error. */
  readonly exam: ExamDefinition | null;
  /** Ids of the domains, so that questions can be checked whatever else is wrong; null when they could not be read. */
  readonly domains: readonly string[] | null;
  /** What it says of the language of its texts, whatever else is wrong. */
  readonly language: string | null;
  readonly problems: readonly Problem[];
}

export interface ExamFile {
  /** `<slug>/exam.md` */
  readonly file: string;
  readonly text: string;
  readonly imageUrl: (path: string) => string | null;
  /** How many question files the exam has: how much it draws where exam.md does not say it; 0 by default. */
  readonly available?: number;
}

/** What an exam.md means that says nothing of it. */
const [mostDrawn, minutesEach] = [50, 1.5];

/** Parses an exam.md, and reports everything that is wrong with it. */
export function parseExam({ file, text, imageUrl, available = 0 }: ExamFile): ParsedExam {
  const problems: Problem[] = [];
  const tell: Tell = (rule, place, message, fix) => {
    problems.push(structuralProblem(file, rule, place, message, fix));
  };
  const start = { line: 1, column: 1 };
  const slug = file.split("/")[0] ?? "";
  if (!slugPattern.test(slug))
    tell(
      "bad-name",
      start,
      `the folder ${JSON.stringify(slug)} cannot be the address of an exam`,
      "rename it with lower-case letters, digits and hyphens",
    );
  const { yaml, markdown } = splitFrontMatter(text);
  const parsed = parseMarkdown(markdown);
  if (!parsed.ok) {
    problems.push(refusalProblem(file, parsed.refusal));
    return { exam: null, domains: null, language: null, problems };
  }
  const blocks = parsed.root.children;
  if (yaml === null) {
    tell(
      "no-front-matter",
      start,
      "the file does not begin with front matter",
      "begin with a line ---, then `title: …` and the other keys, then another line ---",
    );
    return { exam: null, domains: null, language: null, problems };
  }
  const front = parseFrontMatter(file, yaml, 2, examFrontMatter);
  problems.push(...front.problems);
  checkBlueprint(front.partial, front.placeOf, tell);
  // A misspelt key is reported as such.
  if (!front.problems.some(({ rule }) => rule === "unknown-key")) checkDraw(front.keys, tell);
  const writer = new ContentWriter(file, parsed.definitions, { imageUrl }, (rule, node, message, fix) =>
    tell(rule, node.position?.start ?? start, message, fix),
  );
  const descriptionHtml = writer.html(blocks);
  problems.push(...checkNodes(file, parsed.root, writer, imageUrl), ...checkProse(file, parsed.root, text));
  const domains = front.partial.domains?.map((domain) => domain.id) ?? null;
  const language = front.partial.language ?? null;
  if (!front.value || problems.some((problem) => problem.severity === "error"))
    return { exam: null, domains, language, problems };
  const { title, code, passing, license, scoring, sections } = front.value;
  const questions = front.value.questions ?? Math.max(1, Math.min(mostDrawn, available));
  const minutes = front.value.minutes ?? minutesOf(sections) ?? Math.ceil(questions * minutesEach);
  const definition = {
    slug,
    title,
    code: code ?? null,
    ...(language !== null && { language }),
    questions,
    minutes,
    passing,
    domains: front.value.domains,
    license: license ?? null,
    scoring: scoring ?? "all-or-nothing",
    sections: sections ?? [],
    descriptionHtml,
    descriptionText: plainText(blocks),
    assets: [...writer.assets].sort(),
  };
  const contentHash = hash("sha256", JSON.stringify(definition), "hex");
  return { exam: { ...definition, contentHash }, domains, language, problems };
}

/** How long the sections last together; undefined without sections. */
function minutesOf(sections: ExamFrontMatter["sections"]): number | undefined {
  return sections?.reduce((sum, section) => sum + section.minutes, 0);
}

/** How much is drawn and how long it lasts belong together: both are stated, or both follow from the questions. */
function checkDraw(keys: readonly string[], tell: Tell): void {
  const missing = ["questions", "minutes"].filter((key) => !keys.includes(key));
  for (const key of missing.length === 1 ? missing : [])
    tell(
      "missing-key",
      { line: 1, column: 1 },
      `the key ${key} is missing`,
      "write both questions and minutes, or neither of them: then both follow from the questions that there are",
    );
}

type PlaceOf = (...path: readonly (string | number)[]) => Place;

function checkBlueprint(front: Partial<ExamFrontMatter>, placeOf: PlaceOf, tell: Tell): void {
  const domains = front.domains ?? [];
  const ids = domains.map((domain) => domain.id);
  const total = domains.reduce((sum, domain) => sum + domain.weight, 0);
  if (domains.length > 0 && Math.abs(total - 100) > 0.01)
    tell(
      "domain-weights",
      placeOf("domains"),
      `the weights add up to ${Number(total.toFixed(2))}`,
      "change them to add up to 100",
    );
  for (const [index, id] of ids.entries())
    if (ids.indexOf(id) < index)
      tell(
        "duplicate-domain",
        placeOf("domains", index, "id"),
        `the domain ${id} appears twice`,
        "give each domain its own id",
      );
  if (!front.sections) return;
  checkSections(front.sections, ids, placeOf, tell);
  const together = minutesOf(front.sections);
  if (front.minutes !== undefined && front.minutes !== together)
    tell(
      "section-minutes",
      placeOf("minutes"),
      `minutes is ${front.minutes}, but the sections add up to ${together}`,
      `write minutes: ${together}, or change the minutes of the sections`,
    );
}

function checkSections(
  sections: NonNullable<ExamFrontMatter["sections"]>,
  ids: readonly string[],
  placeOf: PlaceOf,
  tell: Tell,
): void {
  const named: string[] = [];
  const meantBySlips: string[] = [];
  for (const [index, section] of sections.entries())
    for (const [entry, id] of section.domains.entries()) {
      const place = placeOf("sections", index, "domains", entry);
      if (named.includes(id))
        tell("bad-value", place, `the domain ${id} is in two sections`, "name each domain in one section");
      else if (!ids.includes(id)) {
        const meant = closest(id, ids);
        if (meant) meantBySlips.push(meant);
        tell(
          "unknown-domain",
          place,
          `a section names the domain ${id}, which is not in domains`,
          meant ? `did you mean ${meant}?` : "correct the id",
        );
      }
      named.push(id);
    }
  // What is named under a slip of the pen is reported already.
  for (const id of new Set(ids.filter((each) => !named.includes(each) && !meantBySlips.includes(each))))
    tell("bad-value", placeOf("sections"), `the domain ${id} is in no section`, "name each domain in one section");
}
