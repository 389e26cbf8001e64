import { changeProse } from "#lib/markdown/code-spans";
import type { SourceFile } from "../report.ts";
import { slugify } from "./slug.ts";

export interface AssetSource {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly readAsset: (path: string) => Uint8Array | null;
}

export interface WithAssets {
  readonly text: string;
  readonly assets: readonly SourceFile[];
  readonly notes: readonly string[];
}

const image =
  /!\[((?:[^\][\\]|\\.|\[[^\][]*\])*)\]\(\s*(?:<([^<>\n]*)>|([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*))(?:\s+(?:"([^"]*)"|'([^']*)'))?\s*\)/g;
const accepted = /\.(png|jpe?g|gif|webp|avif|svg)$/i;

/**
 * Finds the images of `text`, written in `file`, among the imported files and points the text at copies beside the
 * question: `images/<name>-<hash>.<type>`, so that equal names with other bytes never meet. An image that is remote,
 * missing, outside the import or of no accepted type becomes a link or visible words, and a note.
 */
export function takeImages(
  text: string,
  file: string,
  source: AssetSource,
  embedded?: ReadonlyMap<string, Uint8Array>,
): WithAssets {
  const assets = new Map<string, SourceFile>();
  const notes: string[] = [];
  const changed = withImages(text, ({ words: alt, address }) => {
    const url = decodeUrl(address);
    if (/^https?:\/\//i.test(url)) {
      notes.push(`image ${url} is on another server; it became a link: save it beside the question to show it`);
      return `[${alt || "image"}](${url})`;
    }
    const inline = readDataUrl(url);
    const path = inline === null ? insidePath(file, url) : inline.path;
    const bytes =
      inline?.bytes ??
      (path === null ? null : (embedded?.get(url) ?? source.files.get(path) ?? source.readAsset(path)));
    const type = accepted.exec(path ?? "")?.[0]?.toLowerCase();
    if (path === null || bytes === null || bytes === undefined || type === undefined) {
      const why =
        path === null
          ? "lies outside the import"
          : bytes
            ? "has an unsupported type"
            : "is not among the imported files";
      notes.push(`image ${url.slice(0, 200)} ${why}; words replace it`);
      return `(image missing: ${(alt || url.slice(0, 200)).replace(/[[\]]/g, "")})`;
    }
    const name = path.split("/").at(-1)?.slice(0, -type.length) ?? "";
    const target = `images/${slugify(name, 40)}-${contentHash(bytes)}${type === ".jpeg" ? ".jpg" : type}`;
    assets.set(target, { path: target, bytes });
    if (alt === "")
      notes.push(`image ${url} has no alternative text; its file name is used instead: say what it shows`);
    return `![${alt || name.replace(/[-_]+/g, " ").replace(/[[\]]/g, "")}](${target})`;
  });
  return { text: changed, assets: [...assets.values()], notes };
}

interface WrittenImage {
  /** The alternative text or, without one, the title. */
  readonly words: string;
  readonly address: string;
  /** The whole image as it is in the text. */
  readonly written: string;
  /** The same image at another address. */
  readonly at: (address: string) => string;
}

/** `text` with each image outside code replaced by what `change` makes of it. */
export function withImages(text: string, change: (image: WrittenImage) => string): string {
  if (!text.includes("![")) return text;
  const found: string[] = [];
  // Addresses are spans that `changeProse` leaves alone, so images are first swapped for signs from the private area.
  const marked = protectCode(text).replace(
    image,
    (written: string, alt: string, inBrackets?: string, bare?: string, quoted?: string, single?: string) => {
      const title = quoted ?? single?.replaceAll('"', "'");
      const at = (address: string) => `![${alt}](${address}${title === undefined ? "" : ` "${title}"`})`;
      found.push(change({ words: (alt || title || "").trim(), address: inBrackets ?? bare ?? "", written, at }));
      return `\uE100${found.length - 1}\uE101`;
    },
  );
  return restoreCode(marked).replace(/\uE100(\d+)\uE101/g, (_, index: string) => found[Number(index)] ?? "");
}

/** Hides "![" within code from the search for images. */
function protectCode(text: string): string {
  const prose: string[] = [];
  const without = changeProse(text, (part) => {
    prose.push(part);
    return part.replaceAll("![", "\uE102");
  });
  return without.replaceAll("![", "\uE103").replaceAll("\uE102", "![");
}

function restoreCode(text: string): string {
  return text.replaceAll("\uE103", "![");
}

/** `url` with its percent escapes read as UTF-8; wrong ones become replacement characters instead of an error. */
export function decodeUrl(url: string): string {
  return url.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    const bytes = Uint8Array.from(escaped.slice(1).split("%"), (hex) => Number.parseInt(hex, 16));
    return new TextDecoder().decode(bytes);
  });
}

/** The path that `url` means in `file`, normalised; null when it leaves the import or is not a relative path. */
export function insidePath(file: string, url: string): string | null {
  const bare = url.replace(/[?#].*$/, "").replace(/\\/g, "/");
  if (bare === "" || bare.startsWith("/") || /^[a-z][a-z0-9+.-]*:/i.test(bare) || bare.includes("\0")) return null;
  const path = file.split("/").slice(0, -1);
  for (const step of bare.split("/")) {
    if (step === "..") {
      if (path.pop() === undefined) return null;
    } else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

/** The bytes of an image written into its own address. */
function readDataUrl(url: string): { path: string; bytes: Uint8Array } | null {
  const match = /^data:image\/(png|jpe?g|gif|webp|avif|svg)(?:\+xml)?;base64,([A-Za-z0-9+/=\s]*)$/i.exec(url);
  const bytes = decodeBase64(match?.[2] ?? "");
  return match === null || bytes === null ? null : { path: `image.${match[1]?.toLowerCase() ?? "png"}`, bytes };
}

/** Bytes of base64 text, or null when it is none. */
export function decodeBase64(text: string): Uint8Array | null {
  const plain = text.replace(/\s/g, "");
  if (plain === "" || plain.length % 4 === 1 || !/^[A-Za-z0-9+/]*={0,2}$/.test(plain)) return null;
  return Uint8Array.from(atob(plain), (sign) => sign.charCodeAt(0));
}

/** FNV-1a of the bytes, 53 bits as 11 base-36 characters or fewer: tells files of one import apart, nothing more. */
function contentHash(bytes: Uint8Array): string {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (const byte of bytes) {
    low = Math.imul(low ^ byte, 0x01000193);
    high = Math.imul(high ^ byte ^ (low >>> 13), 0x85ebca6b);
  }
  return ((high >>> 11) * 4294967296 + (low >>> 0)).toString(36).slice(0, 8);
}
