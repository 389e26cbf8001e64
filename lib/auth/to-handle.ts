const longestHandle = 40;

/**
 * What others write after @ to name a person: the display name in lower case, everything but letters and digits as one
 * hyphen. "Ada Lovelace" is @ada-lovelace. Empty for a name without letters or digits, who then cannot be named.
 */
export function toHandle(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, longestHandle);
}
