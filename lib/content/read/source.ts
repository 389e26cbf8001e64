import { isUtf8 } from "node:buffer";
import type { Problem } from "../problem.ts";
import { structuralProblem } from "../rules/structural-rules.ts";

/** A file as it was found; `path` has forward slashes and starts at the content folder. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Why there are no bytes; absent when it was read. */
  readonly unread?: string;
  /** What to do about that; absent where it is a matter of rights and links. */
  readonly remedy?: string;
}

/** 256 KiB: far more than any question needs. */
export const largestFile = 262_144;

export type DecodedSource =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The text of a file with `\n` line ends and without byte order mark, or why it cannot be read. */
export function decodeSource({ path, bytes }: SourceFile): DecodedSource {
  const start = { line: 1, column: 1 };
  if (bytes.length > largestFile)
    return refuse(
      path,
      "file-too-large",
      start,
      `the file has ${bytes.length} bytes`,
      `a content file may have at most ${largestFile}: split it`,
    );
  if (!isUtf8(bytes))
    return refuse(
      path,
      "not-utf8",
      firstBadPlace(bytes),
      "the file is not valid UTF-8",
      isUtf16(bytes) ? "it is UTF-16: save it with the encoding UTF-8" : "save it with the encoding UTF-8",
    );
  const text = anyText(bytes);
  const nul = text.indexOf("\0");
  if (nul >= 0)
    return refuse(
      path,
      "nul-character",
      placeAt(text, nul),
      "the file holds a NUL character",
      "save it as text with the encoding UTF-8: this is UTF-16, a binary file or a damaged one",
    );
  return { ok: true, text };
}

const decoder = new TextDecoder();

/** The same of any bytes, with signs in place of what is no UTF-8: to be shown, not to be read. */
export function anyText(bytes: Uint8Array): string {
  const text = decoder.decode(bytes);
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function refuse(...problem: Parameters<typeof structuralProblem>): DecodedSource {
  return { ok: false, problems: [structuralProblem(...problem)] };
}

/** Where the lines of the text begin that was asked about last: a file is asked about many times in a row. */
let lines: { readonly text: string; readonly starts: readonly number[] } = { text: "", starts: [0] };

/** The place of `offset` (UTF-16 code units from the start) in `text`. */
export function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  if (lines.text !== text) lines = { text, starts: [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)] };
  let low = 0;
  let high = lines.starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (lines.starts[low] ?? 0) + 1 };
}

/** Where decoding goes wrong first: the length of the longest valid beginning, by halving. */
function firstBadPlace(bytes: Uint8Array): { readonly line: number; readonly column: number } {
  const decoded = new TextDecoder().decode(bytes);
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isUtf8(completeCharacters(bytes.subarray(0, middle)))) valid = middle;
    else invalid = middle;
  }
  const prefix = new TextDecoder().decode(completeCharacters(bytes.subarray(0, valid)));
  return placeAt(decoded.replace(/\r\n?/g, "\n"), prefix.replace(/\r\n?/g, "\n").length);
}

/** `bytes` without a character that is cut off at the end. */
function completeCharacters(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.subarray(0, bytes.length - back) : bytes;
    }
    if (byte < 0x80) return bytes;
  }
  return bytes;
}
