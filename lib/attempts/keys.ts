/** Keyboard shortcuts on a question page; their names and descriptions are in the catalogue. */
export const keyUses = ["choose", "ruleOut", "check", "steps", "flag", "time", "map", "help"] as const;
