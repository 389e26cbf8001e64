export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

/** Largest single text file an importer reads, in bytes: far above any real bank, far below what hurts. */
export const maxTextBytes = 32 * 1024 * 1024;

/**
 * The text of a foreign file: UTF-8, or UTF-16 with a byte order mark; line ends become `\n`. Anything else is refused
 * with the line it is on, because a guessed encoding would change questions silently.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length > maxTextBytes) {
    return { ok: false, reason: `the file has ${bytes.length} bytes; at most ${maxTextBytes} are read: split it` };
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4)
    return { ok: false, reason: "the file is a package or a spreadsheet, whatever its name says: export it as text" };
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  const text = decodeStrictly(bytes, encoding);
  if (text === null) {
    return {
      ok: false,
      reason: `line ${firstBadLine(bytes)} is not valid ${encoding.toUpperCase()}: save the file as UTF-8`,
    };
  }
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    return {
      ok: false,
      reason: `line ${text.slice(0, nul).split("\n").length} holds a NUL character: this is not a text file`,
    };
  }
  return { ok: true, text: text.replace(/\r\n?/g, "\n") };
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (let index = 0; index <= bytes.length; index++) {
    if (index < bytes.length && bytes[index] !== 10) continue;
    if (decodeStrictly(bytes.subarray(start, index), "utf-8") === null) return line;
    start = index + 1;
    line += 1;
  }
  return line;
}
