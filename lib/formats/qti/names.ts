import type { XmlElement } from "../shared/read-xml.ts";

/**
 * The element with the names of QTI 2 throughout: `qti-simple-choice` and its `match-max` are `simpleChoice` and
 * `matchMax`, so that one reader does for both versions. HTML keeps its names.
 */
export function canonical(element: XmlElement): XmlElement {
  const isQti3 = element.name.startsWith("qti-");
  const name = isQti3 ? camel(element.name.slice(4)) : element.name;
  const attributes = isQti3
    ? new Map([...element.attributes].map(([key, value]) => [camel(key), value]))
    : element.attributes;
  const children = element.children.map((child) => (typeof child === "string" ? child : canonical(child)));
  return { name, attributes, children, line: element.line };
}

function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
