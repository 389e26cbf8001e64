import type { Nodes, Text } from "mdast";
import type { Definitions } from "#lib/markdown/parse-markdown";
import { type HtmlOptions, type HtmlPieces, longestBlockMs, writeHtml } from "#lib/markdown/write-html";
import { parseImagePath } from "../read/image-path.ts";
import type { StructuralRuleId } from "../rules/structural-rules.ts";

/** Where images are served, and which exist. */
export interface ImageContext {
  /** The address of the image at `path` (from the content folder), or null when there is no such file. */
  readonly imageUrl: (path: string) => string | null;
}

/** Turns the nodes of one file into HTML, and keeps account of the images used. */
export class ContentWriter {
  readonly assets = new Set<string>();
  private readonly definitions: Definitions;
  private readonly options: HtmlOptions;

  constructor(
    file: string,
    definitions: Definitions,
    { imageUrl }: ImageContext,
    report: (rule: StructuralRuleId, node: Nodes, message: string, fix: string) => void,
  ) {
    this.definitions = definitions;
    const image = (url: string): string | null => {
      const path = parseImagePath(file, url);
      const address = path.ok ? imageUrl(path.path) : null;
      if (path.ok && address !== null) this.assets.add(path.path);
      return address;
    };
    const mathFailed = (node: Nodes, message: string): void =>
      report(
        "bad-math",
        node,
        `the formula cannot be rendered: ${message}`,
        "fix the LaTeX, or write \\$ for a dollar sign that does not start a formula",
      );
    const codeStopped = (node: Nodes): void =>
      report(
        "slow-code",
        node,
        `the highlighter did not finish this block within ${longestBlockMs / 1000} s; it is shown without colours`,
        "shorten it, split it into several blocks, or leave out the language after the fence",
      );
    this.options = { definitions, image, mathFailed, codeStopped };
  }

  html(nodes: readonly Nodes[]): string {
    return writeHtml(nodes, this.options).join("");
  }

  richText<T>(nodes: readonly Nodes[], cut: ReadonlyMap<Text, readonly (string | T)[]>): HtmlPieces<T> {
    if (cut.size === 0) return writeHtml(nodes, this.options);
    return writeHtml<T>(nodes, { ...this.options, text: (node) => cut.get(node) ?? [node.value] });
  }

  /** The address that a link or image reference leads to. */
  urlOf(node: Nodes): string | null {
    if (node.type === "link" || node.type === "image") return node.url;
    if (node.type === "linkReference" || node.type === "imageReference")
      return this.definitions.get(node.identifier)?.url ?? null;
    return null;
  }
}
