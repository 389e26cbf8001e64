import { escapeXml } from "../shared/export-texts.ts";

/** HTML as the material of an item. */
export function material(html: string): string {
  return `<material><mattext texttype="text/html">${escapeXml(html)}</mattext></material>`;
}

/** A text that Canvas shows as it stands. */
export function plainMaterial(text: string): string {
  return `<material><mattext texttype="text/plain">${escapeXml(text)}</mattext></material>`;
}

export function feedbackXml(ident: string, html: string): string {
  return `<itemfeedback ident="${ident}"><flow_mat>${material(html)}</flow_mat></itemfeedback>`;
}

/** A rule: what is given, as conditions, and the points out of 100 that it brings. */
export function rule(conditions: string, action: "Set" | "Add", points: number): string {
  return `<respcondition continue="No"><conditionvar>${conditions}</conditionvar><setvar action="${action}" varname="SCORE">${points}</setvar></respcondition>`;
}

export function equal(response: string, value: string): string {
  return `<varequal respident="${response}">${escapeXml(value)}</varequal>`;
}
