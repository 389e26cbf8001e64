import { closest } from "./closest.ts";
import type { ExamContext } from "./parsed-question.ts";
import type { Place, Problem } from "./problem.ts";
import { isBrokenBox, isSilent } from "./question-parts.ts";
import type { ReadOption, ReadQuestion } from "./read-question.ts";
import { type StructuralRuleId, structuralProblem } from "./structural-rules.ts";

type Tell = (rule: StructuralRuleId, place: Place, message: string, fix: string) => void;

/** What is wrong between the pieces of a question, and between it and its exam. */
export function checkQuestion(read: ReadQuestion, exam: ExamContext): readonly Problem[] {
  const problems: Problem[] = [];
  const tell: Tell = (rule, place, message, fix) =>
    problems.push(structuralProblem(read.file, rule, place, message, fix));
  checkExam(read, exam, tell);
  checkSections(read, tell);
  checkKeysOfKind(read, tell);
  if (read.kind === "single" || read.kind === "multiple") checkChoice(read, tell);
  else if (read.kind === "ordering") checkOrdering(read, tell);
  else if (read.kind === "matching") checkMatching(read, tell);
  else checkAnswer(read, tell);
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
  if (front.case !== undefined && !exam.cases.has(front.case)) {
    const meant = closest(front.case, [...exam.cases.keys()]);
    tell(
      "missing-case",
      placeOf("case"),
      `there is no file cases/${front.case}.md without errors`,
      meant ? `did you mean ${meant}?` : "write it, or remove the key case",
    );
  }
}

function checkSections({ parts, source }: ReadQuestion, tell: Tell): void {
  const stem = parts.stem.filter((block) => !isSilent(block));
  if (stem.length === 0)
    tell(
      "no-stem",
      parts.options?.position?.start ?? lastLine(source),
      "nothing is asked before the options",
      "write the question under the front matter",
    );
  const explanation = parts.explanation?.content.filter((block) => !isSilent(block)) ?? [];
  if (!parts.explanation)
    tell(
      "no-explanation",
      lastLine(source),
      "there is no explanation",
      "add a section ## Explanation that says why the key is right",
    );
  else if (explanation.length === 0)
    tell(
      "no-explanation",
      parts.explanation.heading.position?.start ?? lastLine(source),
      "the explanation is empty",
      "say under ## Explanation why the key is right",
    );
}

/** Which keys of the front matter speak of which kinds. */
const kindsOfKey = {
  answer: ["numeric", "text"],
  tolerance: ["numeric"],
  unit: ["numeric"],
  select: ["single", "multiple"],
  shuffle: ["single", "multiple"],
} as const;

function checkKeysOfKind({ front, kind, placeOf }: ReadQuestion, tell: Tell): void {
  for (const [key, kinds] of Object.entries(kindsOfKey)) {
    if (front[key as keyof typeof kindsOfKey] === undefined || (kinds as readonly string[]).includes(kind)) continue;
    tell(
      "wrong-kind",
      placeOf(key),
      `${key} means nothing for a question of kind ${kind}`,
      `remove it, or state kind: ${kinds.join(" or ")}`,
    );
  }
}

function checkChoice(read: ReadQuestion, tell: Tell): void {
  const { parts, options, front, placeOf } = read;
  const place = parts.options?.position?.start;
  if (!place || options.length === 0) {
    if (read.kindIsCertain) tellNoOptions(read, tell);
    return;
  }
  // What is wrong with a box or a list is told already, and would be told again as what is missing.
  if (!parts.isSplit) checkCount(options, "options", place, tell);
  checkDuplicates(options, tell);
  checkLabels(options, tell);
  const keys = options.filter((option) => option.correct).length;
  const isBroken = parts.isSplit || options.some(({ node }) => node.type === "listItem" && isBrokenBox(node));
  if (keys === 0 && !isBroken)
    tell(
      "no-key",
      place,
      `none of the ${options.length} options is marked [x]`,
      "mark the right one with [x], or state kind: ordering",
    );
  if (keys > 1 && read.kind === "single")
    tell(
      "several-keys",
      place,
      `${keys} options are marked [x], but the kind is single`,
      "mark one, or state kind: multiple",
    );
  if (front.select === undefined) return;
  if (front.select > options.length)
    tell(
      "bad-select",
      placeOf("select"),
      `select is ${front.select}, but there are ${options.length} options`,
      `write a number from ${keys} to ${options.length}`,
    );
  else if (front.select < keys)
    tell(
      "bad-select",
      placeOf("select"),
      `select is ${front.select}, but ${keys} options are marked [x]`,
      `write at least ${keys}, or mark fewer options`,
    );
}

