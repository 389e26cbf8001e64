import type { Element, ElementContent, Root, RootContent } from "hast";
import { defaultSchema, type Schema, sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import { markdownToHast } from "satteri";

export interface HtmlForExport {
  /** What is printed for a reference to option `letter`. */
  readonly option: (letter: string) => string;
  /** The address of an image in the export, or null when it cannot be taken along. */
  readonly image: (address: string) => string | null;
}

const schema: Schema = {
  ...defaultSchema,
  attributes: {
    ...defaultSchema.attributes,
    code: [["className", /^language-[\w+#.-]+$|^math-(?:inline|display)$/]],
    th: ["align"],
    td: ["align"],
  },
  clobberPrefix: "",
};

/**
 * Markdown of a question as HTML that is well-formed XML too: raw HTML is shown as text, formulas are LaTeX between `\(` and
 * `\)`, references to options are elements of class `option-B`. `htmlToMarkdown` is the way back.
 */
export function markdownToHtml(markdown: string, how: HtmlForExport): string {
  const kept = markdown.replace(/\\\{(?=[A-Z]\})/g, escapedBrace);
  const read = markdownToHast(kept, { features: { gfm: true, math: true } }) as Root;
  const root = sanitize({ ...read, children: read.children.flatMap(withoutRaw) }, schema) as Root;
  const children = root.children.flatMap((child) => change(child as ElementContent, how, false)) as RootContent[];
  const html = toHtml(
    { type: "root", children },
    { closeSelfClosing: true, characterReferences: { useNamedReferences: false } },
  );
  return html.trim().replaceAll(escapedBrace, "{");
}

/** Stands for a brace that the author escaped, until references have been made of the others. */
const escapedBrace = "\uE105";

/** The same for a text of one paragraph, without the paragraph around it. */
export function markdownToInlineHtml(markdown: string, how: HtmlForExport): string {
  const html = markdownToHtml(markdown, how);
  const single = /^<p>((?:(?!<\/?p>)[\s\S])*)<\/p>$/.exec(html);
  return single?.[1] ?? html;
}

/**
 * The HTML that `render` makes of a text that is beside a box, where "- 5" begins no list and "# comment" is no
 * heading.
 */
export function besideBox(render: (markdown: string) => string, markdown: string): string {
  // Nothing that follows a parenthesis on its line begins a block.
  const html = render(`(${markdown}`);
  return html.replace(/^(\s*(?:<p>)?)\(/, "$1");
}

/** As in our pages, raw HTML is the text it is, but `<br>` breaks the line and comments are left out. */
function withoutRaw<T extends RootContent | ElementContent>(node: T): T[] {
  const raw = node as { type: string; value?: string };
  if (raw.type === "raw") {
    const value = raw.value ?? "";
    if (/^<br\s*\/?>$/i.test(value))
      return [{ type: "element", tagName: "br", properties: {}, children: [] } as unknown as T];
    return value.startsWith("<!--") ? [] : [{ type: "text", value } as T];
  }
  if (node.type !== "element") return [node];
  const align = /text-align:\s*(left|right|center)/.exec(String(node.properties.style ?? ""))?.[1];
  const properties = align === undefined ? node.properties : { align };
  return [{ ...node, properties, children: node.children.flatMap((child) => withoutRaw(child)) }];
}

function change(node: ElementContent, how: HtmlForExport, isCode: boolean): ElementContent[] {
  if (node.type === "text") return isCode ? [node] : withReferences(node.value, how);
  if (node.type !== "element") return [];
  const formula = formulaOf(node);
  if (formula !== null) return [formula];
  if (node.tagName === "img") return [imageOf(node, how)];
  if (node.tagName === "input") return [];
  const code = isCode || node.tagName === "code";
  return [{ ...node, children: node.children.flatMap((child) => change(child, how, code)) }];
}

function withReferences(text: string, how: HtmlForExport): ElementContent[] {
  return text.split(/(\{[A-Z](?:,\s*[A-Z])*\})/).flatMap((part, index): ElementContent[] => {
    if (index % 2 === 0) return part === "" ? [] : [{ type: "text", value: part }];
    const letters = part.match(/[A-Z]/g) ?? [];
    return letters.flatMap((letter, position): ElementContent[] => [
      ...(position > 0 ? [{ type: "text" as const, value: ", " }] : []),
      {
        type: "element",
        tagName: "span",
        properties: { className: [`option-${letter}`] },
        children: [{ type: "text", value: how.option(letter) }],
      },
    ]);
  });
}

function formulaOf(node: Element): ElementContent | null {
  const classes = Array.isArray(node.properties.className) ? node.properties.className : [];
  const inner =
    node.tagName === "pre" ? node.children.find((child): child is Element => child.type === "element") : node;
  const innerClasses = Array.isArray(inner?.properties.className) ? inner.properties.className : classes;
  const tex = inner?.children.map((child) => (child.type === "text" ? child.value : "")).join("") ?? "";
  if (node.tagName === "pre" && innerClasses.includes("math-display")) {
    return {
      type: "element",
      tagName: "p",
      properties: {},
      children: [{ type: "text", value: `\\[${tex.trim()}\\]` }],
    };
  }
  return classes.includes("math-inline") ? { type: "text", value: `\\(${tex}\\)` } : null;
}

function imageOf(node: Element, how: HtmlForExport): ElementContent {
  const address = String(node.properties.src ?? "");
  const alt = String(node.properties.alt ?? "");
  const source = how.image(address);
  if (source === null) return { type: "text", value: `[${alt || address}]` };
  return { ...node, properties: { src: source, alt } };
}
