import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { version } from "./version.ts";

it("is the version of the package, and the changelog has a heading for it", () => {
  expect(JSON.parse(readFileSync("package.json", "utf8"))).toMatchObject({ version });
  expect(readFileSync("CHANGELOG.md", "utf8")).toMatch(new RegExp(`^## ${version.replaceAll(".", "\\.")} `, "m"));
});
