export const statsFormats = ["table", "csv", "json"] as const;
export type StatsFormat = (typeof statsFormats)[number];
