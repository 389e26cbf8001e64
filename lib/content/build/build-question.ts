import type { Nodes } from "mdast";
import { printLetters } from "#lib/exam/letters";
import type { Option, OptionReference, Question, RichText } from "#lib/exam/question";
import { plainText } from "#lib/markdown/plain-text";
import { checkNodes } from "../check/check-nodes.ts";
import { contentKind } from "../kinds/kinds.ts";
import { letterLegend } from "../letters/letter-legend.ts";
import { letterProblems } from "../letters/letter-problems.ts";
import type { OptionReferences } from "../letters/option-references.ts";
import { type QuestionLetters, questionLetters } from "../letters/question-letters.ts";
import type { QuestionFile } from "../parsed-question.ts";
import type { Place, Problem } from "../problem.ts";
import { isSilent } from "../read/blocks.ts";
import type { Report } from "../read/question-parts.ts";
import type { ReadOption, ReadQuestion } from "../read/read-question.ts";
import { structuralProblem } from "../rules/structural-rules.ts";
import { buildReferences } from "./build-references.ts";
import { ContentWriter } from "./content-writer.ts";
import { optionIds } from "./option-id.ts";

interface Built {
  readonly question: Question;
  readonly assets: readonly string[];
  readonly places: { readonly stem: Place; readonly options: Place };
}

/**
 * Renders a question that was read. Always gives a value: it is worth something only when neither reading nor building
 * found an error.
 */
export function buildQuestion(read: ReadQuestion, file: QuestionFile): Building {
  const builder = new Builder(read, file);
  return { built: builder.build(), problems: builder.problems, letters: builder.letters };
}

export interface Building {
  readonly built: Built;
  readonly problems: readonly Problem[];
  readonly letters: QuestionLetters;
}

class Builder {
  readonly problems: Problem[] = [];
  readonly letters: QuestionLetters;
  private readonly read: ReadQuestion;
  private readonly file: QuestionFile;
  private readonly writer: ContentWriter;
  /** In the order of the file: what {A}, {B}, … mean. */
  private readonly ids: readonly string[];
  private readonly lettered: readonly ReadOption[];

  constructor(read: ReadQuestion, file: QuestionFile) {
    this.read = read;
    this.file = file;
    this.writer = new ContentWriter(read.file, read.definitions, { imageUrl: file.imageUrl }, this.report);
    const lettered = contentKind(read.kind).lettered(read);
    this.ids = optionIds(lettered.map((option) => option.source));
    this.lettered = lettered;
    this.letters = questionLetters(read, this.ids);
  }

  private readonly report: Report = (rule, at, message, fix) =>
    this.problems.push(structuralProblem(this.read.file, rule, startOf(at), message, fix));

  build(): Built {
    const { read } = this;
    this.problems.push(...checkNodes(read.file, read.root, this.writer, this.file.imageUrl));
    const stem = read.parts.stem.filter((block) => !isSilent(block));
    this.problems.push(...letterProblems(read, this.letters, this.ids.length));
    const stemHtml = this.print(stem, this.letters.stem);
    const question: Question = {
      public: {
        stemHtml,
        stemText: plainText(stem),
        scenario: this.file.exam.cases.get(read.front.case ?? "") ?? null,
        ...contentKind(read.kind).publicPart(
          read,
          this.ids,
          (option, id) => this.option(option, id),
          this.letters.keepsOrder,
          (nodes, cut) => this.writer.richText(nodes, cut),
        ),
      },
      secret: {
        key: contentKind(read.kind).key(read, this.ids),
        explanation: this.explanation(),
        optionNotes: this.optionNotes(),
        references: buildReferences(
          read.parts.references?.content ?? [],
          (link) => this.writer.urlOf(link),
          this.report,
        ),
      },
    };
    const places = { stem: startOf(stem[0]), options: startOf(read.parts.options ?? stem[0]) };
    return { question, assets: [...this.writer.assets].sort(), places };
  }

  private option(option: ReadOption, id: string): Option {
    const letters = this.letters.options[this.read.options.indexOf(option)];
    return { id, html: this.print(unwrapped(option.body), letters), text: option.text };
  }

  /** Text that is shown before the answer: its letters are those of the order of the file. */
  private print(nodes: readonly Nodes[], letters: OptionReferences | undefined): string {
    return this.asWritten(nodes, letters).join("");
  }

  /** The letters of the file, with a legend in front, where the entries are shuffled and it is not certain what each letter names. */
  private explanation(): RichText {
    const content = this.read.parts.explanation?.content ?? [];
    if (!this.letters.needsLegend) return this.writer.richText(content, this.letters.explanation.cut);
    const legend = letterLegend(
      this.lettered.map(({ text }) => text),
      this.read.language,
    );
    return [this.writer.html([legend]), ...this.asWritten(content, this.letters.explanation)];
  }

  private asWritten(nodes: readonly Nodes[], letters: OptionReferences | undefined): RichText {
    if (!letters || letters.cut.size === 0) return [this.writer.html(nodes)];
    const print = (part: string | OptionReference): string =>
      typeof part === "string" ? part : printLetters(part.optionIds, this.ids, part.join, this.read.language);
    const printed = [...letters.cut].map(([node, parts]) => [node, parts.map(print)] as const);
    return this.writer.richText(nodes, new Map(printed));
  }

  private optionNotes(): Record<string, RichText> {
    // Ids are keys of their own in every question: an object that is a dictionary from the start takes them quickest.
    const notes = Object.create(null) as Record<string, RichText>;
    for (const [index, { note }] of this.read.options.entries()) {
      if (note.length === 0) continue;
      const letters = this.letters.notes[index];
      notes[this.ids[index] ?? ""] = this.letters.needsLegend
        ? this.asWritten(note, letters)
        : this.writer.richText(note, letters?.cut ?? new Map());
    }
    return notes;
  }
}

function startOf(at: Nodes | Place | undefined): Place {
  const start = at && ("line" in at ? at : at.position?.start);
  return { line: start?.line ?? 1, column: start?.column ?? 1 };
}

/** An option is a label: its only paragraph, or its cell, is no block of its own. */
function unwrapped(body: readonly Nodes[]): readonly Nodes[] {
  const only = body.length === 1 ? body[0] : undefined;
  return only?.type === "paragraph" || only?.type === "tableCell" ? only.children : body;
}
