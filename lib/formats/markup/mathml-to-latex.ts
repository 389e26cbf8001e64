import type { Element, ElementContent } from "hast";

/** Signs that LaTeX has a name for; every other sign is itself. */
const names: Readonly<Record<string, string>> = {
  "×": "\\times",
  "÷": "\\div",
  "·": "\\cdot",
  "⋅": "\\cdot",
  "±": "\\pm",
  "≤": "\\le",
  "≥": "\\ge",
  "≠": "\\ne",
  "≈": "\\approx",
  "∞": "\\infty",
  "→": "\\to",
  "∑": "\\sum",
  "∏": "\\prod",
  "∫": "\\int",
  "∂": "\\partial",
  "∈": "\\in",
  "∪": "\\cup",
  "∩": "\\cap",
  π: "\\pi",
  α: "\\alpha",
  β: "\\beta",
  γ: "\\gamma",
  δ: "\\delta",
  Δ: "\\Delta",
  ε: "\\varepsilon",
  θ: "\\theta",
  λ: "\\lambda",
  μ: "\\mu",
  σ: "\\sigma",
  Σ: "\\Sigma",
  φ: "\\varphi",
  ω: "\\omega",
  Ω: "\\Omega",
};

const functions = /^(?:sin|cos|tan|cot|sec|csc|log|ln|exp|lim|max|min|gcd|det)$/;

/** Presentation MathML as LaTeX; null when an element has no place in it, for half a formula is a wrong one. */
export function mathMlToLatex(math: Element): string | null {
  try {
    return row(math.children).trim();
  } catch (error) {
    if (error instanceof Unknown) return null;
    throw error;
  }
}

class Unknown extends Error {}

function row(nodes: readonly ElementContent[]): string {
  // A name runs on into a letter that follows it.
  return elementsOf(nodes)
    .map(latex)
    .reduce((before, next) => before + (/\\[a-z]+$/i.test(before) && /^[a-z]/i.test(next) ? " " : "") + next, "");
}

function elementsOf(nodes: readonly ElementContent[]): Element[] {
  return nodes.filter((node): node is Element => node.type === "element");
}

function latex(node: Element): string {
  const part = (index: number): string => {
    const child = elementsOf(node.children)[index];
    if (child === undefined) throw new Unknown();
    return latex(child);
  };
  switch (node.tagName) {
    case "mrow":
    case "mstyle":
    case "mpadded":
      return row(node.children);
    case "semantics":
      return part(0);
    case "mi":
      return identifier(signs(node));
    case "mn":
      return signs(node);
    case "mo":
      return operator(signs(node));
    case "mtext":
      return `\\text{${signs(node)}}`;
    case "mspace":
      return "\\;";
    case "msup":
      return `${base(part(0))}^{${part(1)}}`;
    case "msub":
      return `${base(part(0))}_{${part(1)}}`;
    case "msubsup":
    case "munderover":
      return `${base(part(0))}_{${part(1)}}^{${part(2)}}`;
    case "munder":
      return `${base(part(0))}_{${part(1)}}`;
    case "mover":
      return over(part(0), part(1));
    case "mfrac":
      return `\\frac{${part(0)}}{${part(1)}}`;
    case "msqrt":
      return `\\sqrt{${row(node.children)}}`;
    case "mroot":
      return `\\sqrt[${part(1)}]{${part(0)}}`;
    case "mfenced":
      return `\\left(${elementsOf(node.children).map(latex).join(",")}\\right)`;
    default:
      throw new Unknown();
  }
}

/** What a script belongs to, held together when it is more than one sign. */
function base(text: string): string {
  return /^(?:.|\\[a-z]+)$/is.test(text) ? text : `{${text}}`;
}

function over(text: string, mark: string): string {
  if (/^[-¯‾−]$|^\\bar$/.test(mark)) return `\\overline{${text}}`;
  if (mark === "\\to") return `\\vec{${text}}`;
  return mark === "\\text{^}" ? `\\hat{${text}}` : `\\overset{${mark}}{${text}}`;
}

function identifier(text: string): string {
  if (functions.test(text)) return `\\${text}`;
  return text.length === 1 || names[text] ? operator(text) : `\\mathrm{${escaped(text)}}`;
}

function operator(text: string): string {
  // Signs that are not seen: function application, times, separator, plus.
  const seen = text.replace(/[\u2061-\u2064]/g, "");
  return [...seen].map((sign) => names[sign] ?? escaped(sign)).join("");
}

function escaped(text: string): string {
  return text
    .replace(/−/g, "-")
    .replace(/[{}%$#&_]/g, "\\$&")
    .replace(/[\\^~](?![{}%$#&_])/g, "\\text{$&}");
}

function signs(node: Element): string {
  return node.children
    .map((child) => (child.type === "text" ? child.value : child.type === "element" ? signs(child) : ""))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}
