import type { QuestionDraft } from "#lib/content/draft";
import { letterAt } from "#lib/exam/letters";
import type { ExportedItem, Exporter, SourceFile } from "../report.ts";
import { disputeInWords } from "../shared/draft-tags.ts";
import { exported, utf8, withOwnImages } from "../shared/export-texts.ts";
import { writeTable } from "../shared/read-table.ts";

const first = [
  "id",
  "kind",
  "domain",
  "difficulty",
  "tags",
  "origin",
  "checked",
  "dispute",
  "case",
  "shuffle",
  "select",
  "stem",
  "correct",
  "answer",
  "tolerance",
  "unit",
  "columns",
  "cloze",
];
const last = ["explanation", "references"];

/** A table with one question a row, its texts Markdown: the only format that holds everything of ours. */
export const exportCsv: Exporter = (input) => {
  const items: ExportedItem[] = [];
  const images: SourceFile[] = [];
  const most = (count: (draft: QuestionDraft) => number) => Math.max(0, ...input.drafts.map(count));
  const options = most((draft) => Math.max(draft.options.length, draft.steps.length));
  const pairs = most((draft) => draft.pairs.length);
  const numbered = (name: string, count: number) => Array.from({ length: count }, (_, index) => `${name} ${index + 1}`);
  const header = [
    ...first,
    ...numbered("option", options),
    ...numbered("note", options),
    ...numbered("left", pairs),
    ...numbered("right", pairs),
    ...last,
  ];
  const rows = input.drafts.map((draft) => {
    const notes = draft.tags
      .filter((tag) => tag.includes(";"))
      .map((tag) => `the tag "${tag}" holds a semicolon, which separates tags in a table`);
    const own = withOwnImages(draft, input, notes);
    images.push(...own.images);
    items.push(exported(draft, notes));
    const cells = cellsOf(own.draft);
    return header.map((name) => guard(cells.get(name) ?? ""));
  });
  const files = [{ path: `${input.exam.slug}.csv`, bytes: utf8(writeTable([header, ...rows], ",", "\r\n")) }];
  return { files: [...files, ...images], items };
};

function cellsOf(draft: QuestionDraft): Map<string, string> {
  const { numeric } = draft;
  const isAccepted = draft.kind === "text";
  const cells: [string, string | null | undefined][] = [
    ["id", draft.id],
    ["kind", draft.kind],
    ["domain", draft.domain],
    ["difficulty", draft.difficulty],
    ["tags", draft.tags.length === 1 && draft.tags[0]?.includes(",") ? `${draft.tags[0]};` : draft.tags.join("; ")],
    ["origin", draft.origin],
    ["checked", draft.checked],
    ["dispute", draft.dispute === undefined ? null : disputeInWords(draft.dispute)],
    ["case", draft.case],
    ["shuffle", draft.shuffle ? null : "false"],
    ["select", draft.select === null ? null : String(draft.select)],
    ["stem", draft.stem],
    ["correct", draft.options.flatMap((option, index) => (option.correct ? [letterAt(index)] : [])).join(", ")],
    [
      "answer",
      isAccepted
        ? draft.accepted.map((text) => text.replaceAll("|", "\\|")).join(" | ")
        : numeric === null
          ? null
          : (numeric.written ?? String(numeric.value)),
    ],
    ["tolerance", numeric === null ? null : String(numeric.tolerance)],
    ["unit", numeric?.unit],
    ["columns", draft.columns?.join(" | ")],
    ["cloze", draft.cloze],
    ["explanation", draft.explanation],
    [
      "references",
      draft.references.map(({ title, url }) => `[${title.replace(/[[\]\\]/g, "\\$&")}](${url})`).join("\n"),
    ],
    ...(draft.options.length > 0 ? draft.options.map((option) => option.text) : draft.steps).map(
      (text, index): [string, string] => [`option ${index + 1}`, text],
    ),
    ...draft.options.map((option, index): [string, string | null] => [`note ${index + 1}`, option.note]),
    ...draft.pairs.flatMap(([left, right], index): [string, string][] => [
      [`left ${index + 1}`, left],
      [`right ${index + 1}`, right],
    ]),
  ];
  return new Map(cells.map(([name, text]) => [name, text ?? ""]));
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe, which the import takes off. */
function guard(text: string): string {
  return /^[=+\-@']/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
}
