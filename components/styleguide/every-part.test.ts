import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, it } from "vitest";
import { questionKinds } from "#lib/exam/question";
import { sampleOf } from "./samples.ts";

/** They send what is typed to the server, and are made of parts that are shown. */
const forms = ["components/question/check-form.tsx", "components/question/single-question.tsx"];

/** Every component that a file uses, itself or through others. */
function used(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name = ""] of readFileSync(file, "utf8").matchAll(/from "(#components\/[^"]+|\.\/[^"]+\.tsx)"/g)) {
    const next = name.startsWith("#") ? `${name.slice(1)}.tsx` : normalize(join(dirname(file), name));
    used(next, seen);
  }
  return seen;
}

it("shows every part of the design and of a question", () => {
  const all = ["components/ui", "components/question"].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".tsx"))
      .map((name) => `${folder}/${name}`),
  );
  const shown = used("app/styleguide/page.tsx");
  expect(all.filter((file) => !shown.has(file) && !forms.includes(file))).toEqual([]);
});

it("shows every colour of the design", () => {
  const colours = [...readFileSync("app/globals.css", "utf8").matchAll(/--color-([\w-]+):/g)].map((match) => match[1]);
  const source = readFileSync("components/styleguide/ui-parts.tsx", "utf8");
  const missing = colours.filter(
    (name) => !new RegExp(`["-, ](bg|text|border)-${name}["\\s]|[" ]${name}[",]`).test(source),
  );
  expect(colours.length).toBeGreaterThan(10);
  expect(missing).toEqual([]);
});

it.each(questionKinds)("shows %s right, wrong and blank as what they are", (kind) => {
  const points = new Map(sampleOf(kind).states.map(({ title, secret }) => [title, secret?.points]));
  expect(points.get("Right")).toBe(1);
  expect(points.get("Wrong, or partly right")).toBeLessThan(1);
  expect(points.get("Left blank")).toBe(0);
});
