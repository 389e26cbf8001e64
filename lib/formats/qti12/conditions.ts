import { allOf, childOf, childrenOf, textOfXml, type XmlElement } from "../shared/read-xml.ts";

/** A value that is given to a response. */
export interface Given {
  readonly response: string;
  readonly value: string;
  readonly isCaseSensitive: boolean;
  /** The value is only a part of what is to be typed. */
  readonly isPart: boolean;
}

/** One rule of how an item is graded. */
export interface Condition {
  /** What has to be given; of a short answer any of these. */
  readonly given: readonly Given[];
  /** What must not be given. */
  readonly not: readonly Given[];
  /** Bounds of a number, both included or not. */
  readonly low: number | null;
  readonly high: number | null;
  /** Points that it brings; 0 where it only shows something. */
  readonly points: number;
  /** Names of the feedback that it shows. */
  readonly shows: readonly string[];
}

/** The rules of an item, in their order. */
export function conditionsOf(item: XmlElement): readonly Condition[] {
  const most = Math.max(0, ...allOf(item, "decvar").map((each) => Number(each.attributes.get("maxvalue")) || 0)) || 100;
  return allOf(item, "respcondition").map((element) => {
    const variables = childOf(element, "conditionvar");
    const { given, not } = variables === undefined ? { given: [], not: [] } : givenIn(variables);
    const shows = childrenOf(element, "displayfeedback").map((each) => each.attributes.get("linkrefid") ?? "");
    return {
      given,
      not,
      low: boundOf(variables, ["vargte", "vargt"]),
      high: boundOf(variables, ["varlte", "varlt"]),
      points: pointsOf(element, shows, most),
      shows,
    };
  });
}

function givenIn(element: XmlElement): { readonly given: readonly Given[]; readonly not: readonly Given[] } {
  const given: Given[] = [];
  const not: Given[] = [];
  const visit = (each: XmlElement, isNot: boolean) => {
    if (/^var(?:equal|subset|substring)$/.test(each.name))
      (isNot ? not : given).push({
        response: each.attributes.get("respident") ?? "",
        value: textOfXml(each).trim(),
        isCaseSensitive: /^yes$/i.test(each.attributes.get("case") ?? ""),
        isPart: each.name === "varsubstring",
      });
    for (const child of each.children) if (typeof child !== "string") visit(child, isNot !== (each.name === "not"));
  };
  visit(element, false);
  return { given, not };
}

function boundOf(element: XmlElement | undefined, names: readonly string[]): number | null {
  const bound = element === undefined ? undefined : names.flatMap((name) => allOf(element, name))[0];
  const value = Number(textOfXml(bound).trim() || Number.NaN);
  return Number.isFinite(value) ? value : null;
}

/** Some programs (Blackboard) state no points for an answer that is right, and only say so. */
function pointsOf(element: XmlElement, shows: readonly string[], most: number): number {
  const set = childrenOf(element, "setvar");
  if (set.length === 0) {
    const isRight = shows.includes("correct") || /^correct/i.test(element.attributes.get("title") ?? "");
    return isRight ? most : 0;
  }
  return set.reduce((sum, each) => {
    const text = textOfXml(each).trim();
    const value = /\.max$/i.test(text) ? most : Number(text) || 0;
    const sign = /subtract/i.test(each.attributes.get("action") ?? "") ? -1 : 1;
    return sum + sign * value;
  }, 0);
}
