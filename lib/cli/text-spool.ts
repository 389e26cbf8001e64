import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inWritable } from "./in-writable.ts";

const bufferBytes = 1024 * 1024;
/** Texts are mostly wanted in the order in which they came, so that what follows one is read with it. */
const windowBytes = 256 * 1024;

/**
 * Keeps texts until they are wanted, without filling the memory with them: beyond the first megabyte they are in a
 * temporary file that has no name and is gone with this process.
 */
export class TextSpool {
  private file: number | null = null;
  /** How many bytes the file holds; those after them are in the buffer. */
  private written = 0;
  private readonly buffer = Buffer.allocUnsafe(bufferBytes);
  private filled = 0;
  /** The last part of the file that was read, and its offset. */
  private window: Buffer = Buffer.alloc(0);
  private windowStart = 0;

  /** Returns what gives the text back. */
  put(text: string): () => string {
    const length = Buffer.byteLength(text);
    if (this.filled + length > bufferBytes) this.flush();
    const start = this.written + this.filled;
    if (length > bufferBytes) this.append(Buffer.from(text));
    else this.filled += this.buffer.write(text, this.filled);
    return () => this.read(start, length);
  }

  close(): void {
    if (this.file !== null) closeSync(this.file);
    this.file = null;
  }

  private read(start: number, length: number): string {
    if (start >= this.written) return this.buffer.toString("utf8", start - this.written, start - this.written + length);
    if (start < this.windowStart || start + length > this.windowStart + this.window.length) {
      this.window = this.bytesAt(start, Math.min(Math.max(length, windowBytes), this.written - start));
      this.windowStart = start;
    }
    const from = start - this.windowStart;
    return this.window.toString("utf8", from, from + length);
  }

  private bytesAt(start: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    for (let done = 0; done < length; ) {
      const read = readSync(this.opened(), bytes, done, length - done, start + done);
      if (read === 0) throw new Error("the temporary file is shorter than what was put into it");
      done += read;
    }
    return bytes;
  }

  private flush(): void {
    this.append(this.buffer.subarray(0, this.filled));
    this.filled = 0;
  }

  private append(bytes: Buffer): void {
    for (let done = 0; done < bytes.length; ) {
      const file = this.opened();
      const count = inWritable(tmpdir(), () => writeSync(file, bytes, done, bytes.length - done, this.written));
      done += count;
      this.written += count;
    }
  }

  private opened(): number {
    this.file ??= openNameless();
    return this.file;
  }
}

/** A file that only this process can find, and that a kill leaves nothing of. */
function openNameless(): number {
  const folder = inWritable(tmpdir(), () => mkdtempSync(join(tmpdir(), "mockdown-sync-")));
  try {
    return openSync(join(folder, "texts"), "wx+", 0o600);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
