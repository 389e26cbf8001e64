import type { QuestionDraft } from "#lib/content/draft";
import { fencedLines } from "#lib/markdown/code-spans";
import { escapeMarkdown } from "../markup/escape-markdown.ts";

const head = "**Case:** ";
const rule = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;

/** The question with the text of its case before it, for formats that know no cases: a rule parts the two. */
export function withCaseText(draft: QuestionDraft, title: string, text: string): QuestionDraft {
  const lines = text.trim().split("\n");
  const rules = rulesIn(lines);
  const whole = lines.filter((_, index) => !rules.includes(index)).join("\n");
  return { ...draft, stem: `${head}${escapeMarkdown(title)}\n\n${whole}\n\n---\n\n${draft.stem}` };
}

/** What `withCaseText` put together; `caseText` is null where a stem has none before it. */
export function splitCaseText(stem: string): { readonly caseText: string | null; readonly stem: string } {
  const lines = stem.split("\n");
  const [end] = stem.startsWith(head.trim()) ? rulesIn(lines) : [];
  if (end === undefined) return { caseText: null, stem };
  return {
    caseText: lines.slice(0, end).join("\n").trim(),
    stem: lines
      .slice(end + 1)
      .join("\n")
      .trim(),
  };
}

/** The indexes of rules that stand by themselves; one right under a text makes that a heading. */
function rulesIn(lines: readonly string[]): readonly number[] {
  const fenced = fencedLines(lines);
  return lines.flatMap((line, index) =>
    !fenced[index] && rule.test(line) && (lines[index - 1] ?? "").trim() === "" ? [index] : [],
  );
}
