import type { StructuralRuleId } from "../rules/structural-rules.ts";

export type ImagePath =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly rule: StructuralRuleId; readonly message: string; readonly fix: string };

/** Whether a file is named as an image that a question may show. */
export function isImage(path: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(path);
}

/** The path from the content folder of the image that `file` names by `url`; it never leaves the folder of its exam. */
export function parseImagePath(file: string, url: string): ImagePath {
  if (/^data:/i.test(url))
    return refuse(
      "remote-image",
      "the image is embedded in the text",
      "save it beside the question and use the file's name",
    );
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|\\\\)/i.test(url))
    return refuse(
      "remote-image",
      "the image is on another server",
      "save it beside the question and use the file's name",
    );
  if (url.length > 500)
    return refuse("image-outside", "the image's path is longer than 500 characters", "name a file beside the question");
  const decoded = decode(url.replace(/[?#].*$/s, ""));
  if (decoded === null || /[\0\\]/.test(decoded) || decoded.startsWith("/"))
    return refuse(
      "image-outside",
      "the image's path is not a relative path",
      "write a path from this file, with forward slashes",
    );
  const exam = file.split("/")[0] ?? "";
  const parts = file.split("/").slice(0, -1);
  for (const part of decoded.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
    if (parts[0] !== exam)
      return refuse(
        "image-outside",
        "the image's path leaves the folder of the exam",
        "move the image into the exam's folder",
      );
  }
  if (!isImage(decoded))
    return refuse(
      "image-type",
      "the file does not have an image extension",
      "use a .png, .jpg, .gif, .webp, .avif or .svg file",
    );
  return { ok: true, path: parts.join("/") };
}

function refuse(rule: StructuralRuleId, message: string, fix: string): ImagePath {
  return { ok: false, rule, message, fix };
}

/** Percent-decoded, or null where the encoding is broken. */
function decode(url: string): string | null {
  const bytes: number[] = [];
  for (const part of url.match(/%[0-9a-f]{2}|[^%]+|%/gi) ?? []) {
    if (part === "%") return null;
    if (part.startsWith("%")) bytes.push(Number.parseInt(part.slice(1), 16));
    else bytes.push(...new TextEncoder().encode(part));
  }
  const text = new TextDecoder().decode(Uint8Array.from(bytes));
  return text.includes("\uFFFD") ? null : text;
}
