import { toMarkdown } from "../markup/source-text.ts";
import { textOfXml, type XmlElement } from "../shared/read-xml.ts";

/** Whether an element is something to answer. */
export function isResponse({ name }: XmlElement): boolean {
  return /^response_(?:lid|str|num|grp|xy)$/.test(name);
}

/** A response without what can be chosen: what comes before that. */
export function promptIn(response: XmlElement): XmlElement {
  const children = response.children.filter((child) => typeof child !== "string" && !child.name.startsWith("render_"));
  return { ...response, name: "material", children };
}

/** Reads the texts of an item as Markdown; what cannot be said goes to `notes`. */
export class Materials {
  private readonly notes: string[];
  private readonly addressOf: (address: string) => string;

  /** `addressOf` says where in the import an image lies. */
  constructor(notes: string[], addressOf: (address: string) => string) {
    this.notes = notes;
    this.addressOf = addressOf;
  }

  /** Every text below `element`; what is to be answered is left out. */
  text(element: XmlElement | undefined): string {
    return this.around(element, () => null);
  }

  /** The same with what `gap` says in place of each response. */
  around(element: XmlElement | undefined, gap: (response: XmlElement) => string | null): string {
    const parts = element === undefined ? [] : this.parts(element, gap);
    return parts.reduce((text, { markdown, isGap }, index) => {
      const between = isGap || parts[index - 1]?.isGap ? " " : "\n\n";
      return index === 0 ? markdown : text + between + markdown;
    }, "");
  }

  private parts(
    element: XmlElement,
    gap: (response: XmlElement) => string | null,
  ): { markdown: string; isGap: boolean }[] {
    return element.children.flatMap((child) => {
      if (typeof child === "string") return [];
      if (isResponse(child)) {
        const mark = gap(child);
        return mark === null ? [] : [{ markdown: mark, isGap: true }];
      }
      // Of Blackboard these hold what belongs to the answer.
      if (/^(?:RIGHT_MATCH|RESPONSE)_BLOCK$/.test(child.attributes.get("class") ?? "")) return [];
      const markdown = this.own(child);
      if (markdown !== null) return markdown === "" ? [] : [{ markdown, isGap: false }];
      return this.parts(child, gap);
    });
  }

  /** Null for an element that only holds others. */
  private own(element: XmlElement): string | null {
    switch (element.name) {
      case "mattext":
      case "matemtext":
        return this.formatted(element, element.attributes.get("texttype") ?? "");
      case "mat_formattedtext":
        return this.formatted(element, element.attributes.get("type") ?? "");
      case "matimage": {
        const uri = element.attributes.get("uri") ?? "";
        return uri === ""
          ? ""
          : toMarkdown(`<img src="${this.addressOf(uri).replaceAll('"', "%22")}" alt="">`, "html", this.notes);
      }
      case "matapplication":
      case "mataudio":
      case "matvideo":
      case "matapplet":
        this.notes.push(
          `not kept: ${element.name} ${element.attributes.get("uri") ?? element.attributes.get("label") ?? ""}`.trim(),
        );
        return "";
      default:
        return null;
    }
  }

  private formatted(element: XmlElement, type: string): string {
    const text = textOfXml(element).replace(
      /(<(?:img|object)\b[^<>]*?\b(?:src|data)\s*=\s*)(["'])([^"']*)\2/gi,
      (_, before: string, quote: string, address: string) => before + quote + this.addressOf(address) + quote,
    );
    return toMarkdown(text, formatOf(type, text), this.notes);
  }
}

/** Many programs write HTML and state no type: plain text, unless it has markup that no plain text has (`vector<int>` is none). */
function formatOf(type: string, text: string): "html" | "plain" {
  if (/html|smart_text/i.test(type)) return "html";
  if (/plain/i.test(type)) return "plain";
  const marked =
    /<\/(?:strong|em|b|i|u|code|sub|sup|del|a|span|p|div|pre|ul|ol|li|table)>|<(?:br|img)\b|&(?:#\w+|lt|gt|amp|quot|nbsp);/i;
  return marked.test(text) ? "html" : "plain";
}
