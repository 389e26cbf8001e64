import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Holds docs/asvs.md to what it says of itself. */
const text = readFileSync("docs/asvs.md", "utf8");
const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| ([12]) \| (.+?) \| (.+?) \| (.+) \|$/gm)].map(
  ([, id = "", level, , verdict = "", by = ""]) => ({ id, level, verdict, by }),
);
const count = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;

it("has each requirement once, with a verdict", () => {
  expect(rows.length).toBeGreaterThan(150);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(count("met") + count("partly") + count("not met")).toBe(rows.length);
});

it("counts them as they are", () => {
  const line = `**${rows.length} apply: ${count("met")} met, ${count("partly")} partly, ${count("not met")} not met.**`;
  expect(text).toContain(line);
});

it("names files that exist", () => {
  const files = rows.flatMap(({ by }) =>
    [...by.matchAll(/`((?:[\w-]+\/[^`\s]+|[\w-]+)\.(?:tsx?|mjs|md))`/g)].map((match) => match[1] ?? ""),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});
