import type { Element } from "hast";
import type { DraftOption, QuestionDraft } from "#lib/content/draft";
import { asNumbered, withOthers } from "#lib/content/matches";
import { type ForeignBlank, plainMarkdown } from "../shared/blanks.ts";
import { allOf, childOf, childrenOf, textOfXml, type XmlElement } from "../shared/read-xml.ts";
import { readInlineChoice } from "./cloze.ts";

/** Feedback by the identifier of the choice that it is about. */
export type Said = ReadonlyMap<string, readonly XmlElement[]>;

interface Declaration {
  readonly baseType: string;
  /** One value is to be given, and not several. */
  readonly isSingle: boolean;
  readonly correct: readonly string[];
  /** Values worth points, with how many. */
  readonly mapping: ReadonlyMap<string, number>;
  readonly isCaseSensitive: boolean;
}

type Special = (element: Element) => string | undefined;

/** How an item is answered, as parts of a draft; what has no place in one goes to `notes`. */
export class QtiAnswers {
  private readonly root: XmlElement;
  private readonly notes: string[];
  private readonly markdown: (element: XmlElement, special?: Special) => string;

  constructor(root: XmlElement, notes: string[], markdown: QtiAnswers["markdown"]) {
    this.root = root;
    this.notes = notes;
    this.markdown = markdown;
  }

  of(interaction: XmlElement, unit: string | null, said: Said): Partial<QuestionDraft> | string {
    const declaration = this.declaration(interaction.attributes.get("responseIdentifier") ?? "RESPONSE");
    if (declaration === null) return "the interaction's response is not declared: there is no key";
    switch (interaction.name) {
      case "choiceInteraction":
        return this.choice(interaction, declaration, childrenOf(interaction, "simpleChoice"), said);
      case "orderInteraction":
        return this.order(interaction, declaration);
      case "matchInteraction":
        return this.match(interaction, declaration);
      default:
        return this.entry(declaration, unit);
    }
  }

  /** The blanks of an item whose interactions are all inline choices, or why they are none of ours. */
  blanks(interactions: readonly XmlElement[]): readonly ForeignBlank[] | string {
    const blanks = interactions.map((interaction) => {
      const declaration = this.declaration(interaction.attributes.get("responseIdentifier") ?? "RESPONSE");
      if (declaration === null) return "the interaction's response is not declared: there is no key";
      this.nameMapping(declaration);
      return readInlineChoice(interaction, this.rightValues(declaration)[0], (choice) =>
        plainMarkdown(this.markdown(choice)),
      );
    });
    return blanks.find((blank) => typeof blank === "string") ?? blanks.filter((blank) => typeof blank !== "string");
  }

  private declaration(identifier: string): Declaration | null {
    const element = childrenOf(this.root, "responseDeclaration").find(
      (each) => each.attributes.get("identifier") === identifier,
    );
    if (element === undefined) return null;
    const entries = allOf(element, "mapEntry");
    return {
      baseType: element.attributes.get("baseType") ?? "identifier",
      isSingle: element.attributes.get("cardinality") === "single",
      correct: childrenOf(childOf(element, "correctResponse") ?? element, "value").map((value) =>
        textOfXml(value).trim(),
      ),
      mapping: new Map(
        entries.map((entry) => [
          entry.attributes.get("mapKey") ?? "",
          Number(entry.attributes.get("mappedValue") ?? 0),
        ]),
      ),
      isCaseSensitive: entries.some((entry) => entry.attributes.get("caseSensitive") === "true"),
    };
  }

  private choice(
    interaction: XmlElement,
    declared: Declaration,
    choices: readonly XmlElement[],
    said: Said,
  ): Partial<QuestionDraft> | string {
    const isSingle = declared.isSingle || interaction.attributes.get("maxChoices") === "1";
    const declaration = { ...declared, isSingle };
    const right = new Set(this.rightValues(declaration));
    const unknown = [...right].filter(
      (value) => !choices.some((choice) => choice.attributes.get("identifier") === value),
    );
    if (unknown.length > 0) return `the key names ${unknown.join(", ")}, which is no choice`;
    if (declaration.isSingle && declaration.correct.length === 0 && right.size > 1)
      return `${[...right].join(", ")} have equal points, but only one can be chosen: state which is correct`;
    const options = choices.map((choice): DraftOption => {
      const feedback = childrenOf(choice, "feedbackInline");
      const identifier = choice.attributes.get("identifier") ?? "";
      const note = [...feedback, ...(said.get(identifier) ?? [])].map((each) => this.markdown(each)).join("\n\n");
      return {
        text: this.markdown(choice, hideFeedback),
        correct: right.has(identifier),
        note: note || null,
      };
    });
    this.nameMapping(declaration);
    const isFixed = choices.length > 0 && choices.every((choice) => choice.attributes.get("fixed") === "true");
    const isMultiple = right.size > 1 || Number(interaction.attributes.get("maxChoices") ?? 1) !== 1;
    const shuffle = interaction.attributes.get("shuffle");
    return {
      kind: isMultiple ? "multiple" : "single",
      options,
      // QTI's default is not to shuffle, but most programs never state it; only a stated wish is kept.
      shuffle: shuffle !== "false" && !isFixed,
    };
  }

