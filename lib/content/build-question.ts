import type { Nodes, Text } from "mdast";
import { printLetters } from "#lib/exam/letters";
import type {
  AnswerKey,
  Option,
  OptionReference,
  PublicQuestion,
  Question,
  Reference,
  RichText,
} from "#lib/exam/question";
import { plainText } from "#lib/markdown/plain-text";
import { safeUrl } from "#lib/markdown/safe-url";
import { checkNodes } from "./check-nodes.ts";
import { ContentWriter } from "./content-writer.ts";
import { letterProblems } from "./letters/letter-problems.ts";
import { type LetterFinding, type OptionReferences, optionReferences } from "./letters/option-references.ts";
import { optionIds } from "./option-id.ts";
import type { QuestionFile } from "./parsed-question.ts";
import { pinnedCount } from "./pinned-options.ts";
import type { Place, Problem } from "./problem.ts";
import { isSilent } from "./question-parts.ts";
import type { ReadOption, ReadQuestion } from "./read-question.ts";
import type { LettersFound } from "./rule.ts";
import { structuralProblem } from "./structural-rules.ts";

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
    this.writer = new ContentWriter(read.file, read.root, { imageUrl: file.imageUrl }, (node, message) =>
      this.problems.push(
        structuralProblem(
          read.file,
          "bad-math",
          node.position?.start ?? { line: 1, column: 1 },
          `the formula cannot be rendered: ${message}`,
          "mend the LaTeX, or write a dollar sign that begins no formula as \\$",
        ),
      ),
    );
    const lettered = read.kind === "matching" ? read.pairs.map(([, right]) => right) : read.options;
    this.ids = optionIds(lettered.map((option) => option.source));
    this.fixed = read.front.shuffle === false;
  }

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
        ...this.answerable(),
      },
      secret: {
        key: this.key(),
        explanation: this.richText(read.parts.explanation?.content ?? []),
        optionNotes: this.optionNotes(),
        references: this.references(),
      },
    };
    const places = { stem: startOf(stem[0]), options: startOf(read.parts.options ?? stem[0]) };
    return { question, assets: [...this.writer.assets].sort(), places };
  }

  /** The part of the public question that its kind decides; see PublicQuestion for what is sorted and why. */
  private answerable(): Answerable {
    const { read, ids } = this;
    const options = read.options.map((option, index) => this.option(option, ids[index] ?? ""));
    switch (read.kind) {
      case "single":
      case "multiple": {
        const choice = {
          options,
          shuffle: !this.fixed,
          pinned: ids.slice(ids.length - pinnedCount(read.options.map((option) => option.text))),
        };
        const keys = read.options.filter((option) => option.correct).length;
        return read.kind === "single"
          ? { kind: "single", ...choice }
          : { kind: "multiple", select: read.front.select ?? keys, ...choice };
      }
      case "ordering":
        return { kind: "ordering", options: sortedById(options) };
      case "matching": {
        const promptIds = optionIds(read.pairs.map(([left]) => left.source));
        return {
          kind: "matching",
          prompts: read.pairs.map(([left], index) => this.option(left, promptIds[index] ?? "")),
          options: sortedById(read.pairs.map(([, right], index) => this.option(right, ids[index] ?? ""))),
          columns: [read.columns?.[0] ?? "", read.columns?.[1] ?? ""],
        };
      }
      case "numeric":
        return { kind: "numeric", unit: read.front.unit ?? null };
      case "text":
        return { kind: "text" };
    }
  }

  private key(): AnswerKey {
    const { read, ids } = this;
    const keys = ids.filter((_, index) => read.options[index]?.correct);
    switch (read.kind) {
      case "single":
        return { kind: "single", optionId: keys[0] ?? "" };
      case "multiple":
        return { kind: "multiple", optionIds: keys };
      case "ordering":
        return { kind: "ordering", optionIds: ids };
      case "matching": {
        const promptIds = optionIds(read.pairs.map(([left]) => left.source));
        return { kind: "matching", pairs: Object.fromEntries(promptIds.map((id, index) => [id, ids[index] ?? ""])) };
      }
      case "numeric":
        return { kind: "numeric", value: Number(read.front.answer), tolerance: read.front.tolerance ?? 0 };
      case "text":
        return { kind: "text", accepted: [read.front.answer ?? []].flat().map(String) };
    }
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

  private references(): readonly Reference[] {
    const content = this.read.parts.references?.content.filter((block) => !isSilent(block)) ?? [];
    return content.flatMap((block) => {
      if (block.type !== "list") {
        this.refuse(block, "this text is no list of links", "write each reference as - [title](https://…)");
        return [];
      }
      return block.children.flatMap((item) => this.reference(item));
    });
  }

  private reference(item: Nodes): readonly Reference[] {
    const links = linksIn(item);
    const url = links.length === 1 && links[0] ? this.writer.urlOf(links[0]) : null;
    const safe = url === null ? null : safeUrl(url);
    if (safe !== null) return [{ title: plainText([item]), url: safe }];
    // An address that is no good is reported by checkNodes.
    if (url === null)
      this.refuse(
        item,
        links.length === 0 ? "this reference has no link" : "this reference has several links",
        "write one link in each entry: - [title](https://…)",
      );
    return [];
  }

  private refuse(node: Nodes, message: string, fix: string): void {
    this.problems.push(structuralProblem(this.read.file, "bad-reference", startOf(node), message, fix));
  }
}

type Answerable = PublicQuestion extends infer Q
  ? Q extends PublicQuestion
    ? Omit<Q, "stemHtml" | "stemText" | "scenario">
    : never
  : never;

function startOf(node: Nodes | undefined): Place {
  const start = node?.position?.start;
  return { line: start?.line ?? 1, column: start?.column ?? 1 };
}

function sortedById(options: readonly Option[]): readonly Option[] {
  return [...options].sort((a, b) => (a.id < b.id ? -1 : 1));
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

function linksIn(node: Nodes): readonly Nodes[] {
  if (node.type === "link" || node.type === "linkReference") return [node];
  return "children" in node ? (node.children as Nodes[]).flatMap(linksIn) : [];
}
