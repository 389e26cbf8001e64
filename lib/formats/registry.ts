import { exportAiken } from "./aiken/export.ts";
import { importAiken } from "./aiken/import.ts";
import { exportAnki } from "./anki/export.ts";
import { exportApkg } from "./anki/export-package.ts";
import { importAnki } from "./anki/import.ts";
import { exportCsv } from "./csv/export.ts";
import { importCsv } from "./csv/import.ts";
import type { FormatName } from "./format-names.ts";
import { exportGift } from "./gift/export.ts";
import { importGift } from "./gift/import.ts";
import { importJson } from "./json/import.ts";
import { importMarkdownBank } from "./markdown/import-bank.ts";
import { importMarkdownLetters } from "./markdown/import-letters.ts";
import { importMdquiz } from "./markdown/import-quiz.ts";
import { exportMoodleXml } from "./moodle/export.ts";
import { importMoodleXml } from "./moodle/import.ts";
import { exportPaper } from "./paper/export.ts";
import { exportQti } from "./qti/export.ts";
import { importQti } from "./qti/import.ts";
import { exportQti12 } from "./qti12/export.ts";
import type { Exporter, Importer } from "./report.ts";
import { exportText2qti } from "./text2qti/export.ts";
import { importText2qti } from "./text2qti/import.ts";

export interface Format {
  readonly name: FormatName;
  /** What a person would call it. */
  readonly title: string;
  /** How the files of a folder that belong to it end; an import reads no others but images. */
  readonly extensions: readonly string[];
  readonly importer: Importer | null;
  readonly exporter: Exporter | null;
  /** What an export holds, where it is too little to give our questions back. */
  readonly holdsOnly?: string;
}

/** A package tells its version by itself, so that both names read every one. */
const packageEndings = ["zip", "imscc", "dat", "qti", "xml"];
/** As does a file of Anki. */
const ankiEndings = ["apkg", "colpkg", "tsv", "csv", "txt"];

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
    title: "Markdown, one file per question",
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
  {
    name: "aiken",
    title: "Aiken",
    extensions: ["txt", "aiken"],
    importer: importAiken,
    exporter: exportAiken,
    holdsOnly: "the question, its options and the one correct option, as plain text",
  },
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
    extensions: packageEndings,
    importer: importQti,
    exporter: exportQti,
  },
  {
    name: "qti12",
    title: "QTI 1.2 and Common Cartridge: Canvas, Blackboard, Respondus",
    extensions: packageEndings,
    importer: importQti,
    exporter: exportQti12,
  },
  {
    name: "anki",
    title: "Anki, notes in plain text",
    extensions: ankiEndings,
    importer: importAnki,
    exporter: exportAnki,
  },
  {
    name: "apkg",
    title: "Anki, a package with its images",
    extensions: ankiEndings,
    importer: importAnki,
    exporter: exportApkg,
  },
  { name: "csv", title: "CSV", extensions: ["csv", "tsv", "txt"], importer: importCsv, exporter: exportCsv },
  {
    name: "json",
    title: "JSON, Open Trivia included",
    extensions: ["jsonl", "json"],
    importer: importJson,
    exporter: null,
  },
  {
    name: "text2qti",
    title: "Markdown of text2qti",
    extensions: ["txt", "md", "markdown"],
    importer: importText2qti,
    exporter: exportText2qti,
    holdsOnly: "questions with options, a number or a text, with their explanations",
  },
  {
    name: "paper",
    title: "Paper to print, with a separate answer sheet",
    extensions: ["html"],
    importer: null,
    exporter: exportPaper,
  },
];

/** The formats that our questions can go to and come back from. */
export const formatsBothWays: readonly Format[] = formats.filter(
  ({ importer, exporter, holdsOnly }) => importer !== null && exporter !== null && holdsOnly === undefined,
);

export function findFormat(name: string): Format | null {
  return formats.find((format) => format.name === name) ?? null;
}