  private order(interaction: XmlElement, declaration: Declaration): Partial<QuestionDraft> | string {
    const choices = childrenOf(interaction, "simpleChoice");
    const steps = declaration.correct.map((value) =>
      choices.find((choice) => choice.attributes.get("identifier") === value),
    );
    if (steps.length === 0) return "no correct order is stated";
    if (steps.some((step) => step === undefined)) return "the right order names a choice that does not exist";
    for (const choice of choices.filter((each) => !steps.includes(each)))
      this.notes.push(`not kept: "${this.markdown(choice)}", which is not part of the correct order`);
    return { kind: "ordering", steps: steps.map((step) => this.markdown(step as XmlElement, hideFeedback)) };
  }

  private match(interaction: XmlElement, declaration: Declaration): Partial<QuestionDraft> | string {
    const [first, second] = childrenOf(interaction, "simpleMatchSet").map((set) =>
      childrenOf(set, "simpleAssociableChoice"),
    );
    const named = (list: readonly XmlElement[] | undefined, id: string) =>
      list?.find((choice) => choice.attributes.get("identifier") === id);
    const pairs: [string, string][] = [];
    const used = new Set<XmlElement>();
    const values = this.rightValues(declaration);
    for (const value of values) {
      const [a = "", b = ""] = value.split(/\s+/);
      const left = named(first, a) ?? named(first, b);
      const right = named(second, b) ?? named(second, a);
      if (left === undefined || right === undefined) return `the key pairs ${value}, of which one does not exist`;
      if (used.has(left)) return `"${this.markdown(left)}" has several matches; here each has one`;
      used.add(left).add(right);
      pairs.push([this.markdown(left), this.markdown(right)]);
    }
    if (values.length === 0) return "no correct pairs are stated";
    for (const choice of first ?? [])
      if (!used.has(choice)) this.notes.push(`not kept: "${this.markdown(choice)}", which matches nothing`);
    const unused = (second ?? []).filter((choice) => !used.has(choice));
    const others = asNumbered(unused, (choice) => choice.attributes.get("identifier") ?? "").map((choice) =>
      this.markdown(choice),
    );
    this.nameMapping(declaration);
    const byPrompt = (first ?? []).map((choice) => this.markdown(choice));
    const sorted = pairs.sort((a, b) => byPrompt.indexOf(a[0]) - byPrompt.indexOf(b[0]));
    return { kind: "matching", pairs: withOthers(sorted, others) };
  }

  private entry(declaration: Declaration, unit: string | null): Partial<QuestionDraft> | string {
    const values = this.rightValues(declaration);
    if (values.length === 0) return "no accepted answer is stated";
    if (/^(float|integer)$/.test(declaration.baseType)) {
      const value = Number(values[0]);
      for (const other of values.slice(1)) this.notes.push(`not kept: a further answer ${other}`);
      this.nameMapping(declaration);
      return { kind: "numeric", numeric: { value, tolerance: this.tolerance(value), unit } };
    }
    if (declaration.isCaseSensitive) this.notes.push("upper and lower case mattered; here they don't");
    const accepted = values.filter(
      (value, index) => values.findIndex((other) => other.toLowerCase() === value.toLowerCase()) === index,
    );
    for (const [value, points] of declaration.mapping)
      if (points > 0 && points < Math.max(...declaration.mapping.values()))
        this.notes.push(`not kept: "${value}", worth ${points}`);
    return { kind: "text", accepted };
  }

  /** The tolerance of the first `equal` that states one: absolute, or percent of `value`. */
  private tolerance(value: number): number {
    const equal = allOf(this.root, "equal").find((each) =>
      /^(absolute|relative)$/.test(each.attributes.get("toleranceMode") ?? ""),
    );
    const [low = 0, high = low] = (equal?.attributes.get("tolerance") ?? "0").trim().split(/\s+/).map(Number);
    if (low !== high) this.notes.push(`the tolerance is ${low} below and ${high} above; the smaller one was taken`);
    const least = Math.min(low, high);
    const absolute = equal?.attributes.get("toleranceMode") === "relative" ? Math.abs((value * least) / 100) : least;
    return Number.isFinite(absolute) ? absolute : 0;
  }

  /** The stated key, or, without one, what the mapping gives most points for. */
  private rightValues(declaration: Declaration): string[] {
    const best = Math.max(0, ...declaration.mapping.values());
    const mapped = [...declaration.mapping].filter(([, points]) => points > 0);
    if (declaration.baseType === "string") {
      return [
        ...new Set([...declaration.correct, ...mapped.filter(([, points]) => points === best).map(([value]) => value)]),
      ].filter((value) => value !== "");
    }
    if (declaration.correct.length > 0) return [...declaration.correct];
    if (mapped.length > 0)
      this.notes.push("no correct response is stated; the answer with the most points in the mapping was taken");
    return mapped.filter(([, points]) => points === best || !declaration.isSingle).map(([value]) => value);
  }

  private nameMapping({ mapping, correct }: Declaration): void {
    const beside = [...mapping].filter(
      ([value, points]) => points === 1 && correct.length > 0 && !correct.includes(value),
    );
    for (const [value] of beside) this.notes.push(`not kept: points ${value} 1, which is not the stated key`);
    const uneven = [...mapping].filter(([, points]) => points !== 0 && points !== 1);
    if (uneven.length > 0)
      this.notes.push(`not kept: points ${uneven.map(([value, points]) => `${value} ${points}`).join(", ")}`);
  }
}

/** Feedback within a text is shown elsewhere. */
export function hideFeedback(element: Element): string | undefined {
  if (element.tagName === "feedbackInline") return "";
  return undefined;
}
