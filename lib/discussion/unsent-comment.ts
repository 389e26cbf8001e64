import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { z } from "zod";
import { longestComment } from "./longest-comment.ts";

const shape = z.object({
  writerId: z.string().min(1).max(64),
  /** See `placeOf`. */
  place: z.string().max(400),
  markdown: z.string().max(2 * longestComment),
  optionIds: z.array(z.string().max(64)).max(50),
});

/** The text of someone whose session had ended. The next person who signs in on the device sees it only if they wrote it. */
export type UnsentComment = Readonly<z.infer<typeof shape>>;

/** With its name, browsers keep a cookie of at most 4,096 bytes. */
const longestValue = 4_000;
/** In bytes: more than the longest comment takes. */
const maxOutputLength = 128 * 1024;

/**
 * Names the form of one question in which something was written. `comment` is the one it answers or edits; empty for
 * neither.
 */
export function placeOf(examSlug: string, questionName: string, comment: string): string {
  return `${examSlug}/${questionName}/${comment}`;
}

/** The value of a cookie; null if it does not fit into a cookie, which holds some 8,000 Latin letters. */
export function packUnsent(unsent: UnsentComment): string | null {
  const value = brotliCompressSync(JSON.stringify(unsent)).toString("base64url");
  return value.length <= longestValue ? value : null;
}

/** Null for anything that was not packed here: a cookie may come from anywhere. */
export function unpackUnsent(value: string): UnsentComment | null {
  try {
    const text = brotliDecompressSync(Buffer.from(value, "base64url"), { maxOutputLength }).toString();
    return shape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
