import type { Nodes } from "mdast";
import type { QuestionDraft } from "#lib/content/draft";
import { letterAt } from "#lib/exam/letters";
import { parseMarkdown } from "#lib/markdown/parse-markdown";
import { plainText } from "#lib/markdown/plain-text";
import type { ExportedItem, Exporter } from "../report.ts";
import { splitCaseText } from "../shared/case-text.ts";
import { exported, refused, utf8 } from "../shared/export-texts.ts";

/** What a line of plain text cannot say. */
const unsaid: Readonly<Record<string, string>> = {
  code: "a block of code",
  table: "a table",
  image: "a picture",
  math: "a formula",
  inlineMath: "a formula",
};

/** Aiken: a line for the question, one for each option and one for the key, all of them plain text. */
export const exportAiken: Exporter = (input) => {
  const items: ExportedItem[] = [];
  const blocks: string[] = [];
  for (const draft of input.drafts) {
    const lines = linesOf(draft);
    if (typeof lines === "string") {
      items.push(refused(draft, lines));
      continue;
    }
    blocks.push(`${lines.join("\n")}\n`);
    items.push(exported(draft, lost(draft)));
  }
  return { files: [{ path: `${input.exam.slug}.txt`, bytes: utf8(blocks.join("\n")) }], items };
};

/** The lines of a question, or why Aiken cannot have it. */
function linesOf(draft: QuestionDraft): readonly string[] | string {
  if (draft.kind !== "single") return `Aiken has no ${draft.kind} questions, only questions with one correct option`;
  // Beside a box "- 5" is text: what stands after a parenthesis begins no block.
  const ofOptions = draft.options.map(({ text }) => lineOf(`(${text}`, 1));
  const texts = [lineOf(splitCaseText(draft.stem).stem, 0), ...ofOptions];
  const fault = texts.find((text) => "unsaid" in text);
  if (fault && "unsaid" in fault) return `Aiken is lines of plain text; the question has ${fault.unsaid}`;
  const [stem = "", ...options] = texts.map((text) => ("line" in text ? text.line : ""));
  if (/^\(?[A-Za-z][.)]|^ANSWER:/i.test(stem))
    return `the question begins like an Aiken option ("${stem.slice(0, 20)}")`;
  const twin = options.find((text, index) => options.indexOf(text) !== index);
  if (twin !== undefined) return `two options read "${twin.slice(0, 60)}" without their markup`;
  const key = draft.options.findIndex(({ correct }) => correct);
  return [stem, ...options.map((text, index) => `${letterAt(index)}. ${text}`), `ANSWER: ${letterAt(key)}`];
}

/** `markdown` as a line, without its first characters. */
function lineOf(markdown: string, without: 0 | 1): { readonly line: string } | { readonly unsaid: string } {
  const parsed = parseMarkdown(markdown);
  if (!parsed.ok) return { unsaid: "Markdown that cannot be read" };
  const found = unsaidIn(parsed.root.children);
  if (found !== undefined) return { unsaid: found };
  return { line: plainText(parsed.root.children).slice(without).replace(/\s+/g, " ").trim() };
}

function unsaidIn(nodes: readonly Nodes[]): string | undefined {
  for (const node of nodes) {
    const found = unsaid[node.type] ?? ("children" in node ? unsaidIn(node.children) : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

function lost(draft: QuestionDraft): string[] {
  const parts = [
    "the explanation",
    draft.options.some(({ note }) => note !== null) ? "the notes on options" : "",
    draft.references.length > 0 ? "the references" : "",
    draft.shuffle ? "" : "the order of the options",
    draft.case === null ? "" : "the scenario",
    "domain, difficulty and tags",
  ].filter((part) => part !== "");
  return [`Aiken cannot hold ${parts.join(", ")}; code and emphasis were exported as plain text`];
}
