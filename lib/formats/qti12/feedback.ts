import type { QuestionDraft } from "#lib/content/draft";
import { allOf, childrenOf, type XmlElement } from "../shared/read-xml.ts";
import { splitReferences } from "../shared/references-section.ts";
import type { Condition } from "./conditions.ts";
import type { Materials } from "./material.ts";

/** Names of what is said to everybody, to whoever is right and to whoever is wrong. */
const general = /^(?:general_fb|general|solution)$/i;
const toRight = /^(?:correct(?:_fb)?)$/i;
const toWrong = /^(?:general_incorrect_fb|incorrect(?:_fb)?|wrong)$/i;

/** What an item says after the answer. */
export class Feedback12 {
  private readonly texts: ReadonlyMap<string, string>;
  private readonly conditions: readonly Condition[];
  private readonly notes: string[];

  constructor(item: XmlElement, conditions: readonly Condition[], materials: Materials, notes: string[]) {
    const hints = allOf(item, "hint").map((hint) => materials.text(hint));
    for (const hint of hints) if (hint !== "") notes.push(`not kept: hint "${hint.slice(0, 200)}"`);
    this.texts = new Map(
      childrenOf(item, "itemfeedback").map((each) => [
        each.attributes.get("ident") ?? "",
        materials.text({
          ...each,
          children: each.children.filter((child) => typeof child !== "string" && child.name !== "hint"),
        }),
      ]),
    );
    this.conditions = conditions;
    this.notes = notes;
  }

  /** What explains the option of this name. */
  noteOf(ident: string): string | null {
    const texts = this.namesOf(ident).flatMap((name) => this.texts.get(name) || []);
    return [...new Set(texts)].join("\n\n") || null;
  }

  /** What is said of the whole question; `labels` are the names of its options. */
  explanation(labels: readonly string[]): Partial<QuestionDraft> {
    const ofOptions = new Set(labels.flatMap((label) => this.namesOf(label)));
    const rest = [...this.texts].filter(([name, text]) => text !== "" && !ofOptions.has(name));
    const said = (pattern: RegExp) => rest.filter(([name]) => pattern.test(name)).map(([, text]) => text);
    const named = [...said(general), ...said(toRight)];
    const others = rest
      .filter(([name]) => ![general, toRight, toWrong].some((each) => each.test(name)))
      .map(([, text]) => text);
    const main = [...new Set([...named, ...others])];
    const wrong = said(toWrong).filter((text) => !main.includes(text));
    if (main.length > 0)
      for (const text of wrong) this.notes.push(`not kept: feedback on an incorrect answer: "${text.slice(0, 200)}"`);
    return splitReferences((main.length > 0 ? main : wrong).join("\n\n"));
  }

  private namesOf(ident: string): readonly string[] {
    const shown = this.conditions
      .filter(
        ({ given, not }) => given.length === 1 && not.length === 0 && (given[0]?.value || given[0]?.response) === ident,
      )
      .flatMap(({ shows }) => shows)
      .filter((name) => ![general, toRight, toWrong].some((each) => each.test(name)));
    return [...new Set([ident, `${ident}_fb`, ...shown])];
  }
}
