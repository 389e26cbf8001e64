import { expect, it } from "vitest";
import { hasPlace, readPage, soundsMissing } from "./read-page.ts";

const page = readPage(
  `<title>A page</title><h2 id=one>One</h2><a name="two"></a><h2 id="user-content-three">3</h2><h2 id="é">4</h2><template><p id=x></template>`,
);

it.each(["one", "two", "three", "%C3%A9", "é", "", "top", ":~:text=One", "L12-L20", "/route", "page=3"])(
  "a fragment #%s is not a cause for alarm",
  (fragment) => {
    expect(hasPlace(page, fragment)).toBe(true);
  },
);

it("a fragment that the page does not have is reported", () => {
  expect(hasPlace(page, "four")).toBe(false);
  expect(hasPlace(page, "%")).toBe(false);
});

it("a page that a script writes says nothing about its places", () => {
  expect(hasPlace(readPage("<div id=root></div><script>start()</script>"), "four")).toBe(true);
});

it.each(["404 Not Found", "Page not found | Site", "Seite nicht gefunden", "This page does not exist"])(
  "%s is the title of a page that is missing",
  (title) => expect(soundsMissing(title)).toBe(true),
);

it.each(["Attention Is All You Need", "RFC 4040", "Finding what was lost"])("%s is the title of a page", (title) =>
  expect(soundsMissing(title)).toBe(false),
);
