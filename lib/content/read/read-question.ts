import type { BlockContent, DefinitionContent, List, Nodes, Root, Table } from "mdast";
import { type QuestionKind, questionKinds } from "#lib/exam/question";
import { type Definitions, parseMarkdown } from "#lib/markdown/parse-markdown";
import { plainText } from "#lib/markdown/plain-text";
import { singleSpaced } from "#lib/markdown/single-spaced";
import { contentKind } from "../kinds/kinds.ts";
import { takeProseMarks } from "../letters/prose-marks.ts";
import type { Place, Problem } from "../problem.ts";
import { structuralProblem } from "../rules/structural-rules.ts";
import { isSilent, isTaskList } from "./blocks.ts";
import { checkBox, entriesOfStem } from "./check-box.ts";
import { checkText } from "./check-text.ts";
import { type QuestionFrontMatter, questionFrontMatter, slugPattern } from "./front-matter.ts";
import { type FrontMatter, parseFrontMatter } from "./parse-front-matter.ts";
import { bodyOf, type QuestionParts, questionParts, type Report } from "./question-parts.ts";
import { refusalProblem } from "./refusal-problem.ts";
import { sourceText } from "./source-text.ts";
import { splitFrontMatter } from "./split-front-matter.ts";
import { reportStrayBoxes } from "./stray-boxes.ts";

/** A question file taken apart, with every piece still knowing its place. Nothing is rendered yet. */
export interface ReadQuestion {
  readonly file: string;
  readonly source: string;
  readonly root: Root;
  readonly definitions: Definitions;
  readonly front: Partial<QuestionFrontMatter>;
  readonly placeOf: (key: string) => Place;
  readonly id: string;
  /** Of its texts, such as "de"; null where its exam does not say. */
  readonly language: string | null;
  readonly kind: QuestionKind;
  /** False when what the front matter says of the kind could not be read. */
  readonly kindIsCertain: boolean;
  readonly parts: QuestionParts;
  /** single, multiple: the options; ordering: the steps in their right order. */
  readonly options: readonly ReadOption[];
  /** matching */
  readonly columns: readonly [string, string] | null;
  readonly pairs: readonly (readonly [ReadOption, ReadOption])[];
}

export interface ReadOption {
  readonly node: Nodes;
  readonly body: readonly Nodes[];
  readonly note: readonly Nodes[];
  readonly text: string;
  /** Markdown of the body, with single spaces. */
  readonly source: string;
  readonly correct: boolean;
}

export interface Read {
  /** Null when the file is no Markdown with front matter at all. */
  readonly read: ReadQuestion | null;
  readonly problems: readonly Problem[];
}

/**
 * Takes the question file `file` with the text `source` apart and reports all that is wrong with its form. `language` is what
 * its exam says of it.
 */
export function readQuestion(file: string, source: string, language: string | null = null): Read {
  const problems: Problem[] = [];
  const report: Report = (rule, at, message, fix, meant) =>
    problems.push(structuralProblem(file, rule, startOf(at), message, fix, meant));
  const { yaml, markdown } = splitFrontMatter(source);
  const parsed = parseMarkdown(markdown);
  if (parsed.ok) takeProseMarks(parsed.root, markdown);
  if (!parsed.ok) {
    problems.push(refusalProblem(file, parsed.refusal));
    return { read: null, problems };
  }
  const blocks = parsed.root.children;
  if (yaml === null) {
    const open = source.startsWith("---");
    const message = open ? "the front matter is not closed" : "the file does not begin with front matter";
    report(
      "no-front-matter",
      { line: 1, column: 1 },
      message,
      "begin with a line ---, then `domain: <id>`, then another line ---",
    );
    return { read: null, problems };
  }
  const front = parseFrontMatter(file, yaml, 2, questionFrontMatter);
  problems.push(...front.problems);
  const kind = kindOf(front, blocks);
  const parts = questionParts(blocks, kind, report);
  reportStrayBoxes(parts.stem, "stem", source, report);
  checkText(parsed.root, source, report);
  const read: ReadQuestion = {
    file,
    source,
    root: parsed.root,
    definitions: parsed.definitions,
    front: front.partial,
    placeOf: front.placeOf,
    id: front.partial.id ?? idOf(file, report),
    language,
    kind,
    kindIsCertain:
      front.keys.length > 0 && ["kind", "answer"].every((key) => !front.keys.includes(key) || key in front.partial),
    parts,
    options: parts.options?.type === "list" ? readOptions(parts.options, kind, source, report) : [],
    ...readTable(kind, parts.options?.type === "table" ? parts.options : null, source, report),
  };
  return { read, problems };
}

