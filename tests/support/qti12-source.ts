import { zipSync } from "fflate";
import { findFormat } from "#lib/formats/registry";
import type { ImportedItem, ImportReport } from "#lib/formats/report";

export const exam = {
  slug: "harbour",
  title: "Harbour",
  domains: [
    { id: "ropes", title: "Ropes" },
    { id: "tides", title: "Tides" },
  ],
};
export const bytes = (text: string) => new TextEncoder().encode(text);
export const picture = Uint8Array.from([137, 80, 78, 71]);

export function importAll(files: Readonly<Record<string, string | Uint8Array>>, name = "bank.zip"): ImportReport {
  const entries = Object.entries(files).map(
    ([path, text]) => [path, typeof text === "string" ? bytes(text) : text] as const,
  );
  const report = findFormat("qti12")?.importer?.({
    exam,
    files: [{ path: name, bytes: zipSync(Object.fromEntries(entries)) }],
  });
  if (!report) throw new Error("no importer");
  return report;
}

export const escaped = (html: string) => html.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
export const html = (text: string) => `<material><mattext texttype="text/html">${escaped(text)}</mattext></material>`;
export const label = (ident: string, text: string) => `<response_label ident="${ident}">${html(text)}</response_label>`;
export const equal = (value: string, response = "response1") => `<varequal respident="${response}">${value}</varequal>`;
export const rule = (conditions: string, points = 100, rest = "") =>
  `<respcondition continue="No"><conditionvar>${conditions}</conditionvar><setvar action="Set" varname="SCORE">${points}</setvar>${rest}</respcondition>`;
export const add = (conditions: string) =>
  `<respcondition><conditionvar>${conditions}</conditionvar><setvar varname="SCORE" action="Add">50.00</setvar></respcondition>`;
export const shows = (ident: string, value = "") =>
  `<respcondition continue="Yes"><conditionvar>${value === "" ? "<other/>" : equal(value)}</conditionvar><displayfeedback feedbacktype="Response" linkrefid="${ident}"/></respcondition>`;
export const said = (ident: string, text: string) =>
  `<itemfeedback ident="${ident}"><flow_mat>${html(text)}</flow_mat></itemfeedback>`;
export const field = (name: string, entry: string) =>
  `<qtimetadatafield><fieldlabel>${name}</fieldlabel><fieldentry>${entry}</fieldentry></qtimetadatafield>`;

/** An item as Canvas and text2qti write it. */
export const item = (type: string, presentation: string, rules = "", feedback = "", ident = "g1", more = "") =>
  `<item ident="${ident}" title="Question"><itemmetadata><qtimetadata>${field("question_type", type)}${more}</qtimetadata></itemmetadata><presentation>${presentation}</presentation><resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>${rules}</resprocessing>${feedback}</item>`;
export const quiz = (...items: readonly string[]) =>
  `<?xml version="1.0"?><!DOCTYPE questestinterop SYSTEM "ims_qtiasiv1p2p1.dtd"><questestinterop><assessment ident="a" title="Quiz"><section ident="root_section">${items.join("")}</section></assessment></questestinterop>`;
export const choices = (cardinality = "Single") =>
  `<response_lid ident="response1" rcardinality="${cardinality}"><render_choice>${label("11", "<p>One</p>")}${label("12", "<p><b>Two</b></p>")}${label("13", "<p>Three</p>")}</render_choice></response_lid>`;
export const typed = (type = "") =>
  `<response_str ident="response1" rcardinality="Single"><render_fib${type}><response_label ident="answer1"/></render_fib></response_str>`;

export function one(...items: readonly string[]): ImportedItem {
  const [first] = importAll({ "a/a.xml": quiz(...items) }).items;
  if (first === undefined) throw new Error("nothing was found");
  return first;
}
export function draft(...items: readonly string[]) {
  const found = one(...items);
  if (found.status === "refused") throw new Error(found.reason);
  return found.draft;
}
export const reason = (...items: readonly string[]) => {
  const found = one(...items);
  return found.status === "refused" ? found.reason : `${found.status}: ${JSON.stringify(found.draft)}`;
};
