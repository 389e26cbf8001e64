/** `text` with every run of white space as one space, and none at its ends. Most spaces are already single. */
export function singleSpaced(text: string): string {
  return text.replace(/[^\S ]\s*| \s+/g, " ").trim();
}
