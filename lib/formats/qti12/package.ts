import type { SourceFile } from "../report.ts";
import type { ForeignItem } from "../shared/foreign-item.ts";
import { decodeUrl, insidePath } from "../shared/image-assets.ts";
import { allOf, childOf, textOfXml, type XmlElement } from "../shared/read-xml.ts";
import { readItem12 } from "./item.ts";

export interface Found12 {
  readonly items: readonly ForeignItem[];
  readonly notices: readonly string[];
}

/** Every item of the documents of QTI 1.2 in a package, by their paths. A question of a bank that a quiz repeats is read once. */
export function readDocuments12(documents: ReadonlyMap<string, XmlElement>, files: readonly SourceFile[]): Found12 {
  const notices: string[] = [];
  const paths = new Set(files.map(({ path }) => path));
  const own = [...documents].filter(([path]) => {
    const twin = cartridgeTwin(path, documents);
    if (twin !== null) notices.push(`${path} holds the questions of ${twin} in less detail; it was left out`);
    return twin === null;
  });
  const banked = new Set(own.flatMap(([, root]) => allOf(root, "objectbank").flatMap(itemsIn).map(identOf)));
  let repeated = 0;
  const items = own.flatMap(([path, root]) => {
    const addressOf = (address: string) => imageAddress(path, address, paths);
    return sectionsOf(root, null).flatMap(({ item, category, isBank }) => {
      if (!isBank && banked.has(bankRef(item))) {
        repeated += 1;
        return [];
      }
      return [readItem12(item, { file: path, category, addressOf })];
    });
  });
  if (repeated > 0) notices.push(`${repeated} items of quizzes are also in banks of the package; they were read there`);
  return { items, notices };
}

/** Canvas writes each quiz twice: once for every program, and once in full. */
function cartridgeTwin(path: string, documents: ReadonlyMap<string, XmlElement>): string | null {
  const name = /(?:^|\/)([^/]+)\/assessment_qti\.xml$/.exec(path)?.[1];
  if (name === undefined) return null;
  return [...documents.keys()].find((other) => other.endsWith(`non_cc_assessments/${name}.xml.qti`)) ?? null;
}

interface Placed {
  readonly item: XmlElement;
  readonly category: string | null;
  readonly isBank: boolean;
}

/** The items below an element with the title of the bank or section that they are in. */
function sectionsOf(element: XmlElement, category: string | null, isBank = false): readonly Placed[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    if (child.name === "item") return [{ item: child, category, isBank }];
    return sectionsOf(child, titleOf(child) ?? category, isBank || child.name === "objectbank");
  });
}

function titleOf(element: XmlElement): string | null {
  if (element.name === "section") return element.attributes.get("title") || null;
  if (element.name !== "objectbank") return null;
  const fields = allOf(childOf(element, "qtimetadata") ?? { ...element, children: [] }, "qtimetadatafield");
  const bank = fields.find((field) => textOfXml(childOf(field, "fieldlabel")).trim() === "bank_title");
  return textOfXml(childOf(bank, "fieldentry")).trim() || null;
}

function itemsIn(element: XmlElement): XmlElement[] {
  return allOf(element, "item");
}

function identOf(item: XmlElement): string {
  return item.attributes.get("ident") ?? "";
}

/** The name of the question in a bank that an item of a quiz is. */
function bankRef(item: XmlElement): string {
  const field = allOf(item, "qtimetadatafield").find(
    (each) => textOfXml(childOf(each, "fieldlabel")).trim() === "assessment_question_identifierref",
  );
  return textOfXml(childOf(field, "fieldentry")).trim();
}

/** Where in the package an image lies, as an address from the document: programs name their own folders in their own ways. */
function imageAddress(document: string, written: string, paths: ReadonlySet<string>): string {
  const address = decodeUrl(written).replace(/\?.*$/s, "");
  const top = "../".repeat(document.split("/").length - 1);
  const encode = (path: string) => top + path.split("/").map(encodeURIComponent).join("/");
  const base = /^\$(?:IMS-CC-FILEBASE|CANVAS_OBJECT_REFERENCE)\$\/(.*)$/s.exec(address)?.[1];
  if (base !== undefined) {
    const places = [base, `web_resources/${base}`].map((place) => insidePath("root.xml", place) ?? "");
    return encode(places.find((place) => paths.has(place)) ?? base);
  }
  const stored = /(?:^|\/)(xid-\d+_\d+)$/.exec(address)?.[1];
  const kept =
    stored === undefined ? undefined : [...paths].find((path) => path.split("/").at(-1)?.startsWith(`__${stored}.`));
  return kept === undefined ? written : encode(kept);
}
