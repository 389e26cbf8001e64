import temml from "temml";
import { escapeHtml } from "./escape-html.ts";

const longestFormula = 2_000;
const deepestFormula = 40;

export type RenderedMath =
  | { readonly ok: true; readonly html: string }
  /** `html` shows the source, so that a reader loses nothing. */
  | { readonly ok: false; readonly html: string; readonly message: string };

/** LaTeX as MathML. Commands that could reach outside the formula (links, classes, styles, images) are errors. */
export function renderMath(tex: string, display: boolean): RenderedMath {
  const refusal = refusalOf(tex);
  if (refusal) return failed(tex, refusal);
  try {
    const html = temml.renderToString(tex, {
      displayMode: display,
      throwOnError: true,
      trust: false,
      maxSize: [20, 20],
      maxExpand: 200,
      annotate: false,
    });
    if (html.includes("<a ")) return failed(tex, "a formula cannot lead to another one");
    return { ok: true, html: withoutInlineStyles(withoutIds(html)) };
  } catch (error) {
    // Any text may be a formula, and Temml crashes on some mistakes (`x^`, `\bordermatrix{1}\sqrt`) instead of naming
    // them.
    if (!(error instanceof Error)) throw error;
    const isNamed = error.name.trim() === "ParseError";
    return failed(
      tex,
      isNamed ? firstLine(error.message) : "it cannot be read: look for what is missing after a command",
    );
  }
}

function failed(tex: string, message: string): RenderedMath {
  return { ok: false, html: `<code class="math-error">${escapeHtml(tex)}</code>`, message };
}

function refusalOf(tex: string): string | null {
  if (tex.length > longestFormula) return `the formula is longer than ${longestFormula} characters`;
  let depth = 0;
  for (const step of tex.matchAll(/\\left\b|\\begin\b|\\right\b|\\end\b|\\.|[{}[\]]/gs)) {
    if (/^(?:\{|\[|\\left|\\begin)$/.test(step[0])) depth += 1;
    if (/^(?:\}|\]|\\right|\\end)$/.test(step[0])) depth = Math.max(0, depth - 1);
    if (depth > deepestFormula) return `the formula is nested deeper than ${deepestFormula} levels`;
  }
  // \sqrt\sqrt\sqrt… nests without braces.
  if (/(?:\\[a-zA-Z]+\s*){41}/.test(tex)) return "more than 40 commands follow each other without a symbol between";
  return null;
}

const alignments: Readonly<Record<string, string>> = { left: "tml-left", right: "tml-right", center: "tml-center" };

/** Pages forbid inline styles; alignment becomes a class of markdown.css, the rest is decoration. */
function withoutInlineStyles(html: string): string {
  return html.replace(/<([a-z]+)((?: [^<>]*?)?) style="([^"]*)"/g, (_, tag: string, rest: string, style: string) => {
    const side = /text-align:\s*(left|right|center)/.exec(style)?.[1];
    const name = side ? alignments[side] : undefined;
    return name && !rest.includes("class=") ? `<${tag}${rest} class="${name}"` : `<${tag}${rest}`;
  });
}

/** A label's id could equal the id of something else on the page. Values are escaped, so a quote ends one. */
function withoutIds(html: string): string {
  return html.replace(/<([a-z]+)((?: [^<>]*?)?) id="[^"]*"/g, "<$1$2");
}

function firstLine(message: string): string {
  const combining = /[\u0332\u0331]/g;
  return (message.split("\n")[0] ?? "").replace(combining, "").replace(/:\s*$/, "").trim();
}
