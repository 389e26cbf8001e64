import { type Document, isAlias, isMap, parseDocument, visit } from "yaml";
import { tidyLines } from "../markup/tidy-lines.ts";
import type { Importer, ImportInput } from "../report.ts";
import { readAnswerBlock, readReferences } from "../shared/answer-block.ts";
import { closeFences } from "../shared/close-fences.ts";
import { decodeText } from "../shared/decode-text.ts";
import { finishImport } from "../shared/finish-import.ts";
import { type ForeignItem, type ForeignItems, refusedFile, titleOf } from "../shared/foreign-item.ts";
import { type ListPart, splitLists } from "../shared/split-lists.ts";
import { readTaskList } from "../shared/task-list.ts";

/**
 * One Markdown file a question: front matter with `question` and `documentation`, then a task list whose options may
 * have quotes under them.
 */
export const importMdquiz: Importer = (input) => finishImport(readFiles(input), input);

function readFiles(input: ImportInput): ForeignItems {
  const items: ForeignItem[] = [];
  const notices: string[] = [];
  for (const file of input.files.filter(({ path }) => /\.(md|markdown|mdx)$/i.test(path))) {
    if (/^(readme|contributing|license|code_of_conduct|_?index)\./i.test(file.path.split("/").at(-1) ?? "")) {
      notices.push(`${file.path} is not a question, judging by its name; it was left out`);
      continue;
    }
    const decoded = decodeText(file.bytes);
    items.push(...(decoded.ok ? readFile(file.path, decoded.text) : [refusedFile(file.path, decoded.reason)]));
  }
  return { items, notices };
}

function readFile(file: string, text: string): ForeignItem[] {
  const match = /^\s*---[ \t]*\n([\s\S]*?)\n?---[ \t]*(?:\n|$)([\s\S]*)$/.exec(text);
  const front = readFrontMatter(match?.[1] ?? "");
  if (typeof front === "string") return [refusedFile(file, front)];
  const bodyLine = match === null ? 1 : text.slice(0, text.length - (match[2] ?? "").length).split("\n").length;
  const closed = closeFences((match?.[2] ?? text).split("\n"));
  const [own, ...further] = splitLists(closed.lines);
  const list = readTaskList(own?.lines ?? []);
  const block = readAnswerBlock(list.after);
  const { question, title, documentation, explanation, category, topic, domain, difficulty, tags, ...others } =
    Object.fromEntries(front);
  const documented = [documentation]
    .flat()
    .flatMap((entry) => words(entry).split("\n"))
    .map(readReferences);
  const asked = words(question);
  const before = tidyLines(list.before).replace(/^#{1,6}\s+/, "");
  const stem = [asked, before].filter((part) => part !== "").join("\n\n") || words(title);
  const level = /^(easy|medium|hard)$/i.exec(words(difficulty))?.[1]?.toLowerCase() as
    | "easy"
    | "medium"
    | "hard"
    | undefined;
  const named = Object.entries(title === undefined || stem === words(title) ? others : { title, ...others });
  const first: ForeignItem = {
    place: list.options.length === 0 ? file : `${file}:${bodyLine}`,
    title: titleOf(stem) || file,
    file,
    isMarkdown: true,
    category: words(category ?? topic ?? domain) || categoryOf(file),
    notes: [
      ...list.notes,
      ...closed.notices,
      ...(difficulty === undefined || level !== undefined ? [] : [`not kept: difficulty ${words(difficulty)}`]),
      ...documented.flatMap(({ rest }) => (rest === "" ? [] : [`not kept: documentation ${rest.slice(0, 200)}`])),
      ...named
        .filter(([, value]) => words(value) !== "")
        .map(([key, value]) => `not kept: ${key} ${words(value).slice(0, 200)}`),
    ],
    draft: {
      stem,
      options: list.options,
      explanation: [words(explanation), block.explanation].filter((part) => part !== "").join("\n\n"),
      references: [...documented.flatMap(({ references }) => references), ...block.references],
      difficulty: level ?? null,
      tags: [tags ?? []].flat().map(words),
    },
  };
  return [first, ...further.map((part) => furtherQuestion(first, part, bodyLine))];
}

/** A question that is in the file of another, without front matter of its own. */
function furtherQuestion(first: ForeignItem, { at, lines }: ListPart, bodyLine: number): ForeignItem {
  const list = readTaskList(lines);
  const block = readAnswerBlock(list.after);
  const stem = tidyLines(list.before).replace(/^(?:\s*-{3,}\s*\n)?#{1,6}\s+/, "");
  const { difficulty, tags } = first.draft;
  return {
    ...first,
    place: `${first.file}:${bodyLine + at}`,
    title: titleOf(stem),
    notes: [...list.notes, "a second question in one file; it was read as a separate question"],
    draft: {
      ...(difficulty === undefined ? {} : { difficulty }),
      ...(tags === undefined ? {} : { tags }),
      stem,
      options: list.options,
      explanation: block.explanation,
      references: block.references,
    },
  };
}

/** The folder that a question lies in says what it is about. */
function categoryOf(file: string): string | null {
  return file.includes("/") ? (file.split("/").at(-2) ?? null) : null;
}

/** The keys of `yaml` in their order, or why it is not read. */
function readFrontMatter(yaml: string): Map<string, unknown> | string {
  if (yaml.length > 16_384) return "the front matter is longer than 16,384 characters";
  if (/[[{]{9}|(?:[[{][^\]}]{0,20}){33}|^(?:\s*- ){33}/m.test(yaml)) return "the front matter is nested too deep";
  const document = parseDocument(yaml, { logLevel: "silent", uniqueKeys: true, merge: false });
  const fault = document.errors[0];
  if (fault !== undefined) {
    const reason = (fault.message.split("\n")[0] ?? "").replace(/ at line \d+.*$/, "");
    return `line ${(fault.linePos?.[0].line ?? 0) + 1} of the front matter is not YAML: ${reason}`;
  }
  if (hasAlias(document)) return "the front matter uses a YAML anchor or alias: write the value out";
  if (document.contents === null) return new Map();
  if (!isMap(document.contents)) return "the front matter is not a list of keys and values";
  return document.toJS({ mapAsMap: true, maxAliasCount: 0 }) as Map<string, unknown>;
}

function hasAlias(document: Document): boolean {
  let found = false;
  visit(document, {
    Node: (_, node) => {
      found ||= isAlias(node) || ("anchor" in node && node.anchor !== undefined);
    },
  });
  return found;
}

function words(value: unknown): string {
  if (value === null || value === undefined) return "";
  return (
    typeof value === "object" ? JSON.stringify(value instanceof Map ? Object.fromEntries(value) : value) : String(value)
  ).trim();
}
