import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { unwalkedPages, walkedPages } from "./e2e/walked-pages.ts";

it("every page is looked at in the pseudo-locale, or said not to be", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) =>
    /(^|\/)page\.tsx$/.test(file),
  );
  const pages = files.map((file) => `/${file.replace(/\/?page\.tsx$/, "")}`);
  const known = new Set<string>([...Object.values(walkedPages).flat(), ...unwalkedPages]);
  expect([...known].sort()).toEqual(pages.sort());
});