/** Letters or numbers written before the options: those that a learner sees are printed by the app. */
function checkLabels(options: readonly ReadOption[], tell: Tell): void {
  const label = /^\(?([A-Za-z]|\d{1,2})[.):]\s/;
  const runs = options.every(({ text }, index) => {
    const mark = label.exec(text)?.[1]?.toUpperCase();
    return mark === String.fromCharCode(65 + index) || mark === String(index + 1);
  });
  if (!runs || options.length < 2) return;
  tell(
    "letter-in-option",
    options[0]?.node.position?.start ?? { line: 1, column: 1 },
    "the options have letters or numbers of their own, but every learner sees others",
    "remove them from every option",
  );
}

function tellNoOptions(read: ReadQuestion, tell: Tell): void {
  const fix = "write each option as - [ ] text, and mark the right one with - [x]";
  const list = read.parts.stem.findLast((block) => !isSilent(block));
  if (list?.type === "list" && list.position)
    tell("no-options", list.position.start, "no entry of this list has a checkbox", fix);
  else tell("no-options", endOfBody(read), "there is no list of options before this", fix);
}

function checkOrdering(read: ReadQuestion, tell: Tell): void {
  const { parts, options } = read;
  const list = parts.options;
  const place = list?.position?.start ?? endOfBody(read);
  if (list?.type !== "list" || list.ordered !== true) {
    tell(
      "wrong-kind",
      place,
      "a question of kind ordering has a numbered list of steps, last before the explanation",
      "write the steps as 1. 2. 3. in their right order",
    );
    return;
  }
  checkCount(options, "steps", place, tell);
  checkDuplicates(options, tell);
  for (const { note } of options) {
    const quote = note[0]?.position?.start;
    if (quote) tell("stray-text", quote, "a step has no note of its own", "move this text under ## Explanation");
  }
}

function checkMatching(read: ReadQuestion, tell: Tell): void {
  const { parts, pairs, columns } = read;
  const place = parts.options?.position?.start ?? endOfBody(read);
  if (parts.options?.type !== "table") {
    tell(
      "wrong-kind",
      place,
      "a question of kind matching has a table, last before the explanation",
      "write a table of two columns, each row a right pair",
    );
    return;
  }
  if (!columns) return;
  checkCount(
    pairs.map(([left]) => left),
    "pairs",
    place,
    tell,
  );
  checkDuplicates(
    pairs.map(([left]) => left),
    tell,
  );
  checkDuplicates(
    pairs.map(([, right]) => right),
    tell,
  );
}

function checkAnswer({ kind, kindIsCertain, front, parts, placeOf }: ReadQuestion, tell: Tell): void {
  const list = parts.options?.position?.start;
  if (list) tell("wrong-kind", list, `a question of kind ${kind} has no options`, "remove the list, or the key answer");
  const expected =
    kind === "numeric" ? "a number, such as answer: 0.75" : "the accepted texts, such as answer: [BLEU, bleu score]";
  if (front.answer === undefined && !kindIsCertain) return;
  if (
    front.kind === undefined &&
    typeof front.answer === "string" &&
    /^[+-]?\d+(?:[.,]\d+)?\s*%?$/.test(front.answer)
  ) {
    const number = front.answer.replace(",", ".").replace(/\s*%$/, "");
    tell(
      "bad-value",
      placeOf("answer"),
      `answer ${JSON.stringify(front.answer)} is a text that looks like a number`,
      `write answer: ${number} for a number, or state kind: text`,
    );
  }
  if (front.answer === undefined)
    tell("no-answer", placeOf("answer"), "the question states no answer", `write ${expected}`);
  else if ((kind === "numeric") !== (typeof front.answer === "number"))
    tell(
      "no-answer",
      placeOf("answer"),
      `the answer does not fit a question of kind ${kind}`,
      `write ${expected}${kind === "numeric" ? " without quotes" : "; put a number in quotes"}`,
    );
}

function checkCount(options: readonly ReadOption[], name: string, place: Place, tell: Tell): void {
  if (options.length < 2)
    tell("too-few-options", place, `there are fewer than two ${name}`, `write at least two ${name}`);
  if (options.length > 26) tell("too-many-options", place, `there are ${options.length} ${name}`, "write at most 26");
}

function checkDuplicates(options: readonly ReadOption[], tell: Tell): void {
  const seen = new Map<string, ReadOption>();
  for (const option of options) {
    const text = option.source.replace(/\s+/g, " ").trim();
    const first = seen.get(text);
    if (first && text !== "")
      tell(
        "duplicate-option",
        option.node.position?.start ?? { line: 1, column: 1 },
        `this is the same text as in line ${first.node.position?.start.line}`,
        "change or remove one of the two",
      );
    else seen.set(text, option);
  }
}

/** Where the explanation begins, or else the end of the file. */
function endOfBody({ parts, source }: ReadQuestion): Place {
  return parts.explanation?.heading.position?.start ?? lastLine(source);
}

function lastLine(source: string): Place {
  return { line: Math.max(1, source.trimEnd().split("\n").length), column: 1 };
}
