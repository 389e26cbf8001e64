import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Element, Nodes, Root, RootContent } from "hast";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { type HtmlShape, htmlShape, shapesOf } from "../../tests/support/html-shape.ts";
import { isLineBreak, withoutComments } from "./raw-html.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { safeUrl } from "./safe-url.ts";

/**
 * The parser is younger than 1.0, so every text that we have must come out as remark, the most used parser of the same
 * language, reads it. What our HTML does otherwise on purpose is done to remark's tree first; it is all in `asWeWrite`.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const folders = ["content", "tests/fixtures/content", "tests/fixtures/broken"];
const files = folders.flatMap((folder) =>
  readdirSync(`${root}/${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length)),
);

const remark = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkRehype, { allowDangerousHtml: true, footnoteLabel: "" });

/** Without the front matter, of which remark without a plugin knows nothing. */
function bodyOf(file: string): string {
  return readFileSync(`${root}/${file}`, "utf8")
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/^---\n(?:[\s\S]*?\n)?---\n/, "");
}

function remarkShape(markdown: string): readonly HtmlShape[] {
  const tree = remark.runSync(remark.parse(markdown)) as Root;
  return shapesOf({ type: "root", children: tree.children.flatMap(asWeWrite) });
}

function ourShape(markdown: string): readonly HtmlShape[] | null {
  const rendered = renderMarkdown(markdown, { image: (url) => url });
  return rendered.ok ? htmlShape(rendered.html).map(withoutColours) : null;
}

const text = (value: string): RootContent => ({ type: "text", value });

function asWeWrite(node: RootContent): readonly RootContent[] {
  if (node.type === "raw") {
    if (isLineBreak(node.value)) return [{ type: "element", tagName: "br", properties: {}, children: [] }];
    return [text(withoutComments(node.value))];
  }
  if (node.type !== "element") return [node];
  const children = node.children.flatMap(asWeWrite) as Element["children"];
  const made = (tagName: string, properties: Element["properties"] = {}): readonly Element[] => [
    { type: "element", tagName, properties, children },
  ];
  const classes = [node.properties.className ?? []].flat().map(String);
  // Formulas are MathML, and compared by their being there.
  if (classes.includes("language-math")) return [{ type: "element", tagName: "math", properties: {}, children: [] }];
  switch (node.tagName) {
    // Headings of a page begin at h3.
    case "h1":
    case "h2":
      return made("h3");
    // Links lead to full addresses and have no title.
    case "a": {
      const href = safeUrl(String(node.properties.href ?? ""));
      return href === null ? children : made("a", { href });
    }
    case "img":
      return made("img", { src: String(node.properties.src), alt: String(node.properties.alt ?? "") });
    // A box that cannot be ticked is a sign.
    case "input":
      return [text(node.properties.checked ? "☑ " : "☐ ")];
    case "ul":
    case "ol":
    case "li":
      return made(node.tagName, node.properties.start ? { start: node.properties.start } : {});
    // Alignment is a class, because pages forbid inline styles.
    case "th":
    case "td":
      return made(node.tagName, node.properties.align ? { className: [`align-${node.properties.align}`] } : {});
    case "pre":
      return isFormula(children) ? children : made("pre", { tabIndex: 0 });
    case "code": {
      const language = classes.find((name) => /^language-[A-Za-z0-9+#-]{1,20}$/.test(name));
      return made("code", language ? { className: [language] } : {});
    }
    default:
      return made(node.tagName);
  }
}

function isFormula(children: readonly Nodes[]): boolean {
  const [only] = children;
  return only?.type === "element" && only.tagName === "math";
}

/** Our side: code without its colours, formulas without their content. */
function withoutColours(shape: HtmlShape): HtmlShape {
  if (typeof shape === "string") return shape;
  const [tag, attributes, ...children] = shape;
  if (tag === "math" || attributes.className === "math-error") return ["math", {}];
  if (tag === "code")
    return [tag, attributes, ...(children.length > 0 ? [textIn(children).replace(/\s+/g, " ").trim()] : [])];
  const { loading: _, ...kept } = attributes;
  return [tag, kept, ...children.map(withoutColours)];
}

function textIn(shapes: readonly HtmlShape[]): string {
  return shapes.map((shape) => (typeof shape === "string" ? shape : textIn(shape.slice(2) as HtmlShape[]))).join("");
}

describe("our HTML is that of remark", () => {
  it("is compared over a good number of files", () => {
    expect(files.length).toBeGreaterThan(100);
  });

  // What is refused as too deep or too long is left out; remark would need minutes for some of it.
  // A cell beyond the head of its table is dropped by remark; we show it, because nothing written is lost.
  const left = (file: string): boolean =>
    file.endsWith("matching-third-cell.md") || readFileSync(`${root}/${file}`).length > 100_000;

  it.each(files.filter((file) => !left(file)))("%s", (file) => {
    const ours = ourShape(bodyOf(file));
    if (ours !== null) expect(ours).toEqual(remarkShape(bodyOf(file)));
  });
});
