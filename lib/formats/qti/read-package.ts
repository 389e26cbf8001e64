import { Inflate } from "fflate";
import type { SourceFile } from "../report.ts";

export type PackageResult =
  | { readonly ok: true; readonly files: readonly SourceFile[]; readonly notices: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/** What a package may hold; a question bank with images stays far below. */
export const packageLimits = { entries: 20_000, entryBytes: 32 * 1024 * 1024, totalBytes: 256 * 1024 * 1024 };

interface Entry {
  readonly path: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

class Refusal extends Error {}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * The files of a zip package. Refuses names that leave the package, links, encryption, two entries of one name, and
 * anything beyond `packageLimits`: sizes are checked as declared and again while inflating, so a false declaration
 * costs no memory. File format: PKWARE APPNOTE 4.3, central directory without zip64.
 */
export function readPackage(bytes: Uint8Array, limits = packageLimits): PackageResult {
  try {
    const notices: string[] = [];
    const entries = readDirectory(bytes, limits, notices);
    const files = entries.map((entry) => ({ path: entry.path, bytes: unpack(bytes, entry) }));
    return { ok: true, files, notices };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.message };
    throw error;
  }
}

function readDirectory(bytes: Uint8Array, limits: typeof packageLimits, notices: string[]): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff)
    throw new Refusal("the package is a zip64 archive, larger than any question bank");
  if (count > limits.entries) throw new Refusal(`the package has ${count} entries; at most ${limits.entries} are read`);
  const entries: Entry[] = [];
  const names = new Set<string>();
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw new Refusal("the package's table of contents is broken");
    const nameLength = view.getUint16(at + 28, true);
    const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
    const name = new TextDecoder().decode(rawName).replace(/\\/g, "/");
    const flags = view.getUint16(at + 8, true);
    const mode = view.getUint32(at + 38, true) >>> 16;
    const entry: Entry = {
      path: name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (name.endsWith("/")) continue;
    checkName(name);
    if (/^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db)$/.test(name)) {
      notices.push(`${name} is an operating system file; it was left out`);
      continue;
    }
    if ((mode & 0o170000) === 0o120000) throw new Refusal(`"${name}" is a link; a package may only contain files`);
    if ((flags & 1) === 1) throw new Refusal(`"${name}" is encrypted`);
    if (entry.method !== 0 && entry.method !== 8)
      throw new Refusal(`"${name}" is packed by a method other than deflate`);
    if (names.has(name)) throw new Refusal(`"${name}" is in the package twice`);
    names.add(name);
    total += entry.size;
    if (entry.size > limits.entryBytes)
      throw new Refusal(`"${name}" has ${entry.size} bytes; at most ${limits.entryBytes} are read`);
    if (total > limits.totalBytes) throw new Refusal(`the package unpacks to more than ${limits.totalBytes} bytes`);
    entries.push(entry);
  }
  return entries;
}

/** The end record is in the last 64 KiB, behind at most a comment. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new Refusal("this is not a complete zip package");
}

function checkName(name: string): void {
  const steps = name.split("/");
  const outside =
    name === "" || name.startsWith("/") || /^[a-zA-Z]:/.test(name) || steps.includes("..") || steps.includes(".");
  if (outside || name.includes("\0") || name.length > 500) {
    throw new Refusal(`the entry name "${name.slice(0, 100)}" points outside the package: nothing was read`);
  }
}

function unpack(bytes: Uint8Array, entry: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50)
    throw new Refusal(`"${entry.path}" is not where the package says`);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packedSize);
  if (packed.length !== entry.packedSize) throw new Refusal(`"${entry.path}" is cut off`);
  const content = entry.method === 0 ? packed : inflate(packed, entry);
  if (content.length !== entry.size)
    throw new Refusal(`"${entry.path}" does not have the ${entry.size} bytes that the package declares`);
  if (crc32(content) !== entry.crc) throw new Refusal(`"${entry.path}" is damaged: its checksum is wrong`);
  return content;
}

/** Inflates in small steps, so that a bomb is noticed after at most one step beyond its declared size. */
function inflate(packed: Uint8Array, entry: Entry): Uint8Array {
  const content = new Uint8Array(entry.size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > entry.size)
      throw new Refusal(`"${entry.path}" unpacks to more than the ${entry.size} bytes that the package declares`);
    content.set(chunk, length);
    length += chunk.length;
  });
  const step = 4096;
  try {
    for (let at = 0; at < packed.length; at += step)
      stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(`"${entry.path}" is damaged: it cannot be unpacked`);
  }
  return content.subarray(0, length);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
