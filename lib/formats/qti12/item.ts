import type { QuestionDraft } from "#lib/content/draft";
import { clozeDraft, placeOf } from "../shared/blanks.ts";
import { fromTags } from "../shared/draft-tags.ts";
import { type ForeignItem, titleOf } from "../shared/foreign-item.ts";
import { allOf, childOf, textOfXml, type XmlElement } from "../shared/read-xml.ts";
import { type Asked, choiceOf, matchesOf, numberOf, orderOf, textOf12 } from "./answers.ts";
import { blanksOf12, optionsOf12, placeBlanks } from "./blanks.ts";
import { conditionsOf } from "./conditions.ts";
import { Feedback12 } from "./feedback.ts";
import { isResponse, Materials } from "./material.ts";

/** Where an item is in its source. */
export interface Around12 {
  readonly file: string;
  readonly category: string | null;
  readonly addressOf: (address: string) => string;
}

/** Types that ask for what nobody can grade here, in the words of Canvas, Common Cartridge and Blackboard. */
const refusals: readonly (readonly [RegExp, string])[] = [
  [/^(?:essay|cc\.essay|short response)/, "an essay has no key"],
  [/^file.?upload/, "it asks for a file, which has no key"],
  [/^text.only/, "a text asks nothing"],
  [/^calculated/, "the question is computed from a formula with variables"],
  [/^hot ?spot/, "it asks for a place in a picture"],
];

/** An item of QTI 1.2, as Canvas, Blackboard, Respondus and other programs write it. */
export function readItem12(item: XmlElement, around: Around12): ForeignItem {
  const fields = fieldsOf(item);
  const type = typeOf(item, fields);
  const notes: string[] = [];
  const materials = new Materials(notes, around.addressOf);
  const title = item.attributes.get("title") ?? "";
  const ident = item.attributes.get("ident") ?? textOfXml(allOf(item, "bbmd_asi_object_id")[0]).trim();
  const base = {
    place: `${around.file}:${item.line}`,
    title: title || ident,
    file: around.file,
    category: around.category,
    notes,
  };
  const presentation = childOf(item, "presentation");
  const responses = presentation === undefined ? [] : responsesIn(presentation);
  const refusal = refusals.find(([pattern]) => pattern.test(type))?.[1];
  if (refusal !== undefined) return { ...base, draft: {}, refusal };
  if (presentation === undefined || responses.length === 0)
    return { ...base, draft: {}, refusal: "there is nothing to answer in the item" };
  const conditions = conditionsOf(item);
  const feedback = new Feedback12(item, conditions, materials, notes);
  const labels = responses.flatMap((each) =>
    allOf(each, "response_label").map((label) => label.attributes.get("ident") ?? ""),
  );
  const noteOf = (name: string) => feedback.noteOf(name);
  const asked: Asked = { responses, conditions, materials, notes, noteOf };
  const tags = fromTags(fields.get("keyword") ?? []);
  const answered = answerOf(asked, presentation, type, tags.unit);
  const stem = typeof answered === "string" ? materials.text(presentation) : (answered.stem ?? "");
  const points = Number(fields.get("points_possible")?.[0] ?? 1);
  if (points !== 1 && Number.isFinite(points)) notes.push(`not kept: ${points} points`);
  if (title !== "" && title !== ident && title !== titleOf(stem) && !/^question(?:\s*\d+)?$|^\d+$/i.test(title))
    notes.push(`not kept: title "${title}"`);
  return {
    ...base,
    title: /^question(?:\s*\d+)?$/i.test(title) || title === "" ? titleOf(stem) : title,
    ...(typeof answered === "string" ? { refusal: answered } : {}),
    draft: {
      ...tags.draft,
      ...(ident === "" ? {} : { id: ident }),
      stem,
      ...(typeof answered === "string" ? {} : answered),
      ...feedback.explanation(labels),
    },
  };
}

