interface Element {
  readonly name: string;
  readonly attributes: string;
  readonly children: (Element | string)[];
}

/**
 * The plain text of HTML that `lib/markdown` wrote, for lists, titles and names: formulas in plain characters ("x^2",
 * "a/b"), code blocks and tables as "…", images as their alternative text.
 */
export function readableText(html: string): string {
  return tidy(textOf(parse(html), { hasTables: false }));
}

/** The same with the words of its tables, to be compared with another wording. */
export function readableTextWithTables(html: string): string {
  return tidy(textOf(parse(html), { hasTables: true }));
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

const tokens = /<(\/?)([a-z][a-z0-9-]*)((?:[^<>"]|"[^"]*")*)>|[^<]+/g;
const isVoid = /^(img|br|hr|input|wbr)$/;

/** The HTML is well-formed, so an end tag closes the tag that was opened last. */
function parse(html: string): Element {
  const root: Element = { name: "", attributes: "", children: [] };
  const open = [root];
  for (const [token, slash, name, attributes = ""] of html.matchAll(tokens)) {
    const parent = open.at(-1) ?? root;
    if (name === undefined) parent.children.push(token);
    else if (slash === "/") open.length > 1 && open.pop();
    else {
      const element = { name, attributes, children: [] };
      parent.children.push(element);
      if (!isVoid.test(name) && !attributes.endsWith("/")) open.push(element);
    }
  }
  return root;
}

function textOf(node: Element | string | undefined, how: { readonly hasTables: boolean }): string {
  if (node === undefined) return "";
  if (typeof node === "string") return decode(node);
  const { name, attributes, children } = node;
  if (name === "img") return decode(/ alt="([^"]*)"/.exec(attributes)?.[1] ?? "");
  if (name === "br") return " ";
  if (name === "pre" || (name === "table" && !how.hasTables)) return " … ";
  const formula = formulas[name];
  if (formula !== undefined) return formula(children.map((child) => textOf(child, how)));
  const text = children.map((child) => textOf(child, how)).join("");
  return /^(p|li|tr|td|th|div|h[1-6]|blockquote|mtr|mtd)$/.test(name) ? `${text} ` : text;
}

const formulas: Readonly<Record<string, (parts: readonly string[]) => string>> = {
  mfrac: ([above = "", below = ""]) => `${grouped(above)}/${grouped(below)}`,
  msup: ([base = "", above = ""]) => `${base}^${grouped(above)}`,
  msub: ([base = "", below = ""]) => `${base}_${grouped(below)}`,
  msubsup: ([base = "", below = "", above = ""]) => `${base}_${grouped(below)}^${grouped(above)}`,
  munder: ([base = "", below = ""]) => `${base}_${grouped(below)}`,
  // A single character above a letter is an accent.
  mover: ([base = "", above = ""]) => (above.length === 1 ? base : `${base}^${grouped(above)}`),
  munderover: ([base = "", below = "", above = ""]) => `${base}_${grouped(below)}^${grouped(above)}`,
  msqrt: (parts) => `√${grouped(parts.join(""))}`,
  mroot: ([base = "", index = ""]) => `${grouped(base)}^(1/${index})`,
  annotation: () => "",
};

function grouped(text: string): string {
  return /^[\p{L}\p{N}.]*$|^.$/u.test(text) ? text : `(${text})`;
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', nbsp: " ", "#39": "'" };

/** Characters for entities, and nothing for the invisible operators of MathML. */
function decode(text: string): string {
  return text
    .replace(/&(\w+|#\d+|#x[\da-f]+);/gi, (whole, name: string) => {
      if (name.startsWith("#x") || name.startsWith("#X"))
        return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
      if (/^#\d/.test(name)) return String.fromCodePoint(Number(name.slice(1)));
      return entities[name] ?? whole;
    })
    .replace(/[\u2061-\u2064]/g, "");
}
