import type { Definition, Nodes, Root, Text } from "mdast";
import type { OptionReference, RichText } from "#lib/exam/question";
import { definitionsOf, type HtmlPieces, writeHtml } from "#lib/markdown/write-html";
import { parseImagePath } from "./image-path.ts";

/** Where images are served, and which exist. */
export interface ImageContext {
  /** The address of the image at `path` (from the content folder), or null when there is no such file. */
  readonly imageUrl: (path: string) => string | null;
}

/** Turns the nodes of one file into HTML, and keeps account of the images used. */
export class ContentWriter {
  readonly assets = new Set<string>();
  private readonly definitions: ReadonlyMap<string, Definition>;
  private readonly file: string;
  private readonly images: ImageContext;
  private readonly mathFailed: (node: Nodes, message: string) => void;

  constructor(file: string, root: Root, images: ImageContext, mathFailed: (node: Nodes, message: string) => void) {
    this.file = file;
    this.images = images;
    this.mathFailed = mathFailed;
    this.definitions = definitionsOf(root);
  }

  html(nodes: readonly Nodes[]): string {
    return this.write<never>(nodes).join("");
  }

  richText(nodes: readonly Nodes[], cut: ReadonlyMap<Text, readonly (string | OptionReference)[]>): RichText {
    return this.write<OptionReference>(nodes, (node) => cut.get(node) ?? [node.value]);
  }

  /** The address that a link or image reference leads to. */
  urlOf(node: Nodes): string | null {
    if (node.type === "link" || node.type === "image") return node.url;
    if (node.type === "linkReference" || node.type === "imageReference")
      return this.definitions.get(node.identifier)?.url ?? null;
    return null;
  }

  private write<T>(nodes: readonly Nodes[], text?: (node: Text) => readonly (string | T)[]): HtmlPieces<T> {
    return writeHtml<T>(nodes, {
      definitions: this.definitions,
      image: (url) => this.image(url),
      mathFailed: this.mathFailed,
      ...(text ? { text } : {}),
    });
  }

  private image(url: string): string | null {
    const path = parseImagePath(this.file, url);
    if (!path.ok) return null;
    const address = this.images.imageUrl(path.path);
    if (address !== null) this.assets.add(path.path);
    return address;
  }
}
