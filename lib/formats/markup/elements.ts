const names = new Set(
  "a abbr acronym address area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas caption center cite code col colgroup data dd del details dfn dir div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark menu meta nav nobr noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script section select small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr".split(
    " ",
  ),
);
const mathMl = new Set(
  "math annotation maction mfenced mfrac mglyph mi mmultiscripts mn mo mover mpadded mphantom mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover mprescripts none semantics menclose merror mlabeledtr".split(
    " ",
  ),
);

/** Whether `name` is an element of HTML, and no placeholder such as `<file>`. */
export function isElement(name: string): boolean {
  return names.has(name.toLowerCase());
}

const tag = /<(\/?)([a-z][\w:.-]*)((?:\s[^<>]*)?)(\/?)>/giy;
/** Attributes as they are written; one without a value is `checked` and its like. */
const attributes =
  /^(?:\s+(?:[\w:@.-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)|checked|disabled|selected|controls|hidden|required|readonly|multiple|nowrap|noshade|compact|autoplay|loop|muted|open|reversed|allowfullscreen))*\s*\/?$/i;

/**
 * `html` in which each `<` that opens no element is the sign itself: "i<n steps", "List<String>" and "x<y" would lose all that
 * comes after it. An element that HTML does not know is one where it is closed somewhere.
 */
export function escapeSigns(html: string): string {
  if (!html.includes("<")) return html;
  const closed = new Set([...html.matchAll(/<\/([a-z][\w:.-]*)\s*>/gi)].map(([, name = ""]) => name.toLowerCase()));
  return html.replace(/</g, (sign, at: number) => (opensElement(html, at, closed) ? sign : "&lt;"));
}

function opensElement(html: string, at: number, closed: ReadonlySet<string>): boolean {
  if (/^<(?:!--|!doctype|!\[CDATA\[|\?)/i.test(html.slice(at, at + 9))) return true;
  tag.lastIndex = at;
  const [, end, name = "", rest = ""] = tag.exec(html) ?? [];
  if (end === undefined) return false;
  const lower = name.toLowerCase();
  const isKnown = isElement(name) || mathMl.has(lower) || name.includes(":") || closed.has(lower);
  return isKnown && (end === "/" || attributes.test(rest));
}
