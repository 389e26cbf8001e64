const longestHandle = 40;

/**
 * What others write after @ to mention a person: the display name in lower case, with one hyphen for each run of
 * anything except letters, their marks and digits. "Ada Lovelace" is @ada-lovelace. Empty for a name without letters or
 * digits, which cannot be mentioned.
 */
export function toHandle(name: string): string {
  const words = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-/, "");
  // Cut between code points, and without a trailing hyphen, because a mention would not include it.
  return [...words].slice(0, longestHandle).join("").replace(/-$/, "");
}
