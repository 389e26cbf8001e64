const collective =
  /^(?:all|none|both|neither|any)(?:\s+of)?\s+(?:the\s+)?(?:above|foregoing|preceding|previous|these|those|listed|others?)(?:\s+(?:options|answers|choices|statements|ones))?(?:\s+(?:is|are)\s+(?:correct|true|right))?[.!]?$/i;

/** True for an option that speaks of the others: "All of the above". */
export function isCollective(text: string): boolean {
  return collective.test(text.trim());
}

/** How many options at the end stay last when the others are shuffled. */
export function pinnedCount(texts: readonly string[]): number {
  const firstAtEnd = texts.findLastIndex((text) => !isCollective(text)) + 1;
  return texts.length - firstAtEnd;
}
