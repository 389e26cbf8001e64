import { posix } from "node:path";
import type { QuestionDraft } from "#lib/content/draft";
import { parseCase } from "#lib/content/parse-case";
import { decodeSource } from "#lib/content/read/source";
import { splitFrontMatter } from "#lib/content/read/split-front-matter";
import { withCaseText } from "#lib/formats/shared/case-text";
import { decodeUrl, withImages } from "#lib/formats/shared/image-assets";

/** Inserts the text of the case before the question in `file` that is based on it; image paths are relative to that file. */
export function withItsCase(
  draft: QuestionDraft,
  file: string,
  slug: string,
  bytes: ReadonlyMap<string, Uint8Array>,
): QuestionDraft {
  const path = `${slug}/cases/${draft.case}.md`;
  const found = draft.case === null ? undefined : bytes.get(path);
  const source = found === undefined ? null : decodeSource({ path, bytes: found });
  if (source === null || !source.ok) return draft;
  const { scenario } = parseCase({ file: path, text: source.text, imageUrl: (address) => address });
  if (scenario === null) return draft;
  const text = withImages(splitFrontMatter(source.text).markdown.trim(), ({ address, written, at }) => {
    if (/^[a-z][a-z0-9+.-]*:|^\//i.test(address)) return written;
    const image = posix.join(posix.dirname(path), decodeUrl(address));
    return at(posix.relative(posix.dirname(file), image).split("/").map(encodeURIComponent).join("/"));
  });
  return withCaseText(draft, scenario.title, text);
}
