export interface SplitSource {
  /** What is between the two lines of hyphens; null when the text does not begin with front matter. */
  readonly yaml: string | null;
  /** The whole text with its front matter blanked, so that every place in it is a place in the file. */
  readonly markdown: string;
}

/** Parts the front matter, which begins in line 2, from the Markdown under it. */
export function splitFrontMatter(text: string): SplitSource {
  const match = /^---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/.exec(text);
  if (!match) return { yaml: null, markdown: text };
  const [whole, yaml = ""] = match;
  const blank = whole.split("\n").map((line) => " ".repeat(line.length));
  return { yaml, markdown: blank.join("\n") + text.slice(whole.length) };
}
