import { Decompress } from "fzstd";
import { packageLimits } from "../qti/read-package.ts";

const magic = [0x28, 0xb5, 0x2f, 0xfd];
/** What Zstandard itself asks for at most. */
const largestWindow = 128 * 1024 * 1024;

/** Bytes that Zstandard packed (RFC 8878), or why they cannot be unpacked; at most `limit` bytes come out. */
export function unpackZstd(packed: Uint8Array, limit = packageLimits.totalBytes): Uint8Array | string {
  if (!magic.every((byte, index) => packed[index] === byte)) return "it is not packed with Zstandard";
  if (windowOf(packed) > largestWindow) return `it asks for more than ${largestWindow} bytes of memory`;
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Decompress((part) => {
    size += part.length;
    if (size > limit) throw new RangeError(`it has more than ${limit} bytes`);
    parts.push(part);
  });
  try {
    stream.push(packed, true);
  } catch (error) {
    // The library says by an error that a stranger's bytes are none of Zstandard's, as the limit does.
    return error instanceof Error ? error.message : String(error);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The bytes of memory that the first frame asks for: its window, or its size where it has no window. */
function windowOf(packed: Uint8Array): number {
  const [, , , , descriptor = 0, window = 0] = packed;
  const isSingle = (descriptor & 0x20) !== 0;
  if (!isSingle) return 2 ** (10 + (window >> 3)) * (1 + (window & 7) / 8);
  const sizeBytes = [1, 2, 4, 8][descriptor >> 6] ?? 1;
  const from = 5 + ([0, 1, 2, 4][descriptor & 3] ?? 0);
  return [...packed.subarray(from, from + sizeBytes)].reduce((sum, byte, index) => sum + byte * 256 ** index, 0);
}

/** A list of media as new versions of Anki write it: protobuf, `repeated MediaEntry = 1`, each with its `name = 1`. */
export function mediaEntryNames(bytes: Uint8Array): readonly string[] | null {
  const entries = fieldsOf(bytes);
  const names = entries?.filter(({ number }) => number === 1).map(({ value }) => nameOf(value));
  return names === undefined || names.includes(null) ? null : names.filter((name) => name !== null);
}

function nameOf(entry: Uint8Array): string | null {
  const name = fieldsOf(entry)?.find(({ number }) => number === 1);
  return name === undefined ? null : new TextDecoder().decode(name.value);
}

/** The fields of a protobuf message; those that are numbers have no value. Null where it is none. */
function fieldsOf(bytes: Uint8Array): readonly { number: number; value: Uint8Array }[] | null {
  const fields: { number: number; value: Uint8Array }[] = [];
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let place = 1; at < bytes.length; place *= 128) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 127) * place;
      if (byte < 128) return value;
    }
    return Number.NaN;
  };
  while (at < bytes.length) {
    const key = varint();
    if ((key & 7) === 0) varint();
    else if ((key & 7) === 2) {
      const length = varint();
      if (!(at + length <= bytes.length)) return null;
      fields.push({ number: key >> 3, value: bytes.subarray(at, at + length) });
      at += length;
    } else return null;
  }
  return fields;
}
