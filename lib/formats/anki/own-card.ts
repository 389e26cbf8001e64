import type { Element } from "hast";
import type { QuestionDraft } from "#lib/content/draft";
import { textOf } from "../markup/hast-inline.ts";
import { markOptions } from "../shared/foreign-item.ts";
import { splitReferences } from "../shared/references-section.ts";
import { say, topNodes } from "./html.ts";
import type { Content, Front } from "./note.ts";

interface OwnBack {
  readonly answer: string;
  readonly table: Element | null;
  readonly list: Element | null;
  readonly notes: ReadonlyMap<string, string>;
  readonly explanation: string;
  readonly references: QuestionDraft["references"];
}

/** The back that our own export writes: parts in elements whose class says what they are. */
export function readOwnBack(back: string, notes: string[]): OwnBack | null {
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

/** A card of our own export, which says of itself what kind it is. */
export function ownCard(kind: QuestionDraft["kind"], front: Front, back: OwnBack): Content {
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
    case "cloze":
      return { draft: shared, refusal: "a card of a text with blanks does not say which options they have" };
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
