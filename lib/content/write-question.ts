import { stringify } from "yaml";
import { indentRest } from "#lib/markdown/indent-rest";
import type { DraftOption, QuestionDraft } from "./draft.ts";

/**
 * The Markdown file of a question, the same bytes for the same draft. Its id is not written: it is the file's name,
 * `<id>.md`.
 */
export function writeQuestion(draft: QuestionDraft): string {
  const parts = [draft.stem.trim(), answerPart(draft), `## Explanation\n\n${draft.explanation.trim()}`];
  if (draft.references.length > 0) {
    const links = draft.references.map(({ title, url }) => `- [${title.replace(/[[\]\\]/g, "\\$&")}](${address(url)})`);
    parts.push(`## References\n\n${links.join("\n")}`);
  }
  return `---\n${frontMatter(draft)}---\n${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function frontMatter(draft: QuestionDraft): string {
  const keys = {
    kind: isInferred(draft) ? null : draft.kind,
    domain: draft.domain,
    difficulty: draft.difficulty,
    tags: draft.tags.length > 0 ? draft.tags : null,
    origin: draft.origin,
    checked: draft.checked,
    case: draft.case,
    shuffle: draft.shuffle ? null : false,
    select: draft.select,
    answer: answerOf(draft),
    tolerance: draft.kind === "numeric" ? draft.numeric?.tolerance || null : null,
    unit: draft.kind === "numeric" ? (draft.numeric?.unit ?? null) : null,
  };
  const written = Object.entries(keys).filter(([, value]) => value !== null);
  return written.map(([key, value]) => `${key}: ${flowValue(value)}\n`).join("");
}

function flowValue(value: unknown): string {
  return stringify(value, { collectionStyle: "flow", lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}

function isInferred(draft: QuestionDraft): boolean {
  const keys = draft.options.filter((option) => option.correct).length;
  return (draft.kind === "single" && keys === 1) || (draft.kind === "multiple" && keys > 1);
}

function answerOf(draft: QuestionDraft): number | readonly string[] | null {
  if (draft.kind === "numeric") return draft.numeric?.value ?? null;
  return draft.kind === "text" ? draft.accepted : null;
}

function answerPart(draft: QuestionDraft): string {
  switch (draft.kind) {
    case "single":
    case "multiple":
      return draft.options.map(optionLines).join("\n");
    case "ordering":
      return draft.steps.map((step, index) => `${index + 1}. ${indentRest(step.trim(), "   ")}`).join("\n");
    case "matching": {
      const rows = [draft.columns ?? ["Term", "Match"], ["---", "---"], ...draft.pairs];
      return rows.map((cells) => `| ${cells.map(cellText).join(" | ")} |`).join("\n");
    }
    case "numeric":
    case "text":
      return "";
  }
}

function optionLines(option: DraftOption): string {
  const lines = [`- [${option.correct ? "x" : " "}] ${indentRest(option.text.trim(), "  ")}`];
  if (option.note !== null)
    lines.push(
      ...option.note
        .trim()
        .split("\n")
        .map((line) => `  > ${line}`.trimEnd()),
    );
  return lines.join("\n");
}

function cellText(text: string): string {
  return text
    .trim()
    .replace(/\s*\\?\n\s*/g, " ")
    .replace(/(?<!\\)\|/g, "\\|");
}

function address(url: string): string {
  return /[\s()<>]/.test(url)
    ? url.replace(/[\s()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    : url;
}
