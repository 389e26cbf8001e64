import { importAiken } from "./aiken.ts";
import { importAnki } from "./anki.ts";
import { importCsv } from "./csv.ts";
import { exportAnki } from "./export-anki.ts";
import { exportCsv } from "./export-csv.ts";
import { exportGift } from "./export-gift.ts";
import { exportMoodleXml } from "./export-moodle-xml.ts";
import { exportPaper } from "./export-paper.ts";
import { exportQti } from "./export-qti.ts";
import { importGift } from "./gift.ts";
import { importMarkdownBank } from "./markdown-bank.ts";
import { importMarkdownLetters } from "./markdown-letters.ts";
import { importMdquiz } from "./mdquiz.ts";
import { importMoodleXml } from "./moodle-xml.ts";
import { importQti } from "./qti.ts";
import type { Exporter, Importer } from "./report.ts";

export interface Format {
  readonly name: string;
  /** What a person would call it. */
  readonly title: string;
  /** How the files of a folder that belong to it end; an import reads no others but images. */
  readonly extensions: readonly string[];
  readonly importer: Importer | null;
  readonly exporter: Exporter | null;
}

/** Every foreign format, by the name that the command line uses. */
export const formats: readonly Format[] = [
  {
    name: "markdown-bank",
    title: "Markdown, one file of headings and task lists",
    extensions: ["md", "markdown", "mdx", "txt"],
    importer: importMarkdownBank,
    exporter: null,
  },
  {
    name: "mdquiz",
    title: "Markdown, one file a question",
    extensions: ["md", "markdown", "mdx"],
    importer: importMdquiz,
    exporter: null,
  },
  {
    name: "markdown-letters",
    title: "Markdown, numbered questions and lettered options",
    extensions: ["md", "markdown", "mdx", "txt"],
    importer: importMarkdownLetters,
    exporter: null,
  },
  { name: "gift", title: "GIFT", extensions: ["gift", "txt"], importer: importGift, exporter: exportGift },
  { name: "aiken", title: "Aiken", extensions: ["txt", "aiken"], importer: importAiken, exporter: null },
  {
    name: "moodle-xml",
    title: "Moodle XML",
    extensions: ["xml"],
    importer: importMoodleXml,
    exporter: exportMoodleXml,
  },
  {
    name: "qti",
    title: "QTI 2.1, 2.2 and 3.0",
    extensions: ["zip", "imscc", "qti", "xml"],
    importer: importQti,
    exporter: exportQti,
  },
  {
    name: "anki",
    title: "Anki, notes in plain text",
    extensions: ["txt", "tsv", "csv"],
    importer: importAnki,
    exporter: exportAnki,
  },
  { name: "csv", title: "CSV", extensions: ["csv", "tsv", "txt"], importer: importCsv, exporter: exportCsv },
  {
    name: "paper",
    title: "A paper to print, with a separate answer sheet",
    extensions: ["html"],
    importer: null,
    exporter: exportPaper,
  },
];

export function findFormat(name: string): Format | null {
  return formats.find((format) => format.name === name) ?? null;
}
