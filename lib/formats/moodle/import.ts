import { toMarkdown } from "../markup/source-text.ts";
import type { Importer, ImportInput } from "../report.ts";
import { decodeText } from "../shared/decode-text.ts";
import { fromTags } from "../shared/draft-tags.ts";
import { finishImport } from "../shared/finish-import.ts";
import { type ForeignItem, type ForeignItems, refusedFile, titleOf } from "../shared/foreign-item.ts";
import { decodeBase64, decodeUrl } from "../shared/image-assets.ts";
import { childOf, childrenOf, readXml, textOfXml, type XmlElement } from "../shared/read-xml.ts";
import { splitReferences } from "../shared/references-section.ts";
import { MoodleAnswers } from "./answers.ts";

/** Moodle's XML: `<quiz>` with one `<question type="…">` each. */
export const importMoodleXml: Importer = (input) => finishImport(readFiles(input), input);

function readFiles(input: ImportInput): ForeignItems {
  const found = input.files.filter(({ path }) => /\.xml$/i.test(path)).map((file) => readFile(file.path, file.bytes));
  return { items: found.flatMap(({ items }) => items), notices: found.flatMap(({ notices }) => notices) };
}

function readFile(file: string, bytes: Uint8Array): ForeignItems {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { items: [refusedFile(file, decoded.reason)], notices: [] };
  const xml = readXml(decoded.text);
  if (!xml.ok) return { items: [refusedFile(file, xml.reason)], notices: [] };
  if (xml.root.name !== "quiz")
    return { items: [refusedFile(file, `the root element is <${xml.root.name}>; <quiz> was expected`)], notices: [] };
  const items: ForeignItem[] = [];
  const notices: string[] = [];
  let category: string | null = null;
  for (const question of childrenOf(xml.root, "question")) {
    if (question.attributes.get("type") === "category") {
      category = textOfXml(childOf(childOf(question, "category"), "text"))
        .trim()
        .replace(/^\$\w+\$\/(?:top\/?)?/, "");
      const info = textOfXml(childOf(childOf(question, "info"), "text")).trim();
      if (info !== "")
        notices.push(
          `${file}:${question.line} not kept: the description of category ${category}: ${info.slice(0, 200)}`,
        );
    } else items.push(new MoodleQuestion(file, question, category).item());
  }
  return { items: items.length > 0 ? items : [refusedFile(file, "the quiz has no questions")], notices };
}

// What each element becomes is decided in the class below; these are read there or only lay a question out.
const readElements = new Set(
  "name questiontext generalfeedback answer subquestion tags tag single shuffleanswers idnumber units unit correctfeedback partiallycorrectfeedback incorrectfeedback usecase hint selectoption dragbox".split(
    " ",
  ),
);
const layoutElements = new Set(
  "answernumbering showstandardinstruction shownumcorrect unitsleft layouttype selecttype gradingtype showgrading unitgradingtype unitpenalty showunits".split(
    " ",
  ),
);

class MoodleQuestion {
  private readonly notes: string[] = [];
  private readonly embedded = new Map<string, Uint8Array>();
  private readonly file: string;
  private readonly question: XmlElement;
  private readonly category: string | null;

  constructor(file: string, question: XmlElement, category: string | null) {
    this.file = file;
    this.question = question;
    this.category = category;
  }

  item(): ForeignItem {
    const name = textOfXml(childOf(childOf(this.question, "name"), "text")).trim();
    const idNumber = textOfXml(childOf(this.question, "idnumber")).trim();
    const tags = fromTags(
      childrenOf(childOf(this.question, "tags") ?? this.question, "tag").map((tag) => textOfXml(childOf(tag, "text"))),
    );
    const stem = this.textOf(childOf(this.question, "questiontext"));
    const reader = new MoodleAnswers(this.question, this.notes, (element, fallback) => this.textOf(element, fallback));
    const answers = reader.of(tags.unit);
    const said = [...new Set(reader.saidOfKey), this.textOf(childOf(this.question, "generalfeedback"))];
    const feedback = splitReferences(said.filter((part) => part !== "").join("\n\n"));
    if (name !== "" && name !== stem && name !== idNumber) this.notes.push(`not kept: name "${name}"`);
    this.nameLost();
    return {
      place: `${this.file}:${this.question.line}`,
      title: name || titleOf(stem),
      file: this.file,
      category: this.category,
      notes: this.notes,
      embedded: this.embedded,
      ...(typeof answers === "string" ? { refusal: answers } : {}),
      draft: {
        ...tags.draft,
        ...(idNumber === "" ? {} : { id: idNumber }),
        stem,
        ...(typeof answers === "string" ? {} : answers),
        explanation: feedback.explanation,
        references: feedback.references,
      },
    };
  }

  /** Markdown of an element with a format, a `<text>` and perhaps `<file>`s. */
  private textOf(element: XmlElement | undefined, fallback: "auto" | "plain" = "auto"): string {
    if (element === undefined) return "";
    const folder = `pluginfile/${this.embedded.size}`;
    const names = new Map<string, string>();
    for (const file of childrenOf(element, "file")) {
      const name = file.attributes.get("name") ?? "";
      const bytes = decodeBase64(textOfXml(file));
      if (bytes === null) this.notes.push(`not kept: file "${name}", which is not valid base64`);
      else {
        const path = `${(file.attributes.get("path") ?? "").replace(/^\/+/, "")}${name}`;
        const address = `${folder}/${path}`;
        names.set(path, address);
        this.embedded.set(address, bytes);
      }
    }
    const text = textOfXml(childOf(element, "text")).replace(
      /@@PLUGINFILE@@\/([^"'\s)>]+)/g,
      (whole, name: string) => names.get(decodeUrl(name.replace(/\?.*$/, ""))) ?? whole,
    );
    const format = element.attributes.get("format") ?? "";
    return toMarkdown(
      text,
      format === "html" || format === "markdown" ? format : format === "plain_text" ? "plain" : fallback,
      this.notes,
    );
  }

  private nameLost(): void {
    const { question, notes } = this;
    for (const name of ["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"]) {
      const text = this.textOf(childOf(question, name));
      if (text !== "") notes.push(`not kept: ${name} "${text.slice(0, 200)}"`);
    }
    for (const hint of childrenOf(question, "hint")) {
      const text = this.textOf(hint);
      if (text !== "") notes.push(`not kept: hint "${text.slice(0, 200)}"`);
    }
    for (const child of question.children) {
      if (typeof child === "string" || readElements.has(child.name) || layoutElements.has(child.name)) continue;
      const text = textOfXml(child).trim();
      const isUsual =
        (child.name === "defaultgrade" && Number(text) === 1) ||
        (/^(penalty|hidden)$/.test(child.name) && Number(text) === 0);
      if (text !== "" && !isUsual) notes.push(`not kept: ${child.name} ${text.slice(0, 200)}`);
    }
  }
}
