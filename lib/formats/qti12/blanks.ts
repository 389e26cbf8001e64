import { type ForeignBlank, placeOf, plainMarkdown } from "../shared/blanks.ts";
import { allOf, type XmlElement } from "../shared/read-xml.ts";
import type { Condition } from "./conditions.ts";
import { type Materials, promptIn } from "./material.ts";

/** A blank of a text: where it stands and what can be put there. */
export interface Blank12 {
  /** Its name between square brackets in the text; empty where the response is in the text itself. */
  readonly name: string;
  readonly response: string;
  /** Plain texts that are right. */
  readonly right: readonly string[];
  /** Plain texts that can be chosen; empty where something is typed. */
  readonly listed: readonly string[];
}

/** The blanks of an item with several responses. `isTyped`: the listed texts are all right, and none is shown. */
export function blanksOf12(
  responses: readonly XmlElement[],
  conditions: readonly Condition[],
  materials: Materials,
  isTyped: boolean,
): readonly Blank12[] {
  return responses.map((response) => {
    const ident = response.attributes.get("ident") ?? "";
    const labels = allOf(response, "response_label").map((label) => ({
      ident: label.attributes.get("ident") ?? "",
      text: plainMarkdown(materials.text(label)),
    }));
    const listed = labels.map(({ text }) => text).filter((text) => text !== "");
    const values = conditions
      .filter(({ points }) => points > 0)
      .flatMap(({ given }) => given.filter((each) => each.response === ident).map(({ value }) => value));
    const named = values.map((value) => labels.find((label) => label.ident === value)?.text || value);
    const right = isTyped && listed.length > 0 ? listed : named;
    const name = plainMarkdown(materials.text(promptIn(response))) || ident.replace(/^response_/, "");
    return { name, response: ident, right: [...new Set(right)], listed: isTyped ? [] : listed };
  });
}

/** The text with a place for each blank, or why there is none: brackets with a name, or the response itself, mark one. */
export function placeBlanks(text: string, blanks: readonly Blank12[]): string | { readonly missing: string } {
  let placed = text;
  for (const [index, { name }] of blanks.entries()) {
    if (placed.includes(placeOf(index))) continue;
    // Brackets may come out of Markdown's conversion with backslashes.
    const mark = [`[${name}]`, `\\[${name}\\]`, `\\[${name}]`, `[${name.replaceAll("_", "\\_")}]`].find((each) =>
      placed.includes(each),
    );
    if (mark === undefined) return { missing: name };
    placed = placed.replace(mark, () => placeOf(index));
  }
  return placed;
}

/** The options of each blank, the right one first. Typed ones are chosen among the answers of all blanks. */
export function optionsOf12(blanks: readonly Blank12[], notes: string[]): readonly ForeignBlank[] | string {
  const isTyped = blanks.every(({ listed }) => listed.length === 0);
  const pool = blanks.flatMap(({ right }) => right.slice(0, 1));
  const filled: ForeignBlank[] = [];
  for (const { name, right, listed } of blanks) {
    const [first] = right;
    if (first === undefined) return `the blank ${name} has no right answer`;
    if (!isTyped && right.length > 1)
      return `the blank ${name} has several right options (${right.join(", ")}); here it has one`;
    const others = (isTyped ? pool : listed).filter((text) => !right.includes(text));
    if (isTyped && right.length > 1)
      notes.push(`not kept: further answers for the blank ${name}: ${right.slice(1).join(", ")}`);
    filled.push({ options: [first, ...new Set(others)] });
  }
  if (isTyped)
    notes.push(
      "the blanks were typed; here each is chosen among the answers of all blanks: see that only one of them fits",
    );
  return filled;
}