function answerOf(
  asked: Asked,
  presentation: XmlElement,
  type: string,
  unit: string | null,
): Partial<QuestionDraft> | string {
  const { responses, materials } = asked;
  const [first] = responses;
  const stem = { stem: materials.around(presentation, gapOf(responses)).replace(/\s*(?:\\_){5}$/, "") };
  const with_ = (answer: Partial<QuestionDraft> | string) =>
    typeof answer === "string" ? answer : { ...stem, ...answer };
  if (responses.length > 1) {
    const isMatching =
      /match/.test(type) || (!isBlanks(type) && responses.every(({ name }) => name === "response_lid"));
    return isMatching ? with_(matchesOf(asked, presentation)) : clozeOf(asked, presentation, type);
  }
  if (first?.name === "response_xy" || first?.name === "response_grp") return `a ${first.name} is none of ours`;
  if (isBlanks(type)) return clozeOf(asked, presentation, type);
  if (first?.name === "response_lid") {
    const cardinality = first.attributes.get("rcardinality") ?? "Single";
    if (/ordered/i.test(cardinality) || /^ordering/.test(type)) return with_(orderOf(asked));
    const isMultiple = /multiple/i.test(cardinality) || /^multiple.answer|multiple_response/.test(type);
    return with_(choiceOf(asked, isMultiple, /true.?.?false/.test(type)));
  }
  const isNumber =
    /^(?:numerical|numeric)/.test(type) || first?.name === "response_num" || (type === "" && isDecimal(first));
  return with_(isNumber ? numberOf(asked, unit) : textOf12(asked));
}

function isBlanks(type: string): boolean {
  return /^(?:fill_in_multiple_blanks|multiple_dropdowns|fill in the blank plus|jumbled)/.test(type);
}

function isDecimal(response: XmlElement | undefined): boolean {
  const render = response && childOf(response, "render_fib");
  return /^(?:decimal|integer|scientific)$/i.test(render?.attributes.get("fibtype") ?? "");
}

/** A gap is shown where something is typed within the text. */
function gapOf(responses: readonly XmlElement[]): (response: XmlElement) => string | null {
  return (response) => (responses.includes(response) && response.name !== "response_lid" ? "\\_\\_\\_\\_\\_" : null);
}

/** A text with several blanks, or with one that is typed, which is a question for a text. */
function clozeOf(asked: Asked, presentation: XmlElement, type: string): Partial<QuestionDraft> | string {
  const { responses, conditions, materials, notes } = asked;
  const blanks = blanksOf12(responses, conditions, materials, !/dropdown|jumbled/.test(type));
  const isNamed = /\[[^\][]+\]/.test(materials.text(presentation));
  const text = placeBlanks(
    materials.around(presentation, (response) => (isNamed ? null : placeOf(responses.indexOf(response)))),
    blanks,
  );
  if (typeof text !== "string") return `the text has no place [${text.missing}] for a blank of that name`;
  const [only, ...others] = blanks;
  if (only !== undefined && others.length === 0 && only.listed.length === 0)
    return { kind: "text", accepted: only.right, stem: text.replace(placeOf(0), "\\_\\_\\_\\_\\_") };
  const options = optionsOf12(blanks, notes);
  return typeof options === "string" ? options : clozeDraft(text, options, notes);
}

function responsesIn(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    return isResponse(child) ? [child] : responsesIn(child);
  });
}

/** The metadata of the item, by label. */
function fieldsOf(item: XmlElement): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  for (const field of allOf(item, "qtimetadatafield")) {
    const label = textOfXml(childOf(field, "fieldlabel")).trim().toLowerCase();
    fields.set(label, [...(fields.get(label) ?? []), textOfXml(childOf(field, "fieldentry")).trim()]);
  }
  return fields;
}

/** What the source calls the kind of the item, in lower case; empty where it does not say. */
function typeOf(item: XmlElement, fields: ReadonlyMap<string, readonly string[]>): string {
  const stated = ["question_type", "cc_profile", "qmd_questiontype", "qmd_itemtype"].flatMap(
    (name) => fields.get(name) ?? [],
  );
  const own = ["bbmd_questiontype", "qmd_questiontype", "qmd_itemtype"].flatMap((name) =>
    allOf(item, name).map(textOfXml),
  );
  const type = [...stated, ...own].find((text) => text.trim() !== "") ?? "";
  return type
    .trim()
    .toLowerCase()
    .replace(/^cc\.(?!essay)/, "");
}
