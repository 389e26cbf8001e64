export const problemFormats = ["text", "json", "sarif"] as const;
export type ProblemFormat = (typeof problemFormats)[number];
