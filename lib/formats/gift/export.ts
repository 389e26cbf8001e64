import type { QuestionDraft } from "#lib/content/draft";
import type { ExportedItem, Exporter } from "../report.ts";
import { blanksOf, placeOf, printBlanks } from "../shared/blanks.ts";
import { toTags } from "../shared/draft-tags.ts";
import { type ExportTexts, escapeXml, exported, exportTexts, refused, utf8 } from "../shared/export-texts.ts";
import { withoutWildcards } from "../shared/wildcards.ts";
import { markOf, printGaps } from "./blanks.ts";
import { decimal } from "./split.ts";

/** GIFT has no ordering questions, no units, no images and no setting for the order of options. */
export const exportGift: Exporter = (input) => {
  const items: ExportedItem[] = [];
  const blocks: string[] = [];
  for (const draft of input.drafts) {
    const texts = exportTexts(draft, { ...input, readAsset: () => null }, false, () => "");
    const answers = answersOf(draft, texts);
    if (answers === null) {
      items.push(refused(draft, `GIFT has no ${draft.kind} questions`));
      continue;
    }
    const tags = toTags(draft).map((tag) => `[tag:${tag.replace(/]/g, "\\]")}]`);
    const [before, after] = aroundAnswers(draft, texts);
    const head = `// [id:${draft.id}] ${tags.join(" ")}`;
    blocks.push(
      `${head}\n::${escapeGift(draft.id)}::${text(before)} {\n${answers}\n####${text(texts.feedback)}\n}${escapeGift(after)}\n`,
    );
    items.push(exported(draft, [...texts.notes, ...lost(draft)]));
  }
  return { files: [{ path: `${input.exam.slug}.gift`, bytes: utf8(blocks.join("\n")) }], items };
};

function lost(draft: QuestionDraft): string[] {
  const notes: string[] = [];
  if (!draft.shuffle) notes.push("GIFT cannot keep options in their order; a tag says shuffle:false");
  if (draft.numeric?.unit) notes.push(`GIFT has no units; a tag says unit:${draft.numeric.unit}`);
  if (draft.kind === "cloze" && blanksOf(draft.cloze).length > 1)
    notes.push(
      "GIFT has no texts with several blanks: Moodle reads it as a matching, whose matches are those of all blanks",
    );
  return notes;
}

/** Null for a kind that GIFT does not have. */
function answersOf(draft: QuestionDraft, texts: ExportTexts): string | null {
  switch (draft.kind) {
    case "numeric":
      return `#${decimal(draft.numeric?.value ?? 0)}:${decimal(draft.numeric?.tolerance ?? 0)}`;
    case "text":
      return draft.accepted.map((accepted) => `=${escapeGift(withoutWildcards(accepted))}`).join("\n");
    case "matching":
      return draft.pairs
        .map(([left, right]) => `=${left === "" ? "" : text(texts.option(left))} -> ${escapeGift(texts.option(right))}`)
        .join("\n");
    case "ordering":
      return null;
    case "cloze": {
      const blanks = blanksOf(draft.cloze);
      if (blanks.length > 1) return printGaps(blanks, escapeGift);
      return (blanks[0] ?? [])
        .map((option, index) => `${index === 0 ? "=" : "~"}${escapeGift(escapeXml(option))}`)
        .join("\n");
    }
    case "single":
    case "multiple": {
      const keys = draft.options.filter((option) => option.correct).length;
      const share = Number((100 / keys).toFixed(5));
      return draft.options
        .map((option) => {
          const mark =
            draft.kind === "single" ? (option.correct ? "=" : "~") : option.correct ? `~%${share}%` : "~%-100%";
          return `${mark}${text(texts.option(option.text))}${option.note === null ? "" : `#${text(texts.inline(option.note))}`}`;
        })
        .join("\n");
    }
  }
}

/** The texts before and after the answers: one blank may stand within a text; several have marks there. */
function aroundAnswers(draft: QuestionDraft, texts: ExportTexts): readonly [string, string] {
  const stem = texts.html(draft.stem);
  if (draft.kind !== "cloze") return [stem, ""];
  const isOne = blanksOf(draft.cloze).length === 1;
  const marked = printBlanks(draft.cloze, texts.html, (_, index) => (isOne ? placeOf(0) : markOf(index)));
  const [before = "", after = ""] = marked.split(placeOf(0));
  return [`${stem}\n${before}`, after];
}

function text(html: string): string {
  return `[html]${escapeGift(html)}`;
}

function escapeGift(plain: string): string {
  return plain
    .replace(/[\\:#={}~]/g, "\\$&")
    .replace(/->/g, "\\-\\>")
    .replace(/\n/g, "\\n");
}
