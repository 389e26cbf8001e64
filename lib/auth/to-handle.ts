const longestHandle = 40;

/**
 * What others write after @ to name a person: the display name in lower case, everything but letters, their marks and digits as
 * one hyphen. "Ada Lovelace" is @ada-lovelace. Empty for a name without letters or digits, who then cannot be named.
 */
export function toHandle(name: string): string {
  const words = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-/, "");
  // By code points, which must not be cut, and to no hyphen: nobody writes one at the end of a name.
  return [...words].slice(0, longestHandle).join("").replace(/-$/, "");
}
