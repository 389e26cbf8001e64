import type { QuestionDraft } from "#lib/content/draft";
import { type ForeignBlank, placeOf, printBlanks } from "../shared/blanks.ts";
import { type ExportTexts, escapeXml } from "../shared/export-texts.ts";
import { childrenOf, type XmlElement } from "../shared/read-xml.ts";

/** A text with blanks as inline choices, each with a response of its own; every right one is worth the same. */
export function inlineChoices(draft: QuestionDraft, texts: ExportTexts) {
  const keys: string[] = [];
  const interaction = printBlanks(draft.cloze, texts.html, (options, index) => {
    // The written order must not give the key away to a program that does not shuffle.
    const sorted = [...options].sort();
    keys.push(`C${sorted.indexOf(options[0] ?? "") + 1}`);
    const choices = sorted.map(
      (text, at) => `<qti-inline-choice identifier="C${at + 1}">${escapeXml(text)}</qti-inline-choice>`,
    );
    return `<qti-inline-choice-interaction response-identifier="RESPONSE${index + 1}" shuffle="true">${choices.join("")}</qti-inline-choice-interaction>`;
  });
  const declaration = keys.map(
    (key, index) =>
      `<qti-response-declaration identifier="RESPONSE${index + 1}" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>${key}</qti-value></qti-correct-response></qti-response-declaration>`,
  );
  const conditions = keys.map((_, index) => {
    const name = `identifier="RESPONSE${index + 1}"`;
    const more = `<qti-sum><qti-variable identifier="SCORE"/><qti-base-value base-type="float">${1 / keys.length}</qti-base-value></qti-sum>`;
    return `<qti-response-condition><qti-response-if><qti-match><qti-variable ${name}/><qti-correct ${name}/></qti-match><qti-set-outcome-value identifier="SCORE">${more}</qti-set-outcome-value></qti-response-if></qti-response-condition>`;
  });
  return {
    declaration: declaration.join("\n"),
    interaction: `<div class="cloze">${interaction}</div>`,
    processing: `<qti-response-processing>${conditions.join("")}</qti-response-processing>`,
  };
}

/** The options of one inline choice, the right one first, or why it is none of ours. `rightId` is the stated key. */
export function readInlineChoice(
  interaction: XmlElement,
  rightId: string | undefined,
  plain: (choice: XmlElement) => string,
): ForeignBlank | string {
  const choices = childrenOf(interaction, "inlineChoice");
  const right = choices.find((choice) => choice.attributes.get("identifier") === rightId);
  const name = interaction.attributes.get("responseIdentifier") ?? "RESPONSE";
  if (right === undefined) return `the inline choice ${name} has no right option`;
  return { options: [right, ...choices.filter((choice) => choice !== right)].map(plain) };
}

/** What is in the text in place of the inline choices, by their response identifiers. */
export function places(interactions: readonly XmlElement[]): ReadonlyMap<string, string> {
  return new Map(
    interactions.map((each, index) => [each.attributes.get("responseIdentifier") ?? "RESPONSE", placeOf(index)]),
  );
}
