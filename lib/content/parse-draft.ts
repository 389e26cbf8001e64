import type { Nodes } from "mdast";
import { plainText } from "#lib/markdown/plain-text";
import type { DraftOption, QuestionDraft } from "./draft.ts";
import { type LetterFinding, optionReferences } from "./letters/option-references.ts";
import type { Problem } from "./problem.ts";
import { type ReadOption, type ReadQuestion, readQuestion } from "./read-question.ts";
import { outdent } from "./source-text.ts";

export interface ParsedDraft {
  /** Null when the file is no question at all. */
  readonly draft: QuestionDraft | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads the question file `file` as a draft: Markdown taken apart, for exporters and editors. Only its form is checked;
 * `parseQuestion` says whether it is right. Letters in prose come out in braces.
 */
export function parseDraft(file: string, text: string): ParsedDraft {
  const { read, problems } = readQuestion(file, text);
  return { draft: read ? toDraft(read) : null, problems };
}

function toDraft(read: ReadQuestion): QuestionDraft {
  const { front, kind, parts } = read;
  const choice = kind === "single" || kind === "multiple";
  return {
    id: read.id,
    kind,
    domain: front.domain ?? null,
    difficulty: front.difficulty ?? null,
    tags: front.tags ?? [],
    origin: front.origin ?? null,
    checked: front.checked ?? null,
    case: front.case ?? null,
    shuffle: front.shuffle ?? true,
    stem: markdownOf(parts.stem, read),
    options: choice ? read.options.map((option) => toDraftOption(option, read)) : [],
    select: choice ? (front.select ?? null) : null,
    steps: kind === "ordering" ? read.options.map((option) => option.source) : [],
    columns: read.columns,
    pairs: read.pairs.map(([left, right]) => [left.source, right.source]),
    numeric:
      kind === "numeric" && typeof front.answer === "number"
        ? { value: front.answer, tolerance: front.tolerance ?? 0, unit: front.unit ?? null }
        : null,
    accepted: kind === "text" ? [front.answer ?? []].flat().map(String) : [],
    explanation: braced(parts.explanation?.content ?? [], read),
    references: linksIn(parts.references?.content ?? []),
  };
}

function toDraftOption(option: ReadOption, read: ReadQuestion): DraftOption {
  return {
    text: option.source,
    correct: option.correct,
    note: option.note.length > 0 ? braced(option.note, read) : null,
  };
}

function markdownOf(nodes: readonly Nodes[], { source }: ReadQuestion): string {
  return slice(nodes, source, []);
}

/** Markdown of `nodes` with every letter that certainly names an option in braces. */
function braced(nodes: readonly Nodes[], read: ReadQuestion): string {
  const lettered = read.kind === "matching" ? read.pairs : read.options;
  const { findings } = optionReferences(nodes, read.source, lettered.map(String));
  const certain = findings.filter(({ match, known }) => known && match.by === "prose");
  return slice(nodes, read.source, certain.flatMap(editsOf));
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function editsOf({ match, edits, wanted }: LetterFinding): readonly Edit[] {
  const span = edits.length > 1 && edits.every((edit) => edit.from === edits[0]?.from);
  const [first] = edits;
  if (span && first) return [{ from: first.from, to: first.to, text: wanted }];
  return edits.length === match.letters.length
    ? edits.map(({ from, to, letter }) => ({ from, to, text: `{${letter}}` }))
    : [];
}

/** The Markdown of `nodes` from the source, edited, and moved to the left margin. */
function slice(nodes: readonly Nodes[], source: string, edits: readonly Edit[]): string {
  const first = nodes[0]?.position;
  const last = nodes.at(-1)?.position;
  if (first?.start.offset === undefined || last?.end.offset === undefined) return "";
  let text = "";
  let done = first.start.offset;
  for (const edit of edits) {
    text += source.slice(done, edit.from) + edit.text;
    done = edit.to;
  }
  text += source.slice(done, last.end.offset);
  return outdent(text, first.start.column - 1);
}

function linksIn(nodes: readonly Nodes[]): QuestionDraft["references"] {
  return nodes.flatMap((node) => {
    if (node.type === "list") return linksIn(node.children);
    const link = firstLink(node);
    return link ? [{ title: plainText([node]), url: link.url }] : [];
  });
}

function firstLink(node: Nodes): Extract<Nodes, { type: "link" }> | null {
  if (node.type === "link") return node;
  if (!("children" in node)) return null;
  for (const child of node.children) {
    const link = firstLink(child);
    if (link) return link;
  }
  return null;
}
