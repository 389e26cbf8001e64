import type { Nodes } from "mdast";
import type { Place } from "#lib/content/problem";
import { decodeSource, type SourceFile } from "#lib/content/read/source";
import { splitFrontMatter } from "#lib/content/read/split-front-matter";
import { parseMarkdown } from "#lib/markdown/parse-markdown";

/** A link of a file, where it stands. */
export interface FoundAddress {
  readonly file: string;
  readonly place: Place;
  /** An http or https address in its normal form, with its fragment. */
  readonly url: string;
}

/** Every web address that the Markdown files of a content folder link to. README files are left out. */
export function findAddresses(files: readonly SourceFile[]): readonly FoundAddress[] {
  return files.filter(({ path }) => path.endsWith(".md") && !/(?:^|\/)readme\.md$/i.test(path)).flatMap(addressesOf);
}

function addressesOf(file: SourceFile): readonly FoundAddress[] {
  const decoded = decodeSource(file);
  if (!decoded.ok || file.unread !== undefined) return [];
  const parsed = parseMarkdown(splitFrontMatter(decoded.text).markdown);
  if (!parsed.ok) return [];
  return linksIn(parsed.root).flatMap((link) => {
    if (!URL.canParse(link.url)) return [];
    const { protocol, href } = new URL(link.url);
    const { line = 1, column = 1 } = link.position?.start ?? {};
    return /^https?:$/.test(protocol) ? [{ file: file.path, place: { line, column }, url: href }] : [];
  });
}

function linksIn(node: Nodes): readonly Extract<Nodes, { type: "link" | "definition" }>[] {
  if (node.type === "link" || node.type === "definition") return [node];
  return "children" in node ? (node.children as Nodes[]).flatMap(linksIn) : [];
}
