import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { accessDocument } from "./access-document.ts";

it("is docs/access.md: npm run content -- docs writes it", () => {
  expect(readFileSync("docs/access.md", "utf8")).toBe(accessDocument());
});
