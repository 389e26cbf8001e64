import { hash } from "node:crypto";

/**
 * Ids of options, from their Markdown (with single spaces) alone: an id stays when another option is edited, and says nothing of the key.
 * Equal texts are distinguished by a number.
 */
export function optionIds(sources: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return sources.map((source) => {
    const id = shortHash(source);
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? id : `${id}-${times}`;
  });
}

/** Ten base-36 digits, about 52 bits. */
function shortHash(text: string): string {
  const digits = hash("sha256", text, "hex").slice(0, 16);
  return BigInt(`0x${digits}`).toString(36).padStart(13, "0").slice(-10);
}
