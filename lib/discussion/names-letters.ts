/** Whether the HTML of a comment names options by letter; see `letterMark`. */
export function namesLetters(html: string): boolean {
  return html.includes("<span data-options=");
}
