import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { Element, ElementContent } from "hast";

/** An element of an XML document; its text keeps the order in which it is mixed with elements. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
  /** 1-based line of its start tag. */
  readonly line: number;
}

export type XmlResult =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly reason: string };

const deepest = 100;

/** A document type that names the root element and perhaps the file that describes it, which is not read, and declares nothing. */
const bareType =
  /<!DOCTYPE\s+[\w:.-]+(?:\s+(?:SYSTEM|PUBLIC\s+"[^"<>]*")\s+"(?:https?:\/\/[^"<>\s]*\/)?[\w.-]+\.dtd")?\s*>/i;

/**
 * Reads an XML document as data: a document type that says more than a name is refused, and no entity but the five of XML and character numbers
 * means anything, so nothing can be fetched or multiplied. Names lose their namespace prefix.
 */
export function readXml(written: string): XmlResult {
  const text = withoutBareType(written);
  const markup = withoutData(text);
  const declared = /<!(?:DOCTYPE|ENTITY)/i.exec(markup);
  if (declared !== null)
    return refuse(text, declared.index, "a document type or entity is declared, which is not allowed: remove it");
  const tooDeep = firstTooDeep(markup);
  if (tooDeep !== null) return refuse(text, tooDeep, `elements are nested deeper than ${deepest} levels`);
  const valid = XMLValidator.validate(text.replace(/^\uFEFF/, ""));
  if (valid !== true) return { ok: false, reason: `line ${valid.err.line} is not well-formed XML: ${valid.err.msg}` };
  const parsed = parse(text);
  if (typeof parsed === "string") return { ok: false, reason: parsed };
  const roots = parsed.flatMap((node) => toElements(node, lineCounter(text)));
  const root = roots.find((node): node is XmlElement => typeof node !== "string");
  return root === undefined ? { ok: false, reason: "there is no XML element" } : { ok: true, root };
}

function withoutBareType(text: string): string {
  const type = bareType.exec(withoutData(text));
  if (type === null) return text;
  const end = type.index + type[0].length;
  return text.slice(0, type.index) + type[0].replace(/[^\n]/g, " ") + text.slice(end);
}

type Node = Record<string, unknown>;

function parse(text: string): Node[] | string {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    processEntities: false,
    htmlEntities: false,
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    removeNSPrefix: true,
    cdataPropName: "#cdata",
    ignoreDeclaration: true,
    ignorePiTags: true,
    captureMetaData: true,
    maxNestedTags: deepest + 1,
  });
  try {
    return parser.parse(text) as Node[];
  } catch (error) {
    // The parser reports what it refuses (reserved names such as __proto__) by throwing.
    return error instanceof Error ? `the XML is refused: ${error.message}` : "the XML is refused";
  }
}

function refuse(text: string, index: number, reason: string): XmlResult {
  return { ok: false, reason: `line ${text.slice(0, index).split("\n").length}: ${reason}` };
}

/** `text` with comments, CDATA and processing instructions blanked out, every other character where it was. */
function withoutData(text: string): string {
  return text.replace(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)/g, (data) =>
    " ".repeat(data.length),
  );
}

function firstTooDeep(markup: string): number | null {
  let depth = 0;
  for (const tag of markup.matchAll(/<(\/?)[^\s<>/!?][^<>]*?(\/?)>/g)) {
    if (tag[2] === "/") continue;
    depth += tag[1] === "/" ? -1 : 1;
    if (depth > deepest) return tag.index;
  }
  return null;
}

function lineCounter(text: string): (index: number) => number {
  let line = 1;
  let at = 0;
  return (index) => {
    for (; at < index; at++) if (text.charCodeAt(at) === 10) line++;
    return line;
  };
}

const metaData = XMLParser.getMetaDataSymbol() as unknown as string;

function toElements(node: Node, lineAt: (index: number) => number): (XmlElement | string)[] {
  const name = Object.keys(node).find((key) => key !== ":@");
  if (name === undefined) return [];
  const value = node[name];
  if (name === "#text") return [decodeEntities(String(value))];
  if (name === "#cdata") return [(value as Node[]).map((part) => String(part["#text"] ?? "")).join("")];
  const attributes = new Map(
    Object.entries((node[":@"] ?? {}) as Record<string, string>).map(([key, text]) => [
      key,
      decodeEntities(String(text)),
    ]),
  );
  const start = (node[metaData] as { startIndex?: number } | undefined)?.startIndex ?? 0;
  const line = lineAt(start);
  return [{ name, attributes, line, children: (value as Node[]).flatMap((child) => toElements(child, lineAt)) }];
}

const known: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,10}));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return known[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : "\ufffd";
    },
  );
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== "string" && child.name === name);
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element === undefined ? undefined : childrenOf(element, name)[0];
}

/** All elements of `name` below `element`, in their order. */
export function allOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    return [...(child.name === name ? [child] : []), ...allOf(child, name)];
  });
}

export function textOfXml(element: XmlElement | undefined): string {
  return element === undefined
    ? ""
    : element.children.map((child) => (typeof child === "string" ? child : textOfXml(child))).join("");
}

/** The element as HTML, for the converter to Markdown. */
export function xmlToHast(element: XmlElement): Element {
  const properties: Record<string, string | string[]> = {};
  for (const [name, value] of element.attributes) {
    if (name === "class") properties.className = value.split(/\s+/);
    else properties[name] = value;
  }
  const children = element.children.map(
    (child): ElementContent => (typeof child === "string" ? { type: "text", value: child } : xmlToHast(child)),
  );
  return { type: "element", tagName: element.name, properties, children };
}
