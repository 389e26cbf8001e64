import type { Nodes, Text } from "mdast";
import { printLetters } from "#lib/exam/letters";
import type { Option, OptionReference, Question, RichText } from "#lib/exam/question";
import { plainText } from "#lib/markdown/plain-text";
import { checkNodes } from "../check/check-nodes.ts";
import { contentKind } from "../kinds/kinds.ts";
import { letterProblems } from "../letters/letter-problems.ts";
import { type LetterFinding, type OptionReferences, optionReferences } from "../letters/option-references.ts";
import type { QuestionFile } from "../parsed-question.ts";
import type { Place, Problem } from "../problem.ts";
import { isSilent, type Report } from "../read/question-parts.ts";
import type { ReadOption, ReadQuestion } from "../read/read-question.ts";
import type { LettersFound } from "../rules/rule.ts";
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
  readonly letters: LettersFound;
}

class Builder {
  readonly problems: Problem[] = [];
  readonly letters: { inStem: LetterFinding[]; inSecret: LetterFinding[] } = { inStem: [], inSecret: [] };
  private readonly read: ReadQuestion;
  private readonly file: QuestionFile;
  private readonly writer: ContentWriter;
  /** In the order of the file: what {A}, {B}, … mean. */
  private readonly ids: readonly string[];
  private readonly fixed: boolean;

  constructor(read: ReadQuestion, file: QuestionFile) {
    this.read = read;
    this.file = file;
    this.writer = new ContentWriter(read.file, read.definitions, { imageUrl: file.imageUrl }, this.report);
    const lettered = read.kind === "matching" ? read.pairs.map(([, right]) => right) : read.options;
    this.ids = optionIds(lettered.map((option) => option.source));
    this.fixed = read.front.shuffle === false;
  }

  private readonly report: Report = (rule, at, message, fix) =>
    this.problems.push(structuralProblem(this.read.file, rule, startOf(at), message, fix));

  build(): Built {
    const { read } = this;
    this.problems.push(...checkNodes(read.file, read.root, this.writer, this.file.imageUrl));
    const stem = read.parts.stem.filter((block) => !isSilent(block));
    const stemHtml = this.print(stem, "stem");
    const question: Question = {
      public: {
        stemHtml,
        stemText: plainText(stem),
        scenario: this.file.exam.cases.get(read.front.case ?? "") ?? null,
        ...contentKind(read.kind).publicPart(read, this.ids, (option, id) => this.option(option, id)),
      },
      secret: {
        key: contentKind(read.kind).key(read, this.ids),
        explanation: this.richText(read.parts.explanation?.content ?? []),
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
    return { id, html: this.print(unwrapped(option.body), "option"), text: option.text };
  }

  /** Text that is shown before the answer. It has no letters of its own unless the written order is kept. */
  private print(nodes: readonly Nodes[], where: "stem" | "option"): string {
    const lettered =
      where === "stem" ? this.ids : this.read.kind === "single" || this.read.kind === "multiple" ? this.ids : [];
    const references = lettered.length > 0 ? optionReferences(asBlocks(nodes), this.read.source, lettered) : null;
    if (!references) return this.writer.html(nodes);
    if (where === "stem") this.letters.inStem.push(...references.findings);
    this.problems.push(...letterProblems(this.read.file, where, references.findings, lettered.length, this.fixed));
    return this.writer.richText(nodes, this.fixed ? fixedLetters(references, this.ids) : new Map()).join("");
  }

  private richText(nodes: readonly Nodes[]): RichText {
    const references = optionReferences(nodes, this.read.source, this.ids);
    this.letters.inSecret.push(...references.findings);
    this.problems.push(...letterProblems(this.read.file, "secret", references.findings, this.ids.length, this.fixed));
    return this.writer.richText(nodes, references.cut);
  }

  private optionNotes(): Record<string, RichText> {
    // Ids are keys of their own in every question: an object that is a dictionary from the start takes them quickest.
    const notes = Object.create(null) as Record<string, RichText>;
    for (const [index, option] of this.read.options.entries())
      if (option.note.length > 0) notes[this.ids[index] ?? ""] = this.richText(option.note);
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

/** Loose inline nodes as a paragraph, so that a phrase can run across them. */
function asBlocks(nodes: readonly Nodes[]): readonly Nodes[] {
  const inline = nodes.some((node) => node.type === "text" || node.type === "strong" || node.type === "emphasis");
  return inline ? [{ type: "paragraph", children: nodes } as Nodes] : nodes;
}

/** References as the letters of the written order, which every learner sees. */
function fixedLetters(
  { cut }: OptionReferences,
  ids: readonly string[],
): ReadonlyMap<Text, readonly (string | OptionReference)[]> {
  const print = (part: string | OptionReference): string =>
    typeof part === "string" ? part : printLetters(part.optionIds, ids, part.join);
  return new Map([...cut].map(([node, parts]) => [node, parts.map(print)]));
}
