import type { QuestionDraft } from "#lib/content/draft";
import { asking, matchTexts } from "#lib/content/matches";
import { letterAt } from "#lib/exam/letters";
import type { ExportedItem, Exporter, ExportInput, SourceFile } from "../report.ts";
import { printBlanks } from "../shared/blanks.ts";
import { toTags } from "../shared/draft-tags.ts";
import { type ExportTexts, escapeXml, exported, exportTexts, utf8 } from "../shared/export-texts.ts";
import { writeTable } from "../shared/read-table.ts";

/** Anki's "Notes in plain text" for the note type Basic: a front with lettered options, a back with key and reasons. */
export const exportAnki: Exporter = (input) => {
  const { notes, media, items } = cardsOf(input);
  const head = [
    "#separator:tab",
    "#html:true",
    "#notetype:Basic",
    `#deck:${input.exam.title.replace(/\s+/g, " ")}`,
    "#guid column:1",
    "#columns:GUID\tFront\tBack\tTags",
    "#tags column:4",
  ];
  const rows = notes.map(({ guid, front, back, tags }) => [guid, front, back, tags.join(" ")]);
  const text = `${head.join("\n")}\n${writeTable(rows, "\t", "\n")}`;
  const files = media.map(({ path, bytes }) => ({ path: `collection.media/${path}`, bytes }));
  return { files: [{ path: `${input.exam.slug}.txt`, bytes: utf8(text) }, ...files], items };
};

/** A question as a note of the type Basic, in HTML. */
export interface Card {
  readonly guid: string;
  readonly front: string;
  readonly back: string;
  readonly tags: readonly string[];
}

export interface Cards {
  readonly notes: readonly Card[];
  readonly media: readonly SourceFile[];
  readonly items: readonly ExportedItem[];
}

/** All questions as cards, with the images that they show. */
export function cardsOf(input: ExportInput): Cards {
  const items: ExportedItem[] = [];
  const notes: Card[] = [];
  const media: SourceFile[] = [];
  for (const draft of input.drafts) {
    const texts = exportTexts(draft, input, true, (name) => encodeURIComponent(name));
    const front = `${texts.html(draft.stem)}${optionsOf(draft, texts)}`;
    // A tag of Anki ends at a space; this thin one is none to it.
    const tags = toTags(draft).map((tag) => tag.replace(/\s/g, "\u2005"));
    notes.push({
      guid: `${input.exam.slug}/${draft.id}`,
      front: oneLine(front),
      back: oneLine(backOf(draft, texts)),
      tags,
    });
    media.push(...texts.images.values());
    const oneWay = draft.kind === "cloze" ? ["a card of a text with blanks cannot be imported again"] : [];
    items.push(exported(draft, [...texts.notes, ...oneWay]));
  }
  return { notes, media, items };
}

/** Line ends outside code would be shown by Anki's plain editors as they are; within `pre` they are kept. */
function oneLine(html: string): string {
  const between = /(<[^<>]*>)\n(?=(<[^<>]*>))/g;
  return html.replace(
    between,
    (_, before: string, after: string) => before + (isBlock(before) || isBlock(after) ? "" : " "),
  );
}

function isBlock(tag: string): boolean {
  return !/^<\/?(?:a|b|code|del|em|i|img|s|span|strong|sub|sup)\b/.test(tag);
}

function optionsOf(draft: QuestionDraft, texts: ExportTexts): string {
  const items = (list: readonly string[], say = texts.option) => list.map((text) => `<li>${say(text)}</li>`).join("");
  switch (draft.kind) {
    case "single":
    case "multiple":
      return `<ol type="A">${items(draft.options.map((option) => option.text))}</ol>`;
    case "ordering":
      return `<ul>${items([...draft.steps].sort(), texts.inline)}</ul>`;
    case "matching":
      return `<ul>${items([...asking(draft.pairs).map(([left]) => left), ...[...matchTexts(draft.pairs)].sort()])}</ul>`;
    case "cloze":
      return printBlanks(
        draft.cloze,
        texts.html,
        (options) => `<u>( ${[...options].sort().map(escapeXml).join(" / ")} )</u>`,
      );
    case "numeric":
    case "text":
      return "";
  }
}

function backOf(draft: QuestionDraft, texts: ExportTexts): string {
  const notes = draft.options.flatMap((option, index) =>
    option.note === null
      ? []
      : [`<div class="note-${letterAt(index)}"><b>${letterAt(index)}</b> ${texts.html(option.note)}</div>`],
  );
  return [
    `<div class="key">${keyOf(draft, texts)}</div>`,
    notes.length === 0 ? "" : `<div class="notes">${notes.join("")}</div>`,
    `<div class="explanation">${texts.feedback}</div>`,
  ].join("");
}

function keyOf(draft: QuestionDraft, texts: ExportTexts): string {
  switch (draft.kind) {
    case "single":
    case "multiple":
      return `Answer: ${draft.options.flatMap((option, index) => (option.correct ? [letterAt(index)] : [])).join(", ")}`;
    case "ordering":
      return `<ol>${draft.steps.map((step) => `<li>${texts.inline(step)}</li>`).join("")}</ol>`;
    case "matching":
      return `<table>${draft.pairs.map((pair) => `<tr>${pair.map((text) => `<td>${texts.option(text)}</td>`).join("")}</tr>`).join("")}</table>`;
    case "numeric":
      return `Answer: ${draft.numeric?.written ?? draft.numeric?.value ?? ""} ± ${draft.numeric?.tolerance ?? 0}`;
    case "text":
      return `<ol>${draft.accepted.map((accepted) => `<li>${escapeXml(accepted)}</li>`).join("")}</ol>`;
    case "cloze":
      return printBlanks(draft.cloze, texts.html, ([right = ""]) => `<b>${escapeXml(right)}</b>`);
  }
}
