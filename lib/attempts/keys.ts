/** What keys do on a question's page; their names and the words for it are in the catalogue. */
export const keyUses = ["choose", "ruleOut", "check", "steps", "flag", "time", "map", "help"] as const;
