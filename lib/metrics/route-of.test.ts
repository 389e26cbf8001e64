import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { routeOf, routes } from "./route-of.ts";

it("knows every page and route of the app, and no other", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" });
  const own = files.filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file));
  const paths = own.map((file) => `/${file.replace(/\/?(page\.tsx|route\.ts)$/, "")}`);
  expect([...routes].sort()).toEqual(paths.sort());
});

it.each([
  ["/", "/"],
  ["/?from=mail", "/"],
  ["/exams/nca-genl/", "/exams/[exam]"],
  ["/attempts/4f1d/12", "/attempts/[id]/[n]"],
  ["/attempts/4f1d/result?all=1", "/attempts/[id]/result"],
  ["/exams/nca-genl/feed.xml", "/exams/[exam]/feed.xml"],
  ["/_next/static/chunks/a.js", "static"],
  ["/wp-login.php", "other"],
  ["/attempts/4f1d/12/13", "other"],
  ["*", "other"],
])("calls %s %s", (url, route) => expect(routeOf(url)).toBe(route));
