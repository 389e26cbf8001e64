import type { Element, Nodes } from "hast";
import { htmlToHast } from "satteri";
import type { DraftOption, QuestionDraft } from "../draft.ts";
import { readAnswerBlock } from "./answer-block.ts";
import { decodeText } from "./decode-text.ts";
import { fromTags } from "./draft-tags.ts";
import { finishImport } from "./finish-import.ts";
import { type ForeignItem, type ForeignItems, markOptions, refusedFile, titleOf } from "./foreign-item.ts";
import { hastToMarkdown, textOf } from "./hast-to-markdown.ts";
import { readTable, type TableRow } from "./read-table.ts";
import { splitReferences } from "./references-section.ts";
import type { Importer, ImportInput } from "./report.ts";
import { toMarkdown } from "./source-text.ts";

/** Anki's "Notes in plain text": one note a row, with `#separator:` and other directives before them. */
export const importAnki: Importer = (input) => finishImport(readFiles(input), input);

function readFiles(input: ImportInput): ForeignItems {
  const files = input.files.filter(({ path }) => /\.(tsv|txt|csv)$/i.test(path));
  // Notes name images by their bare names; the files lie in the collection's media folder.
  const media = new Map(input.files.map(({ path, bytes }) => [path.split("/").at(-1) ?? path, bytes]));
  const items = files.flatMap((file) => readFile(file.path, file.bytes));
  return { items: items.map((item) => ({ ...item, embedded: media })), notices: [] };
}

const separators: Readonly<Record<string, string>> = {
  tab: "\t",
  comma: ",",
  semicolon: ";",
  pipe: "|",
  colon: ":",
  space: " ",
};

interface Layout {
  readonly file: string;
  readonly isHtml: boolean;
  readonly directives: ReadonlyMap<string, string>;
  /** 0-based columns of the note's own fields. */
  readonly fields: readonly number[];
  readonly names: readonly string[];
}

