/** The prefix of every hash, which names the rule that made it. Older hashes have none: they were made from revision ids. */
export const hashRule = "w1-";
const whole = new RegExp(`^${hashRule}[0-9a-f]{16}$`);

/** Returns the hash that a link may carry, or null for an older hash, which depends on keys. */
export function sharedHash(hash: string): string | null {
  return hash.startsWith(hashRule) ? hash : null;
}

export type BankMatch = "same" | "changed" | "unknown";

/** Whether a link was made for the bank that is shown. Unknown for a link that is older, has no hash or was cut short. */
export function matchBank(linked: unknown, shown: string): BankMatch {
  if (typeof linked !== "string" || !whole.test(linked)) return "unknown";
  return linked === shown ? "same" : "changed";
}
