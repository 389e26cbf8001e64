import type { Element } from "hast";
import type { QuestionDraft } from "#lib/content/draft";
import { hastToMarkdown } from "../markup/hast-to-markdown.ts";
import { clozeDraft, type ForeignBlank } from "../shared/blanks.ts";
import { fromTags } from "../shared/draft-tags.ts";
import { type ForeignItem, titleOf } from "../shared/foreign-item.ts";
import { decodeUrl, insidePath } from "../shared/image-assets.ts";
import { allOf, childOf, childrenOf, type XmlElement, xmlToHast } from "../shared/read-xml.ts";
import { splitReferences } from "../shared/references-section.ts";
import { hideFeedback, QtiAnswers, type Said } from "./answers.ts";
import { places } from "./cloze.ts";

const readable = new Set([
  "choiceInteraction",
  "inlineChoiceInteraction",
  "orderInteraction",
  "matchInteraction",
  "textEntryInteraction",
]);

/** A QTI item, its names already those of QTI 2. `keywords` are what the package's manifest says of it. */
export function readQtiItem(
  file: string,
  root: XmlElement,
  keywords: readonly string[],
  passages: Passages = new Map(),
): ForeignItem {
  return new QtiItem(file, root, passages).item(keywords);
}

/** Passages that items of a package stand on, by their paths. */
export type Passages = ReadonlyMap<string, XmlElement>;

class QtiItem {
  private readonly notes: string[] = [];
  private readonly file: string;
  private readonly root: XmlElement;
  private readonly passages: Passages;

  constructor(file: string, root: XmlElement, passages: Passages) {
    this.file = file;
    this.root = root;
    this.passages = passages;
  }

  item(keywords: readonly string[]): ForeignItem {
    const { root, notes } = this;
    const title = root.attributes.get("title") ?? "";
    const identifier = root.attributes.get("identifier") ?? "";
    const body = childOf(root, "itemBody");
    const interactions = body === undefined ? [] : interactionsOf(body);
    const tags = fromTags(keywords);
    const base = { place: `${this.file}:${root.line}`, title: title || identifier, file: this.file, notes };
    const refusal = this.refusalOf(body, interactions);
    const interaction = interactions[0];
    if (refusal !== null || body === undefined || interaction === undefined)
      return { ...base, draft: {}, refusal: refusal ?? "there is no item body" };
    const reader = new QtiAnswers(root, notes, (element, special) => this.markdown(element, special));
    const isText = interactions.every(isInlineChoice);
    const asked = isText ? this.textOf(body, places(interactions)) : this.stem(body, interaction);
    const stem = [...this.passageTexts(), asked].filter((text) => text !== "").join("\n\n");
    const choices = isText ? [] : allOf(interaction, "simpleChoice");
    const said = this.saidOfChoices(choices.map((choice) => choice.attributes.get("identifier") ?? ""));
    const answers = isText
      ? asCloze(stem, reader.blanks(interactions), notes)
      : reader.of(interaction, tags.unit, said);
    const feedback = this.feedback(said);
    if (title !== "" && title !== identifier && title !== titleOf(stem)) notes.push(`not kept: title "${title}"`);
    this.nameLost(body);
    return {
      ...base,
      ...(typeof answers === "string" ? { refusal: answers } : {}),
      draft: {
        ...tags.draft,
        id: identifier,
        stem,
        ...(typeof answers === "string" ? {} : answers),
        ...feedback,
      },
    };
  }

  private refusalOf(body: XmlElement | undefined, interactions: readonly XmlElement[]): string | null {
    if (body === undefined) return "there is no item body";
    if (interactions.length === 0) return "there is nothing to answer in the item body";
    if (interactions.length > 1 && !interactions.every(isInlineChoice))
      return `there are ${interactions.length} interactions in one item; a question can have only one`;
    const name = interactions[0]?.name ?? "";
    if (!readable.has(name)) return `a ${name} is not supported (choice, inline choice, order, match, text entry)`;
    if (childrenOf(this.root, "templateDeclaration").length > 0) return "the item is a template with variables";
    return null;
  }

  /** All of the body but the interaction, its prompt included; a gap is shown where an inline interaction stood. */
  private stem(body: XmlElement, interaction: XmlElement): string {
    const isInline = interaction.name === "textEntryInteraction";
    const prompt = childOf(interaction, "prompt");
    const text = this.bodyText(body, (element) =>
      element.tagName === interaction.name
        ? [prompt === undefined ? "" : this.markdown(prompt), isInline ? "\\_\\_\\_\\_\\_" : ""].join(
            prompt !== undefined && isInline ? "\n\n" : "",
          )
        : undefined,
    );
    // A gap in a paragraph of its own is where the answer goes, and no part of the text.
    return text.replace(/(?<!\\)\n+(?:\\_){5}$/, "");
  }

  /** All of the body, with what `marks` says in place of each inline choice, by its response identifier. */
  private textOf(body: XmlElement, marks: ReadonlyMap<string, string>): string {
    return this.bodyText(body, (element) =>
      element.tagName === "inlineChoiceInteraction"
        ? marks.get(String(element.properties.responseIdentifier ?? "RESPONSE"))
        : undefined,
    );
  }

