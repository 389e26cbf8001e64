import type { QuestionDraft } from "#lib/content/draft";

/** A file as bytes, its path relative to what is imported or exported, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface ExamOutline {
  readonly slug: string;
  readonly title: string;
  /** Of its questions, such as "de"; absent where it does not say. */
  readonly language?: string;
  readonly domains: readonly { readonly id: string; readonly title: string }[];
}

export interface ImportInput {
  readonly files: readonly SourceFile[];
  readonly exam: ExamOutline;
  /** Id of the domain for questions whose source names none of the exam's; without it the exam's first, with a note. */
  readonly domain?: string;
  /** Ids that questions of this exam have already. */
  readonly takenIds?: readonly string[];
  /** Names of the exam's scenarios; a question that names another stands without one. Null or absent: not known. */
  readonly caseNames?: readonly string[];
  /** Bytes of a file that lies beside the imported ones, for images; the path never leaves the imported folder. */
  readonly readAsset?: (path: string) => Uint8Array | null;
}

interface Found {
  /** The file with its line, or with the path of an element: where to look in the source. */
  readonly place: string;
  readonly title: string;
  readonly notes: readonly string[];
}

export interface ImportedQuestion extends Found {
  readonly status: "converted" | "noted";
  /** Name of the file that it came from, without folders. */
  readonly from: string;
  /** What the source calls it, as it stands there; null where it has no name. */
  readonly sourceId: string | null;
  readonly draft: QuestionDraft;
  /** Images to write beside the question. */
  readonly assets: readonly SourceFile[];
}

export interface RefusedItem extends Found {
  readonly status: "refused";
  readonly reason: string;
}

export type ImportedItem = ImportedQuestion | RefusedItem;

/** Every item found is in `items` exactly once: `found = converted + noted + refused`. */
export interface ImportReport {
  readonly found: number;
  readonly converted: number;
  readonly noted: number;
  readonly refused: number;
  readonly items: readonly ImportedItem[];
  /** What was seen that belongs to no item: tables of contents, navigation, categories. */
  readonly notices: readonly string[];
}

export type Importer = (input: ImportInput) => ImportReport;

export interface ExportInput {
  readonly exam: ExamOutline;
  readonly drafts: readonly QuestionDraft[];
  /** Bytes of an image by the address as it is written in the question, percent escapes and all, or null. */
  readonly readAsset?: (questionId: string, address: string) => Uint8Array | null;
  /** Absent: a fixed day, so that the same questions make the same bytes. */
  readonly now?: Date;
}

export interface ExportedItem {
  readonly id: string;
  readonly status: "exported" | "noted" | "refused";
  /** What the format cannot hold of this question. */
  readonly notes: readonly string[];
}

export interface ExportReport {
  readonly files: readonly SourceFile[];
  readonly items: readonly ExportedItem[];
}

export type Exporter = (input: ExportInput) => ExportReport;

export function makeImportReport(items: readonly ImportedItem[], notices: readonly string[]): ImportReport {
  const count = (status: ImportedItem["status"]) => items.filter((item) => item.status === status).length;
  return {
    found: items.length,
    converted: count("converted"),
    noted: count("noted"),
    refused: count("refused"),
    items,
    notices,
  };
}
