import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** The oldest versions without a known hole that concerns us; reviewed at each upgrade, since no audit service is asked. */
const floors: Readonly<Record<string, string>> = {
  next: "16.3.8",
  react: "19.2.6",
  "react-dom": "19.2.6",
  "better-auth": "1.7.0",
  "@prisma/client": "7.10.0",
};

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, { version?: string }>;
};

it.each(Object.entries(floors))("%s is at least %s", (name, floor) => {
  const installed = lock.packages[`node_modules/${name}`]?.version ?? "0";
  expect(compare(installed, floor), `${installed} is below ${floor}`).toBeGreaterThanOrEqual(0);
});

function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  const index = [0, 1, 2].find((i) => left?.[i] !== right?.[i]);
  return index === undefined ? 0 : (left?.[index] ?? 0) - (right?.[index] ?? 0);
}
