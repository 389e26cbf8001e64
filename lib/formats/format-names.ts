/** The names of the formats on the command line, by way: apart from the registry, so that help loads no format. */
export const importFormats = [
  "markdown-bank",
  "mdquiz",
  "markdown-letters",
  "gift",
  "aiken",
  "moodle-xml",
  "qti",
  "qti12",
  "anki",
  "apkg",
  "csv",
  "json",
  "text2qti",
] as const;

export const exportFormats = [
  "gift",
  "aiken",
  "moodle-xml",
  "qti",
  "qti12",
  "anki",
  "apkg",
  "csv",
  "text2qti",
  "paper",
] as const;

export type FormatName = (typeof importFormats | typeof exportFormats)[number];
