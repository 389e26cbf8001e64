import type { Definition, Nodes } from "mdast";
import type { Definitions } from "#lib/markdown/parse-markdown";
import { plainText } from "#lib/markdown/plain-text";
import type { QuestionDraft } from "./draft.ts";
import { noDraftAnswer } from "./kinds/kind.ts";
import { contentKind } from "./kinds/kinds.ts";
import { bracedEdits } from "./letters/braced-letters.ts";
import type { OptionReferences } from "./letters/option-references.ts";
import { questionLetters } from "./letters/question-letters.ts";
import type { TextEdit } from "./mend/text-edit.ts";
import type { Problem } from "./problem.ts";
import { type ReadOption, type ReadQuestion, readQuestion } from "./read/read-question.ts";
import { outdent } from "./read/source-text.ts";

export interface ParsedDraft {
  /** Null if the file is not a question at all. */
  readonly draft: QuestionDraft | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads the question file `file` as a draft: Markdown taken apart, for exporters and editors. Only its form is checked;
 * `parseQuestion` says whether it is right. Letters in prose come out in braces, and addresses where they are used.
 */
export function parseDraft(file: string, text: string): ParsedDraft {
  const { read, problems } = readQuestion(file, text);
  return { draft: read ? toDraft(read) : null, problems };
}

function toDraft(read: ReadQuestion): QuestionDraft {
  const { front, kind, parts, definitions } = read;
  const markdown = (nodes: readonly Nodes[]) =>
    slice(nodes, read.source, addressEdits(nodes, read.source, definitions));
  // Between the blocks of an entry may stand its notes.
  const entry = ({ body }: ReadOption) =>
    body
      .map((block) => markdown([block]))
      .filter((text) => text !== "")
      .join("\n\n");
  const cell = ({ body }: ReadOption) => markdown(body.flatMap(childrenOf));
  const braced = (nodes: readonly Nodes[], letters: OptionReferences | undefined) =>
    slice(nodes, read.source, [...letterEdits(letters), ...addressEdits(nodes, read.source, definitions)]);
  const letters = questionLetters(read, contentKind(kind).lettered(read).map(String));
  const options = () =>
    read.options.map((option, index) => ({
      text: entry(option),
      correct: option.correct,
      note: option.note.length > 0 ? braced(option.note, letters.notes[index]) : null,
    }));
  return {
    id: read.id,
    kind,
    domain: front.domain ?? null,
    difficulty: front.difficulty ?? null,
    tags: front.tags ?? [],
    origin: front.origin ?? null,
    checked: front.checked ?? null,
    ...(front.dispute === undefined ? {} : { dispute: front.dispute }),
    case: front.case ?? null,
    shuffle: !letters.keepsOrder,
    stem: markdown(parts.stem),
    ...noDraftAnswer,
    ...contentKind(kind).draftAnswer(read, { entry, cell, blocks: markdown, options }),
    explanation: braced(parts.explanation?.content ?? [], letters.explanation),
    references: linksIn(parts.references?.content ?? [], definitions),
  };
}

/** What puts every letter in braces that certainly names an option. */
function letterEdits(letters: OptionReferences | undefined): readonly TextEdit[] {
  const findings = letters?.findings ?? [];
  return findings
    .filter(({ match, known }) => known && match.by === "prose")
    .flatMap((finding) => bracedEdits(finding));
}

/** What writes the address that stands elsewhere in the file (`[p]: https://…`) where it is used: a draft has no elsewhere. */
function addressEdits(nodes: readonly Nodes[], source: string, definitions: Definitions): readonly TextEdit[] {
  return nodes.flatMap((node) => {
    const within = addressEdits(childrenOf(node), source, definitions);
    if (node.type !== "linkReference" && node.type !== "imageReference") return within;
    const definition = definitions.get(node.identifier);
    const to = node.position?.end.offset;
    if (definition === undefined || to === undefined) return within;
    const tail = /\](?:\[(?:\\.|[^[\]\\])*\])?$/.exec(source.slice(node.position?.start.offset, to))?.[0] ?? "";
    return [...within, { from: to - tail.length, to, text: `](${addressOf(definition)})` }];
  });
}

function addressOf({ url, title }: Definition): string {
  const address = /[\s()<>]/.test(url) ? `<${url.replace(/[<>]/g, encodeURIComponent)}>` : url;
  return title ? `${address} "${title.replace(/["\\]/g, "\\$&")}"` : address;
}

function childrenOf(node: Nodes): readonly Nodes[] {
  return "children" in node ? node.children : [];
}

/** The Markdown of `nodes` from the source, edited, and moved to the left margin. */
function slice(nodes: readonly Nodes[], source: string, edits: readonly TextEdit[]): string {
  const shown = nodes.filter((node) => node.type !== "definition");
  const first = shown[0]?.position;
  const last = shown.at(-1)?.position;
  if (first?.start.offset === undefined || last?.end.offset === undefined) return "";
  let text = "";
  let done = first.start.offset;
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    if (edit.from < done) continue;
    text += source.slice(done, edit.from) + edit.text;
    done = edit.to;
  }
  text += source.slice(done, last.end.offset);
  return outdent(text, first.start.column - 1);
}

function linksIn(nodes: readonly Nodes[], definitions: Definitions): QuestionDraft["references"] {
  return nodes.flatMap((node) => {
    if (node.type === "list") return linksIn(node.children, definitions);
    const url = firstAddress(node, definitions);
    return url === null ? [] : [{ title: plainText([node]), url }];
  });
}

function firstAddress(node: Nodes, definitions: Definitions): string | null {
  if (node.type === "link") return node.url;
  if (node.type === "linkReference") return definitions.get(node.identifier)?.url ?? null;
  for (const child of childrenOf(node)) {
    const url = firstAddress(child, definitions);
    if (url !== null) return url;
  }
  return null;
}
