import type { DraftOption, QuestionDraft } from "#lib/content/draft";
import { asNumbered, withOthers } from "#lib/content/matches";
import { allOf, type XmlElement } from "../shared/read-xml.ts";
import { rounded } from "../shared/rounded.ts";
import type { Condition } from "./conditions.ts";
import { type Materials, promptIn } from "./material.ts";

/** What of an item its kind decides from. */
export interface Asked {
  readonly responses: readonly XmlElement[];
  readonly conditions: readonly Condition[];
  readonly materials: Materials;
  readonly notes: string[];
  /** What the source says of an option, by the option's name. */
  readonly noteOf: (ident: string) => string | null;
}

interface Label {
  readonly ident: string;
  readonly text: string;
}

function labelsOf(response: XmlElement | undefined, materials: Materials): readonly Label[] {
  if (response === undefined) return [];
  return allOf(response, "response_label").map((label) => ({
    ident: label.attributes.get("ident") ?? "",
    text: materials.text(label),
  }));
}

export function choiceOf(asked: Asked, isMultiple: boolean, isTrueFalse: boolean): Partial<QuestionDraft> | string {
  const { responses, materials, noteOf } = asked;
  const labels = labelsOf(responses[0], materials);
  const right = isMultiple ? allRight(asked) : bestOne(asked);
  if (typeof right === "string") return right;
  const unknown = [...right].filter((value) => !labels.some(({ ident }) => ident === value));
  if (unknown.length > 0) return `the key names ${unknown.join(", ")}, which is no option`;
  const options = labels.map(
    ({ ident, text }): DraftOption => ({
      text: isTrueFalse
        ? text.replace(/^(?:true|false)$/, (word) => word.charAt(0).toUpperCase() + word.slice(1))
        : text,
      correct: right.has(ident),
      note: noteOf(ident),
    }),
  );
  return { kind: isMultiple ? "multiple" : "single", options, ...(isTrueFalse ? { shuffle: false } : {}) };
}

function scoring({ conditions }: Asked): readonly Condition[] {
  return conditions.filter(({ points, given }) => points > 0 && given.length > 0);
}

/** A rule that names several options at once states the whole key; else each one states a part of it. */
function allRight(asked: Asked): ReadonlySet<string> {
  const rules = scoring(asked);
  const whole = rules.filter(({ given, not }) => given.length > 1 || not.length > 0);
  const best = [...whole].sort((a, b) => b.points - a.points)[0];
  return new Set((best === undefined ? rules : [best]).flatMap(({ given }) => given.map(({ value }) => value)));
}

function bestOne(asked: Asked): ReadonlySet<string> | string {
  const points = new Map<string, number>();
  for (const rule of scoring(asked))
    for (const { value } of rule.given) points.set(value, Math.max(points.get(value) ?? 0, rule.points));
  const most = Math.max(0, ...points.values());
  const best = [...points].filter(([, worth]) => worth === most).map(([value]) => value);
  if (best.length > 1)
    return `${best.join(", ")} have equal points, but only one can be chosen: state which is correct`;
  for (const [value, worth] of points) if (worth < most) asked.notes.push(`not kept: points ${value} ${worth}`);
  return new Set(best);
}

export function orderOf(asked: Asked): Partial<QuestionDraft> | string {
  const labels = labelsOf(asked.responses[0], asked.materials);
  const best = [...scoring(asked)].sort((a, b) => b.given.length - a.given.length)[0];
  const steps = (best?.given ?? []).map(({ value }) => labels.find(({ ident }) => ident === value)?.text);
  if (steps.length === 0) return "no correct order is stated";
  if (steps.length !== labels.length || steps.includes(undefined))
    return "the right order does not name every step once";
  return { kind: "ordering", steps: steps.map((step) => step ?? "") };
}

/** A number, or the middle of a range. Bounds that are not as far on both sides give the smaller tolerance. */
export function numberOf(asked: Asked, unit: string | null): Partial<QuestionDraft> | string {
  const rules = asked.conditions.filter(({ points, given, low }) => points > 0 && (given.length > 0 || low !== null));
  const [best, ...others] = [...rules].sort((a, b) => b.points - a.points);
  if (best === undefined) return "no number is stated as the answer";
  const { given, low, high } = best;
  const stated = given.map(({ value }) => Number(value.replace(",", ".") || Number.NaN)).find(Number.isFinite);
  const value = stated ?? (low !== null && high !== null ? rounded((low + high) / 2) : Number.NaN);
  if (!Number.isFinite(value)) return "no number is stated as the answer";
  const [below, above] = [low === null ? 0 : value - low, high === null ? 0 : high - value];
  if (rounded(below) !== rounded(above))
    asked.notes.push(`the bounds are ${low ?? value} and ${high ?? value} around ${value}; the nearer one was taken`);
  for (const other of others) {
    const written = other.given.map((each) => each.value).join(", ");
    asked.notes.push(`not kept: a further answer ${written || `from ${other.low} to ${other.high}`}`);
  }
  return { kind: "numeric", numeric: { value, tolerance: rounded(Math.max(0, Math.min(below, above))), unit } };
}

export function textOf12(asked: Asked): Partial<QuestionDraft> | string {
  const given = scoring(asked).flatMap((rule) => rule.given);
  const accepted = [...new Set(given.map(({ value }) => value).filter((value) => value !== ""))];
  if (accepted.length === 0) return "no accepted answer is stated";
  if (given.some(({ isCaseSensitive }) => isCaseSensitive))
    asked.notes.push("upper and lower case mattered; here they don't");
  for (const { value, isPart } of given)
    if (isPart) asked.notes.push(`"${value}" was enough as a part of an answer; here it is the whole of one`);
  return { kind: "text", accepted };
}

/** Each response is one of the left; its options are what can be matched. */
export function matchesOf(asked: Asked, presentation: XmlElement): Partial<QuestionDraft> | string {
  const { responses, materials, conditions } = asked;
  const shared = rightBlock(presentation).map((flow) => materials.text(flow));
  const pairs: [string, string][] = [];
  const listed = new Set<string>();
  for (const response of responses) {
    const ident = response.attributes.get("ident") ?? "";
    const labels = labelsOf(response, materials).map(({ ident: name, text }, index) => ({
      name,
      text: text || (shared[index] ?? ""),
    }));
    for (const { text } of asNumbered(labels, ({ name }) => name)) listed.add(text);
    const left = materials.text(promptOf(response, presentation));
    const values = conditions.flatMap(({ points, given }) =>
      points > 0 ? given.filter((each) => each.response === ident) : [],
    );
    const right = labels.find(({ name }) => name === values[0]?.value)?.text;
    if (right === undefined) return `"${left}" has no match`;
    if (new Set(values.map(({ value }) => value)).size > 1) return `"${left}" has several matches; here each has one`;
    pairs.push([left, right]);
  }
  return { kind: "matching", pairs: withOthers(pairs, [...listed]) };
}

function rightBlock(presentation: XmlElement): readonly XmlElement[] {
  const block = allOf(presentation, "flow").find((each) => each.attributes.get("class") === "RIGHT_MATCH_BLOCK");
  return (block?.children ?? []).filter((child): child is XmlElement => typeof child !== "string");
}

/** What stands within the response before its options or, in Blackboard, beside it. */
function promptOf(response: XmlElement, presentation: XmlElement): XmlElement {
  const own = promptIn(response);
  if (allOf(own, "mattext").length + allOf(own, "mat_formattedtext").length > 0) return own;
  return [...allOf(presentation, "flow")].reverse().find(({ children }) => children.includes(response)) ?? own;
}
