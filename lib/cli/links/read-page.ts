import { type DefaultTreeAdapterTypes, parse } from "parse5";

/** What a page of HTML says of itself. */
export interface Page {
  readonly title: string;
  /** Every place that a fragment can name. */
  readonly places: ReadonlySet<string>;
  /** Whether scripts write what is read, so that what is missing here says nothing. */
  readonly isShell: boolean;
}

/** A page with less text of its own than this, and with a script, is written by the script. */
const leastText = 200;

export function readPage(html: string): Page {
  const places = new Set<string>();
  let title = "";
  let text = 0;
  let hasScript = false;
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if (node.nodeName === "#text" && "value" in node) text += node.value.trim().length;
    if ("tagName" in node) {
      if (node.tagName === "title" && title === "") title = textOf(node).replace(/\s+/g, " ").trim();
      if (node.tagName === "script") hasScript = true;
      if (["title", "script", "style", "noscript"].includes(node.tagName)) return;
      for (const { name, value } of node.attrs)
        if (name === "id" || (name === "name" && node.tagName === "a")) places.add(value);
    }
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return { title, places, isShell: hasScript && text < leastText };
}

function textOf(node: DefaultTreeAdapterTypes.Element): string {
  return node.childNodes.map((child) => ("value" in child ? child.value : "")).join("");
}

/** Whether the title is one that pages have which say that there is no page. */
export function soundsMissing(title: string): boolean {
  return /\b(?:404|410|not found|no longer (?:exists|available)|does(?:n['’]t| not) exist|page (?:gone|missing|unavailable)|nicht gefunden|introuvable|no encontrad[ao]|não encontrad[ao]|non trovat[ao])\b/i.test(
    title,
  );
}

/**
 * Whether `page` has the place that `fragment` (without #) names. True where a page cannot say: code lines, routes and text
 * fragments are the browser's or a script's affair.
 */
export function hasPlace(page: Page, fragment: string): boolean {
  if (page.isShell || /^(?:$|top$|:~:|[!/]|L\d+|[^=]+=)/i.test(fragment)) return true;
  const names = [fragment, decoded(fragment)];
  // GitHub puts this before the names of headings, and takes it away again by script.
  return names.some((name) => page.places.has(name) || page.places.has(`user-content-${name}`));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