  /** All of the body that a candidate reads before the answer; `answer` says what stands for an interaction. */
  private bodyText(body: XmlElement, answer: (element: Element) => string | undefined): string {
    return this.markdown(body, (element) => {
      const instead = answer(element);
      if (instead !== undefined) return instead;
      if (
        (element.tagName === "rubricBlock" && !isForCandidate(String(element.properties.view ?? ""))) ||
        element.tagName === "catalogInfo" ||
        element.tagName === "feedbackBlock" ||
        element.tagName === "feedbackInline"
      )
        return "";
      return undefined;
    });
  }

  /** Feedback that bears the identifier of one choice explains that choice. */
  private saidOfChoices(identifiers: readonly string[]): Said {
    const shown = this.shownFeedback().filter((each) => each.attributes.get("showHide") !== "hide");
    const named = identifiers.map(
      (id) => [id, shown.filter((each) => each.attributes.get("identifier") === id)] as const,
    );
    return new Map(named.filter(([id, texts]) => id !== "" && texts.length > 0));
  }

  private shownFeedback(): XmlElement[] {
    return [
      ...childrenOf(this.root, "modalFeedback"),
      ...allOf(childOf(this.root, "itemBody") ?? this.root, "feedbackBlock"),
    ];
  }

  /** The passages that the item is on come before it; one that is not in the package is named. */
  private passageTexts(): string[] {
    return allOf(this.root, "assessmentStimulusRef").flatMap((reference) => {
      const href = reference.attributes.get("href") ?? "";
      const body = childOf(this.passages.get(insidePath(this.file, decodeUrl(href)) ?? ""), "stimulusBody");
      if (body === undefined) {
        this.notes.push(`not kept: assessmentStimulusRef ${href}, which is not in the package`);
        return [];
      }
      return [this.markdown(body)];
    });
  }

  /** Feedback after the answer is the explanation; when there are several texts, all are kept in their order. */
  private feedback(said: Said): Partial<QuestionDraft> {
    const ofChoices = new Set([...said.values()].flat());
    const shown = this.shownFeedback().filter((each) => !ofChoices.has(each));
    const texts = shown.map((each) => this.markdown(each)).filter((text) => text !== "");
    if (shown.length > 1)
      this.notes.push(
        `${shown.length} feedback texts (${shown.map((each) => each.attributes.get("identifier") ?? "").join(", ")}) became one explanation`,
      );
    return splitReferences([...new Set(texts)].join("\n\n"));
  }

  private nameLost(body: XmlElement): void {
    for (const rubric of allOf(body, "rubricBlock")) {
      if (isForCandidate(rubric.attributes.get("view") ?? "")) continue;
      const text = this.markdown(rubric);
      if (text !== "") this.notes.push(`not kept: rubric "${text.slice(0, 200)}"`);
    }
    if (this.root.attributes.get("adaptive") === "true")
      this.notes.push("the item was adaptive; here it can be answered only once");
    const own = [...operatorsOf(childOf(this.root, "responseProcessing"))].filter((name) => !usualOperators.has(name));
    if (own.length > 0)
      this.notes.push(
        `not kept: how the item grades (${own.join(", ")}); an answer is correct when it is the stated one`,
      );
    for (const name of ["stylesheet", "catalogInfo", "companionMaterialsInfo"]) {
      for (const each of allOf(this.root, name))
        this.notes.push(`not kept: ${name} ${each.attributes.get("href") ?? ""}`.trim());
    }
  }

  private markdown(element: XmlElement, special?: (element: Element) => string | undefined): string {
    const { markdown, notes } = hastToMarkdown([{ ...xmlToHast(element), tagName: "div" }], special ?? hideFeedback);
    this.notes.push(...notes.filter((note) => !/<(?:contentBody|prompt|rubricBlock)>/.test(note)));
    return markdown;
  }
}

/** What items say in their own words when they grade as our questions are graded, by key, points or tolerance. */
const usualOperators = new Set(
  "responseProcessing responseCondition responseIf responseElse responseElseIf match variable correct mapResponse sum isNull not and equal baseValue setOutcomeValue exitResponse member multiple".split(
    " ",
  ),
);

/** Who is to read a rubric: the candidate, who answers, or only others. */
function isForCandidate(view: string): boolean {
  return view.split(/\s+/).includes("candidate");
}

function isInlineChoice({ name }: XmlElement): boolean {
  return name === "inlineChoiceInteraction";
}

function asCloze(
  text: string,
  blanks: readonly ForeignBlank[] | string,
  notes: string[],
): Partial<QuestionDraft> | string {
  return typeof blanks === "string" ? blanks : clozeDraft(text, blanks, notes);
}

function operatorsOf(element: XmlElement | undefined): Set<string> {
  const names = new Set<string>();
  const visit = (each: XmlElement) => {
    names.add(each.name);
    for (const child of each.children) if (typeof child !== "string") visit(child);
  };
  if (element !== undefined) visit(element);
  return names;
}

function interactionsOf(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    return /Interaction$/.test(child.name) ? [child] : interactionsOf(child);
  });
}
