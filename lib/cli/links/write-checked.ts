import { isDeepStrictEqual } from "node:util";
import { questionFrontMatter } from "#lib/content/read/front-matter";
import { parseFrontMatter } from "#lib/content/read/parse-front-matter";

const head = /^(\uFEFF?---[ \t]*(\r?\n))([\s\S]*?)(?=---[ \t]*(?:\r?\n|$))/;

/**
 * The text of a question file (as it is on the disk) with `checked: <day>` in its front matter, and every other character
 * as it was. Null where the front matter is not right, or cannot be changed with certainty.
 */
export function writeChecked(text: string, day: string): string | null {
  const [whole, opening = "", lineEnd = "", keys = ""] = head.exec(text) ?? [];
  if (whole === undefined) return null;
  const line = /^checked[ \t]*:[^\r\n]*/m;
  const written = line.test(keys) ? keys.replace(line, `checked: ${day}`) : `${keys}checked: ${day}${lineEnd}`;
  const [before, after] = [keysOf(keys), keysOf(written)];
  if (before === null || !isDeepStrictEqual({ ...before, checked: day }, after)) return null;
  return opening + written + text.slice(whole.length);
}

function keysOf(keys: string) {
  return parseFrontMatter("", keys.replaceAll("\r\n", "\n"), 2, questionFrontMatter).value;
}
