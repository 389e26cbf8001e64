import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { shots } from "./screenshots/shots.ts";

const folder = "docs/images";
const texts = ["README.md", ...readdirSync("docs").flatMap((name) => (name.endsWith(".md") ? [`docs/${name}`] : []))];
/** The pictures that a text shows, by Markdown or by HTML. */
const shown = (path: string) =>
  [...readFileSync(path, "utf8").matchAll(/(?:\]\(|srcset="|src=")(?:docs\/)?images\/([\w-]+\.\w+)/g)].map(
    ([, file]) => file,
  );

it("every picture of the documentation is one that `npm run screenshots` takes, is there and is shown", () => {
  const taken = shots.map(({ file }) => file).sort();
  expect(readdirSync(folder).sort()).toEqual(taken);
  expect([...new Set(texts.flatMap(shown))].sort()).toEqual(taken);
});

it("they show both themes, and a phone", () => {
  expect(new Set(shots.map(({ theme }) => theme))).toEqual(new Set(["light", "dark"]));
  expect(shots.some(({ size: [width] }) => width < 400)).toBe(true);
});
