/** The one piece of raw HTML that means what it says: tables have no other way to break a line. */
export function isLineBreak(html: string): boolean {
  return /^<br\s*\/?>$/i.test(html);
}

/** What is left of raw HTML to show as text. */
export function withoutComments(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)/g, "");
}
