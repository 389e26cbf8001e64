import type { DraftOption, QuestionDraft } from "../draft.ts";
import { decodeText } from "./decode-text.ts";
import { fromTags } from "./draft-tags.ts";
import { finishImport } from "./finish-import.ts";
import { type ForeignItem, type ForeignItems, refusedFile, titleOf } from "./foreign-item.ts";
import { decodeBase64, decodeUrl } from "./image-assets.ts";
import { childOf, childrenOf, readXml, textOfXml, type XmlElement } from "./read-xml.ts";
import { splitReferences } from "./references-section.ts";
import type { Importer, ImportInput } from "./report.ts";
import { toMarkdown } from "./source-text.ts";

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
  return { items: items.length > 0 ? items : [refusedFile(file, "the quiz has no question")], notices };
}

// What each element becomes is decided in the class below; these are read there or only lay a question out.
const readElements = new Set(
  "name questiontext generalfeedback answer subquestion tags single shuffleanswers idnumber units unit correctfeedback partiallycorrectfeedback incorrectfeedback usecase hint".split(
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
  private readonly type: string;

  constructor(file: string, question: XmlElement, category: string | null) {
    this.file = file;
    this.question = question;
    this.category = category;
    this.type = question.attributes.get("type") ?? "";
  }

  item(): ForeignItem {
    const name = textOfXml(childOf(childOf(this.question, "name"), "text")).trim();
    const idNumber = textOfXml(childOf(this.question, "idnumber")).trim();
    const tags = fromTags(
      childrenOf(childOf(this.question, "tags") ?? this.question, "tag").map((tag) => textOfXml(childOf(tag, "text"))),
    );
    const stem = this.textOf(childOf(this.question, "questiontext"));
    const answers = this.answers(tags.unit);
    const feedback = splitReferences(this.textOf(childOf(this.question, "generalfeedback")));
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

  /** The part of the draft that says how it is answered, or why it cannot be one of ours. */
  private answers(unit: string | null): Partial<QuestionDraft> | string {
    switch (this.type) {
      case "multichoice":
      case "multichoiceset":
        return this.choice();
      case "truefalse":
        return { kind: "single", options: this.options(() => true), shuffle: false };
      case "shortanswer":
        return this.short();
      case "numerical":
        return this.numeric(unit);
      case "matching":
      case "ddmatch":
        return this.matching();
      case "ordering":
        return { kind: "ordering", steps: childrenOf(this.question, "answer").map((answer) => this.textOf(answer)) };
      default:
        return `a question of type "${this.type}" is none of ours (multichoice, truefalse, shortanswer, numerical, matching, ordering)`;
    }
  }

  private choice(): Partial<QuestionDraft> {
    const isSingle =
      !/^(false|0)$/.test(textOfXml(childOf(this.question, "single")).trim()) && this.type === "multichoice";
    const fractions = childrenOf(this.question, "answer").map(fractionOf);
    const best = Math.max(...fractions);
    const options = this.options((fraction) => (isSingle ? fraction > 0 && fraction === best : fraction > 0));
    const even = 100 / Math.max(1, options.filter((option) => option.correct).length);
    options.forEach((option, index) => {
      const fraction = fractions[index] ?? 0;
      const expected = option.correct ? [100, even] : isSingle ? [0] : [0, -100, -even];
      if (!expected.some((value) => Math.abs(value - fraction) < 0.5))
        this.notes.push(`not kept: ${fraction}% for "${option.text}"`);
    });
    const shuffle = !/^(false|0)$/.test(textOfXml(childOf(this.question, "shuffleanswers")).trim());
    return { kind: isSingle ? "single" : "multiple", options, shuffle };
  }

  private options(isRight: (fraction: number) => boolean): DraftOption[] {
    return childrenOf(this.question, "answer").map((answer) => {
      const text = this.textOf(answer);
      const fraction = fractionOf(answer);
      const isTrueFalse = this.type === "truefalse";
      return {
        text: isTrueFalse ? text.replace(/^(true|false)$/, (word) => word[0]?.toUpperCase() + word.slice(1)) : text,
        correct: isTrueFalse ? fraction > 0 : isRight(fraction),
        note: this.textOf(childOf(answer, "feedback")) || null,
      };
    });
  }

  private short(): Partial<QuestionDraft> {
    const accepted: string[] = [];
    for (const answer of childrenOf(this.question, "answer")) {
      const text = textOfXml(childOf(answer, "text")).trim();
      const fraction = fractionOf(answer);
      const said = this.textOf(childOf(answer, "feedback"));
      if (said !== "") this.notes.push(`not kept: feedback on the answer "${text}": ${said.slice(0, 200)}`);
      if (fraction < 100) this.notes.push(`not kept: "${text}", worth ${fraction}%`);
      else if (text === "*") this.notes.push('not kept: "*", which accepts any answer');
      else accepted.push(text);
      if (fraction === 100 && text !== "*" && text.includes("*"))
        this.notes.push(`"${text}" has a wildcard, which is taken as a plain star`);
    }
    if (textOfXml(childOf(this.question, "usecase")).trim() === "1")
      this.notes.push("upper and lower case made a difference; here they do not");
    return { kind: "text", accepted };
  }

  private numeric(unit: string | null): Partial<QuestionDraft> | string {
    const answers = childrenOf(this.question, "answer").map((answer) => ({
      value: Number(textOfXml(childOf(answer, "text")).trim().replace(",", ".") || Number.NaN),
      tolerance: Math.abs(Number(textOfXml(childOf(answer, "tolerance")).trim() || 0)),
      fraction: fractionOf(answer),
      feedback: this.textOf(childOf(answer, "feedback")),
    }));
    const right = answers
      .filter(({ value, fraction }) => Number.isFinite(value) && fraction > 0)
      .sort((a, b) => b.fraction - a.fraction);
    const best = right[0];
    for (const { value, feedback } of answers)
      if (feedback !== "") this.notes.push(`not kept: feedback on the answer ${value}: ${feedback.slice(0, 200)}`);
    for (const other of right.slice(1))
      this.notes.push(`not kept: a further answer ${other.value} ± ${other.tolerance}, worth ${other.fraction}%`);
    const units = childrenOf(childOf(this.question, "units") ?? this.question, "unit").map((each) => ({
      name: textOfXml(childOf(each, "unit_name")).trim(),
      factor: Number(textOfXml(childOf(each, "multiplier")).trim() || 1),
    }));
    const main = units.find(({ factor }) => factor === 1);
    for (const other of units.filter((each) => each !== main))
      this.notes.push(`not kept: unit ${other.name} (${other.factor})`);
    if (best === undefined) return "no number is stated as the answer";
    return {
      kind: "numeric",
      numeric: {
        value: best.value,
        tolerance: Number.isFinite(best.tolerance) ? best.tolerance : 0,
        unit: main?.name || unit,
      },
    };
  }

  private matching(): Partial<QuestionDraft> {
    const pairs = childrenOf(this.question, "subquestion").map((pair): [string, string] => [
      this.textOf(pair),
      this.textOf(childOf(pair, "answer"), "plain"),
    ]);
    for (const [left, right] of pairs)
      if (left === "") this.notes.push(`not kept: "${right}", an answer that matches nothing`);
    return { kind: "matching", pairs: pairs.filter(([left]) => left !== "") };
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
        const address = `${folder}/${name}`;
        names.set(name, address);
        this.embedded.set(address, bytes);
      }
    }
    const text = textOfXml(childOf(element, "text")).replace(
      /@@PLUGINFILE@@\/([^"'\s)>]+)/g,
      (whole, name: string) => names.get(decodeUrl(name)) ?? whole,
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

function fractionOf(answer: XmlElement): number {
  const fraction = Number(answer.attributes.get("fraction") ?? 0);
  return Number.isFinite(fraction) ? fraction : 0;
}
