import type { Root } from "mdast";
import type { Problem } from "../problem.ts";
import { checkText } from "../read/check-text.ts";
import { firstHtml, rawHtml, shownAsText } from "../rules/raw-html.ts";
import { structuralProblem } from "../rules/structural-rules.ts";

/** What is wrong with the text of a case or an exam.md: slips and HTML, which in a question other checks see. */
export function checkProse(file: string, root: Root, source: string): readonly Problem[] {
  const problems: Problem[] = [];
  const start = { line: 1, column: 1 };
  checkText(root, source, (rule, at, message, fix) => {
    const place = "line" in at ? at : (at.position?.start ?? start);
    problems.push(structuralProblem(file, rule, place, message, fix));
  });
  const html = firstHtml(root)?.position?.start;
  // A comment that is not closed is reported already.
  if (!html || problems.some(({ rule }) => rule === "unclosed-block")) return problems;
  const place = { line: html.line, column: html.column };
  return [...problems, { rule: rawHtml.id, severity: rawHtml.severity, file, place, ...shownAsText }];
}
