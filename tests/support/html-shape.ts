import type { Nodes } from "hast";
import rehypeRaw from "rehype-raw";
import { unified } from "unified";

/** An element as `[name, attributes, ...children]`, or a text. */
export type HtmlShape = string | readonly [string, Readonly<Record<string, string>>, ...HtmlShape[]];

/** How a browser understands `html`, as a tree to compare: white space collapsed, neighbouring texts joined. */
export function htmlShape(html: string): readonly HtmlShape[] {
  const tree = unified()
    .use(rehypeRaw)
    .runSync({ type: "root", children: [{ type: "raw", value: html }] });
  return shapesOf(tree as Nodes);
}

export function shapesOf(node: Nodes): readonly HtmlShape[] {
  if (node.type === "text") return [node.value];
  if (node.type === "root") return joined(node.children.flatMap(shapesOf));
  if (node.type !== "element") return [];
  // A span carries nothing but colour.
  if (node.tagName === "span") return node.children.flatMap(shapesOf);
  const attributes = Object.entries(node.properties).flatMap(([name, value]) =>
    value === undefined || value === null || value === false
      ? []
      : [[name, Array.isArray(value) ? value.join(" ") : String(value)] as const],
  );
  return [[node.tagName, Object.fromEntries(attributes), ...joined(node.children.flatMap(shapesOf))]];
}

function joined(shapes: readonly HtmlShape[]): readonly HtmlShape[] {
  const result: HtmlShape[] = [];
  for (const shape of shapes) {
    const last = result.at(-1);
    if (typeof shape === "string" && typeof last === "string") result[result.length - 1] = last + shape;
    else result.push(shape);
  }
  return result
    .map((shape, index) => tidy(shape, result[index - 1], result[index + 1]))
    .filter((shape) => shape !== "");
}

/** White space at the edge of a block is invisible. */
function tidy(shape: HtmlShape, before: HtmlShape | undefined, after: HtmlShape | undefined): HtmlShape {
  if (typeof shape !== "string") return shape;
  const text = shape.replace(/\s+/g, " ");
  const start = isEdge(before) ? text.trimStart() : text;
  return isEdge(after) ? start.trimEnd() : start;
}

function isEdge(neighbour: HtmlShape | undefined): boolean {
  if (typeof neighbour === "string") return false;
  return (
    neighbour === undefined || /^(?:p|ul|ol|li|pre|blockquote|table|thead|tbody|tr|th|td|h\d|hr|br)$/.test(neighbour[0])
  );
}
