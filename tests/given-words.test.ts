import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { browserWords } from "./support/browser-words.ts";

const files = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((path) => !path.startsWith("styleguide"))
  .map((path) => join("app", path));
const pages = files.filter((file) => /\/(page|not-found)\.tsx$/.test(file));
const layouts = files.filter((file) => file.endsWith("/layout.tsx"));

/** The layouts around a page, and what is in its place when it fails. */
function around(page: string): string[] {
  const folders = dirname(page).split("/");
  return ["app/error.tsx", ...folders.map((_, i) => join(...folders.slice(0, i + 1), "layout.tsx"))];
}

const inLayout = browserWords(["app/layout.tsx", "app/error.tsx"]);

describe("the words that a page sends to the browser", () => {
  it.each(pages)("%s: are those of the rooms that its components use there", (page) => {
    const { given, used } = browserWords([page, ...around(page)]);
    expect([...used].filter((room) => !given.has(room))).toEqual([]);
  });

  it("are given to no page in vain", () => {
    const vain = pages.flatMap((page) => {
      const { given, used } = browserWords([page]);
      return [...given].filter((room) => !used.has(room)).map((room) => `${page} ${room}`);
    });
    expect(vain).toEqual([]);
  });

  it.each(layouts)("%s: gives none that no page within it uses", (layout) => {
    const within = [...pages, "app/error.tsx"].filter((page) => page.startsWith(dirname(layout)));
    const { used } = browserWords(within);
    expect([...browserWords([layout]).given].filter((room) => !used.has(room))).toEqual([]);
  });

  it("are few where nothing runs but the frame of the site", () => {
    expect([...inLayout.given]).toEqual(["pageError"]);
  });
});
