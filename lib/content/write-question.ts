import { stringify } from "yaml";
import type { QuestionDraft } from "./draft.ts";
import { contentKind } from "./kinds/kinds.ts";

/**
 * The Markdown file of a question, the same bytes for the same draft. Its id is not written: it is the file's name,
 * `<id>.md`.
 */
export function writeQuestion(draft: QuestionDraft): string {
  const parts = [
    draft.stem.trim(),
    contentKind(draft.kind).answerPart(draft),
    `## Explanation\n\n${draft.explanation.trim()}`,
  ];
  if (draft.references.length > 0) {
    const links = draft.references.map(({ title, url }) => `- [${title.replace(/[[\]\\]/g, "\\$&")}](${address(url)})`);
    parts.push(`## References\n\n${links.join("\n")}`);
  }
  return `---\n${frontMatter(draft)}---\n${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function frontMatter(draft: QuestionDraft): string {
  const kind = contentKind(draft.kind);
  const keys = {
    kind: kind.isInferred(draft) ? null : draft.kind,
    domain: draft.domain,
    difficulty: draft.difficulty,
    tags: draft.tags.length > 0 ? draft.tags : null,
    origin: draft.origin,
    checked: draft.checked,
    dispute: draft.dispute ?? null,
    case: draft.case,
    shuffle: draft.shuffle ? null : false,
    select: draft.select,
    ...kind.answerKeys(draft),
  };
  const written = Object.entries(keys).filter(([, value]) => value !== null);
  return written.map(([key, value]) => `${key}: ${flowValue(value)}\n`).join("");
}

/** A value of front matter on one line. */
export function flowValue(value: unknown): string {
  return stringify(value, { collectionStyle: "flow", lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}

function address(url: string): string {
  return /[\s()<>]/.test(url)
    ? url.replace(/[\s()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    : url;
}
