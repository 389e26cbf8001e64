import { questionKinds } from "#lib/exam/question";
import { frontKeys } from "../kinds/kind.ts";
import { contentKind } from "../kinds/kinds.ts";
import type { ExamContext } from "../parsed-question.ts";
import type { Problem } from "../problem.ts";
import { isSilent } from "../read/blocks.ts";
import { closest } from "../read/closest.ts";
import type { ReadQuestion } from "../read/read-question.ts";
import { structuralProblem, type Tell } from "../rules/structural-rules.ts";
import { lastLine } from "./end-of-body.ts";

/** What is wrong between the pieces of a question, and between it and its exam. */
export function checkQuestion(read: ReadQuestion, exam: ExamContext): readonly Problem[] {
  const problems: Problem[] = [];
  const tell: Tell = (rule, place, message, fix, meant) =>
    problems.push(structuralProblem(read.file, rule, place, message, fix, meant));
  checkExam(read, exam, tell);
  if (exam.today !== undefined) checkDay(read, exam.today, tell);
  checkSections(read, tell);
  checkKeysOfKind(read, tell);
  contentKind(read.kind).check(read, tell);
  return problems;
}

function checkExam({ front, placeOf }: ReadQuestion, exam: ExamContext, tell: Tell): void {
  if (front.domain !== undefined && exam.domains && !exam.domains.includes(front.domain)) {
    const meant = closest(front.domain, exam.domains);
    const fix = meant ? `did you mean ${meant}?` : `domains are ${exam.domains.join(", ")}`;
    tell(
      "unknown-domain",
      placeOf("domain"),
      `the domain ${JSON.stringify(front.domain.slice(0, 60))} is not in exam.md`,
      fix,
    );
  }
  if (front.case !== undefined && !exam.cases.has(front.case) && !exam.brokenCases?.has(front.case)) {
    const meant = closest(front.case, [...exam.cases.keys()]);
    tell(
      "missing-case",
      placeOf("case"),
      `there is no file cases/${front.case}.md`,
      meant ? `did you mean ${meant}?` : "write it, or remove the key case",
    );
  }
}

/** Pages change: what was read more than a year ago is to be read again. */
function checkDay({ front, placeOf }: ReadQuestion, today: string, tell: Tell): void {
  const { checked } = front;
  if (checked === undefined || (checked <= today && checked >= yearBefore(today))) return;
  const isFuture = checked > today;
  tell(
    "checked-day",
    placeOf("checked"),
    isFuture ? `checked is ${checked}, which is in the future` : `the references were last checked on ${checked}`,
    isFuture
      ? "write the date on which you last read the references"
      : "read the references again, and update the date",
  );
}

function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}

function checkSections({ parts, source }: ReadQuestion, tell: Tell): void {
  const stem = parts.stem.filter((block) => !isSilent(block));
  if (stem.length === 0) {
    // The comment of a template stands where the question is to be written.
    const next = parts.stem[0] ?? parts.options ?? parts.text[0] ?? parts.explanation?.heading;
    const before = parts.options === null ? "" : " before the options";
    tell(
      "no-stem",
      next?.position?.start ?? lastLine(source),
      `there is no question${before}`,
      "write the question under the front matter",
    );
  }
  const explanation = parts.explanation?.content.filter((block) => !isSilent(block)) ?? [];
  const { unheaded } = parts;
  if (!parts.explanation && unheaded)
    tell(
      "no-explanation",
      unheaded.position?.start ?? lastLine(source),
      "this text comes after the options, without a heading",
      "write ## Explanation above it; indent it by two spaces if it belongs to the last option",
    );
  // A section of another name is reported already.
  else if (!parts.explanation && !parts.isMisnamed)
    tell(
      "no-explanation",
      lastLine(source),
      "there is no explanation",
      "add a section ## Explanation that says why the key is correct",
    );
  else if (parts.explanation && explanation.length === 0)
    tell(
      "no-explanation",
      parts.explanation.heading.position?.start ?? lastLine(source),
      "the explanation is empty",
      "say under ## Explanation why the key is correct",
    );
}

function checkKeysOfKind({ front, kind, placeOf }: ReadQuestion, tell: Tell): void {
  for (const key of frontKeys) {
    if (front[key] === undefined || contentKind(kind).frontKeys.includes(key)) continue;
    const kinds = questionKinds.filter((other) => contentKind(other).frontKeys.includes(key));
    tell(
      "wrong-kind",
      placeOf(key),
      `${key} has no meaning for a question of kind ${kind}`,
      `remove it, or set kind: ${kinds.join(" or ")}`,
      contentKind(kind).hasEntries && (key === "tolerance" || key === "unit") ? { as: "nothing" } : undefined,
    );
  }
}