function startOf(at: Nodes | Place): Place {
  if ("line" in at) return at;
  return at.position?.start ?? { line: 1, column: 1 };
}

function idOf(file: string, report: Report): string {
  const id = file.replace(/^.*\//, "").replace(/\.md$/, "");
  if (!slugPattern.test(id) || id.length > 100) {
    const wanted = id
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 100);
    report(
      "bad-name",
      { line: 1, column: 1 },
      `the file's name ${JSON.stringify(id)} cannot be the id of a question`,
      wanted
        ? `rename the file to ${wanted}.md, or add id: to the front matter`
        : "rename the file to a name such as layer-normalization.md, or add id: to the front matter",
    );
  }
  return id;
}

/** The kind that is stated, or else the first that the answer and the blocks of the question speak of. */
function kindOf({ partial: front }: FrontMatter<QuestionFrontMatter>, blocks: Root["children"]): QuestionKind {
  const body = bodyOf(blocks);
  return front.kind ?? questionKinds.find((kind) => contentKind(kind).recognise(body, front)) ?? "single";
}

function readOptions(list: List, kind: QuestionKind, source: string, report: Report): readonly ReadOption[] {
  const before = entriesOfStem(list);
  return list.children.map((item, index) => {
    if (kind === "single" || kind === "multiple") checkBox(item, index < before, report);
    const body = item.children.filter((child) => child.type !== "blockquote" && !isSilent(child));
    const note = item.children.filter((child) => child.type === "blockquote").flatMap((quote) => quote.children);
    const text = plainText(body);
    const written = bodySource(body, source);
    // In code, behind a backslash or behind a box, "[]" is an empty list.
    const isList = holds("inlineCode", body) || (item.checked != null && /^(?:\[\]|\\\[.*)$/.test(written));
    if ((text === "" && !holds("image", body)) || (/^\[[ xX]?\]$/.test(text) && !isList))
      report("empty-option", item, "this entry has no text", "write its text after the box, or remove the line");
    for (const child of body) checkNested(child, report);
    reportStrayBoxes(body, "option", source, report);
    reportStrayBoxes(note, "note", source, report);
    return { node: item, body, note, text, source: written, correct: item.checked === true };
  });
}

function holds(type: Nodes["type"], nodes: readonly Nodes[]): boolean {
  return nodes.some((node) => node.type === type || ("children" in node && holds(type, node.children)));
}

function checkNested(child: BlockContent | DefinitionContent, report: Report): void {
  if (child.type === "list" && isTaskList(child))
    report(
      "nested-option",
      child,
      "these options are nested under another option",
      "begin them in the same column as the others",
    );
}

/** The Markdown of an option without the notes between its blocks. */
function bodySource(body: readonly Nodes[], source: string): string {
  return singleSpaced(body.map((block) => sourceText([block], source)).join("\n\n"));
}

function readTable(
  kind: QuestionKind,
  table: Table | null,
  source: string,
  report: Report,
): Pick<ReadQuestion, "columns" | "pairs"> {
  if (kind !== "matching" || !table) return { columns: null, pairs: [] };
  const [head, ...rows] = table.children;
  if (head?.children.length !== 2) {
    report(
      "bad-table",
      table,
      `the table has ${head?.children.length ?? 0} columns`,
      "write two: what is given, and what belongs to it",
    );
    return { columns: null, pairs: [] };
  }
  const cell = (row: (typeof rows)[number], index: number): ReadOption => {
    const node = row.children[index];
    const body = node ? [node] : [];
    const text = plainText(body);
    // A match beside an empty cell belongs to nothing.
    if (text === "" && index === 1)
      report(
        "bad-table",
        node?.position ? node : row,
        "a cell of the second column is empty",
        "fill it: every row is a pair, or a match that belongs to nothing",
      );
    const written = singleSpaced(sourceText(node?.children ?? [], source));
    return { node: node ?? row, body, note: [], text, source: written, correct: true };
  };
  const uneven = rows.find((row) => row.children.length > 2);
  if (uneven)
    report(
      "bad-table",
      uneven,
      `this row has ${uneven.children.length} cells`,
      "write two, and \\| for a bar that belongs to the text",
    );
  const columns = [plainText([head.children[0] ?? head]), plainText([head.children[1] ?? head])] as const;
  return { columns, pairs: rows.map((row) => [cell(row, 0), cell(row, 1)]) };
}