function readFile(file: string, bytes: Uint8Array): ForeignItem[] {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return [refusedFile(file, decoded.reason)];
  const lines = decoded.text.split("\n");
  const count = lines.findIndex((line) => !/^#[a-z ]+:/i.test(line));
  const head = lines.slice(0, Math.max(0, count));
  const directives = new Map(
    head.map((line) => [line.slice(1, line.indexOf(":")).toLowerCase().trim(), line.slice(line.indexOf(":") + 1)]),
  );
  const stated = directives.get("separator") ?? "tab";
  const separator = separators[stated.toLowerCase()] ?? (stated.length === 1 ? stated : "\t");
  const table = readTable(`${"\n".repeat(head.length)}${lines.slice(head.length).join("\n")}`, separator);
  if (!table.ok) return [refusedFile(file, table.reason)];
  if (table.rows.length === 0) return [refusedFile(file, "there is no note")];
  const special = ["tags", "guid", "notetype", "deck"].map((name) => columnOf(directives, name));
  const width = Math.max(...table.rows.map((row) => row.cells.length));
  const fields = Array.from({ length: width }, (_, index) => index).filter((index) => !special.includes(index));
  const names = (directives.get("columns") ?? "").split(separator).map((name) => name.trim());
  const isHtml = directives.get("html")?.trim() !== "false";
  return table.rows.map((row) => readNote({ file, isHtml, directives, fields, names }, row));
}

function columnOf(directives: ReadonlyMap<string, string>, name: string): number {
  return Number(directives.get(`${name} column`) ?? 0) - 1;
}

function readNote(layout: Layout, row: TableRow): ForeignItem {
  const { file, directives } = layout;
  const notes: string[] = [];
  const special = (name: string) => row.cells[columnOf(directives, name)]?.trim() ?? "";
  const tags = fromTags(
    [special("tags"), columnOf(directives, "tags") < 0 ? (directives.get("tags") ?? "") : ""]
      .join(" ")
      .split(/[ \t]+/)
      .map((tag) => tag.replaceAll("\u2005", " ")),
  );
  const fields = layout.fields.map((index) => row.cells[index] ?? "");
  const names = layout.fields.map((index) => layout.names[index] ?? "");
  const type = special("notetype") || (directives.get("notetype") ?? "").trim();
  const content =
    readChoiceNote(fields, names, layout, notes) ?? readCard(fields, layout, notes, tags.draft.kind ?? null);
  const guid = special("guid");
  const stem = content.draft.stem ?? "";
  if (type !== "" && !/^(basic|mockdown)/i.test(type)) notes.push(`not kept: note type "${type}"`);
  const id = guid.split("/").at(-1) ?? "";
  return {
    place: `${file}:${row.line}`,
    title: titleOf(stem),
    file,
    category: (special("deck") || (directives.get("deck") ?? "").trim()).replaceAll("::", "/") || null,
    notes,
    ...(content.refusal === undefined ? {} : { refusal: content.refusal }),
    draft: { ...tags.draft, ...(id === "" ? {} : { id }), ...withUnit(content.draft, tags.unit) },
  };
}

function withUnit(draft: Partial<QuestionDraft>, unit: string | null): Partial<QuestionDraft> {
  return draft.numeric && unit !== null ? { ...draft, numeric: { ...draft.numeric, unit } } : draft;
}

interface Content {
  readonly draft: Partial<QuestionDraft>;
  readonly refusal?: string;
}

/** A multiple-choice note type: the options have fields of their own, and one field says "0 1 0 0". */
function readChoiceNote(
  fields: readonly string[],
  names: readonly string[],
  layout: Layout,
  notes: string[],
): Content | null {
  const key = fields.findIndex((field) => /^\s*[01](?:\s+[01])+\s*$/.test(field));
  if (key < 0) return null;
  const bits = (fields[key] ?? "").trim().split(/\s+/);
  const type = fields.findIndex((field, index) => index < key && /^\s*[012]\s*$/.test(field));
  const firstOption = type >= 0 ? type + 1 : key - bits.length;
  const texts = fields.slice(firstOption, key).map((field) => markdown(field, layout, notes));
  const options = texts
    .filter((text) => text !== "")
    .map((text, index) => ({ text, correct: bits[index] === "1", note: null }));
  const rest = fields.flatMap((field, index) =>
    index > key && field.trim() !== "" ? [markdown(field, layout, notes)] : [],
  );
  const stem = markdown(fields[0] ?? "", layout, notes);
  fields.slice(1, Math.max(1, type >= 0 ? type : firstOption)).forEach((field, index) => {
    if (field.trim() !== "") notes.push(`not kept: field ${names[index + 1] || index + 2} "${field.slice(0, 100)}"`);
  });
  if ((fields[type] ?? "").trim() === "0")
    notes.push("each statement was to be judged by itself; it became one question with several right options");
  if (firstOption < 1) return { draft: { stem }, refusal: "there is no field for each option" };
  const { explanation, references } = readAnswerBlock(rest.join("\n\n").split("\n"));
  return {
    draft: {
      stem,
      options,
      kind: (fields[type] ?? "").trim() === "1" ? "multiple" : undefined,
      explanation,
      references,
    } as Partial<QuestionDraft>,
  };
}

function markdown(field: string, layout: Layout, notes: string[]): string {
  return toMarkdown(field, layout.isHtml ? "auto" : "plain", notes);
}

/** Front and back: options as a list on the front, the key named on the back; or a plain card. */
function readCard(
  fields: readonly string[],
  layout: Layout,
  notes: string[],
  kind: QuestionDraft["kind"] | null,
): Content {
  const [front = "", back = "", ...others] = fields;
  others.forEach((field, index) => {
    if (field.trim() !== "")
      notes.push(
        `not kept: field ${layout.names[layout.fields[index + 2] ?? -1] || index + 3} "${field.slice(0, 200)}"`,
      );
  });
  if (/\{\{c\d+::/.test(front))
    return {
      draft: { stem: markdown(front, layout, []) },
      refusal: "a cloze note has gaps in its text; here a question has one answer",
    };
  const split = splitFront(front, layout, notes);
  if (back.trim() === "")
    return { draft: { stem: split.stem }, refusal: "the back of the card is empty: there is no key" };
  const own = layout.isHtml ? readOwnBack(back, notes) : null;
  if (own !== null && kind !== null) return ownCard(kind, split, own);
  const block = readAnswerBlock(markdown(back, layout, notes).replace(/\\\n/g, "\n").split("\n"));
  const { explanation, references } = {
    ...block,
    ...(block.references.length > 0 ? {} : splitReferences(block.explanation)),
  };
  if (split.options.length > 1) return foreignChoice(split, block.letters, block.statedText, explanation, references);
  const answer = block.statedText ?? explanation.split("\n")[0] ?? "";
  if (answer.length > 100 || (block.statedText === null && explanation.includes("\n\n"))) {
    return { draft: { stem: split.stem }, refusal: "the back of the card is a passage, which cannot be graded" };
  }
  notes.push("a plain card: its back became the accepted text");
  return {
    draft: {
      kind: "text",
      stem: split.stem,
      accepted: [textOf({ type: "text", value: answer }).replace(/\\(?=[!-/:-@[-`{-~])/g, "")],
      explanation: block.statedText === null ? "" : explanation,
      references,
    },
  };
}

function foreignChoice(
  split: Front,
  letters: readonly string[],
  stated: string | null,
  explanation: string,
  references: QuestionDraft["references"],
): Content {
  const { stem, options } = split;
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[*_`\\.\s]+/g, " ")
      .trim();
  const first = explanation.split("\n")[0] ?? "";
  const lettered = letters.length > 0 ? letters : (/^\(?([A-Z])[.)]?(?:\s|$)/.exec(first)?.[1]?.split("") ?? []);
  const byText = options.findIndex((option) => plain(option.text) === plain(stated ?? first));
  const key = lettered.length > 0 ? lettered : byText < 0 ? [] : [String.fromCharCode(65 + byText)];
  const marked = key.length === 0 ? null : markOptions(options, key);
  if (marked === null)
    return {
      draft: { stem },
      refusal:
        key.length === 0
          ? "the back names no option as the key"
          : `the key ${key.join(", ")} names an option that does not exist`,
    };
  const repeats = letters.length === 0 && stated === null;
  return {
    draft: {
      stem,
      options: marked,
      explanation: repeats ? explanation.split("\n").slice(1).join("\n").trim() : explanation,
      references,
    },
  };
}

interface Front {
  readonly stem: string;
  readonly options: readonly DraftOption[];
}

/** The last list of the front, or its lines "A. …", are the options. */
function splitFront(front: string, layout: Layout, notes: string[]): Front {
  const nodes = layout.isHtml ? topNodes(front) : [];
  const lists = nodes.filter(
    (node): node is Element => node.type === "element" && (node.tagName === "ol" || node.tagName === "ul"),
  );
  const list = lists.at(-1);
  if (list !== undefined) {
    const items = list.children.filter((child): child is Element => child.type === "element");
    return {
      stem: say(
        nodes.filter((node) => node !== list),
        notes,
      ),
      options: items.map((item) => ({ text: say(item.children, notes), correct: false, note: null })),
    };
  }
  const lines = markdown(front, layout, notes).replace(/\\\n/g, "\n").split("\n");
  const label = /^\s*(?:[-*]\s+)?\(?([A-Za-z])\\?[.)]\\?\)?\s+(.*)$/;
  const options: DraftOption[] = [];
  const stem: string[] = [];
  for (const line of lines) {
    const match = label.exec(line);
    if (match !== null && match[1]?.toUpperCase().charCodeAt(0) === 65 + options.length)
      options.push({ text: match[2] ?? "", correct: false, note: null });
    else if (options.length === 0) stem.push(line);
    else if (line.trim() !== "")
      options[options.length - 1] = {
        ...(options.at(-1) as DraftOption),
        text: `${options.at(-1)?.text}\n${line.trim()}`,
      };
  }
  return options.length > 1
    ? { stem: stem.join("\n").trim(), options }
    : { stem: lines.join("\n").trim(), options: [] };
}

function topNodes(html: string): Nodes[] {
  if (html.length > 256 * 1024 || (html.match(/</g)?.length ?? 0) > 20_000) return [];
  const find = (node: Nodes): Nodes[] => {
    if (!("children" in node)) return [];
    const body = node.children.find((child) => child.type === "element" && /^(html|body)$/.test(child.tagName));
    return body === undefined ? (node.children as Nodes[]) : find(body);
  };
  return find(htmlToHast(html) as Nodes);
}

function say(nodes: readonly Nodes[], notes: string[]): string {
  const converted = hastToMarkdown(nodes);
  notes.push(...converted.notes);
  return converted.markdown;
}

interface OwnBack {
  readonly answer: string;
  readonly table: Element | null;
  readonly list: Element | null;
  readonly notes: ReadonlyMap<string, string>;
  readonly explanation: string;
  readonly references: QuestionDraft["references"];
}

/** The back that our own export writes: parts in elements whose class says what they are. */
function readOwnBack(back: string, notes: string[]): OwnBack | null {
  const parts = new Map<string, Element>();
  for (const node of topNodes(back)) {
    const name =
      node.type === "element" && Array.isArray(node.properties.className) ? String(node.properties.className[0]) : "";
    if (node.type === "element" && name !== "") parts.set(name, node);
  }
  const key = parts.get("key");
  if (key === undefined) return null;
  const optionNotes = (parts.get("notes")?.children ?? []).flatMap((item): [string, string][] => {
    const name =
      item.type === "element" && Array.isArray(item.properties.className)
        ? /^note-([A-Z])$/.exec(String(item.properties.className[0]))?.[1]
        : undefined;
    return name === undefined || item.type !== "element"
      ? []
      : [[name, say(item.children, notes).replace(/^\S+\s*/, "")]];
  });
  const elements = key.children.filter((child): child is Element => child.type === "element");
  const explanation = parts.get("explanation");
  return {
    answer: textOf(key).trim(),
    table: elements.find((child) => child.tagName === "table") ?? null,
    list: elements.find((child) => child.tagName === "ol") ?? null,
    notes: new Map(optionNotes),
    ...splitReferences(explanation === undefined ? "" : say(explanation.children, notes)),
  };
}

function ownCard(kind: QuestionDraft["kind"], front: Front, back: OwnBack): Content {
  const { stem, options } = front;
  const shared = { kind, stem, explanation: back.explanation, references: back.references };
  const answer = back.answer.replace(/^Answer:\s*/, "");
  switch (kind) {
    case "single":
    case "multiple": {
      const marked = markOptions(options, answer.split(/,\s*/));
      if (marked === null) return { draft: shared, refusal: `the key ${answer} names an option that does not exist` };
      return {
        draft: {
          ...shared,
          options: marked.map((option, index) => ({
            ...option,
            note: back.notes.get(String.fromCharCode(65 + index)) ?? null,
          })),
        },
      };
    }
    case "ordering": {
      const items = back.list?.children.filter((child): child is Element => child.type === "element") ?? [];
      return { draft: { ...shared, steps: items.map((item) => say(item.children, [])) } };
    }
    case "matching": {
      const rows = rowsOf(back.table);
      return {
        draft: {
          ...shared,
          pairs: rows.map((cells) => [say(cells[0]?.children ?? [], []), say(cells[1]?.children ?? [], [])] as const),
        },
      };
    }
    case "numeric": {
      const [value = "", tolerance = "0"] = answer.split("±").map((part) => part.trim());
      return {
        draft: {
          ...shared,
          numeric: { value: Number.parseFloat(value), tolerance: Number.parseFloat(tolerance) || 0, unit: null },
        },
      };
    }
    case "text":
      return {
        draft: {
          ...shared,
          accepted: (back.list?.children ?? []).flatMap((child) => (child.type === "element" ? [textOf(child)] : [])),
        },
      };
  }
}

function rowsOf(table: Element | null): Element[][] {
  const rows: Element[][] = [];
  const visit = (element: Element) => {
    for (const child of element.children) {
      if (child.type !== "element") continue;
      if (child.tagName === "tr")
        rows.push(child.children.filter((cell): cell is Element => cell.type === "element" && cell.tagName === "td"));
      else visit(child);
    }
  };
  if (table !== null) visit(table);
  return rows.filter((row) => row.length > 0);
}
