import { expect, it } from "vitest";
import { pathBefore } from "./path-before.ts";

const before = (referer: string | null, site = "same-origin") =>
  pathBefore(new Headers({ "sec-fetch-site": site, ...(referer !== null && { referer }) }));

it("leads back to the page of this site that one comes from", () => {
  expect(before("https://exams.test/attempts/1/7")).toBe("/attempts/1/7");
  expect(before("https://exams.test/exams/sample/questions/q?sort=newest")).toBe(
    "/exams/sample/questions/q?sort=newest",
  );
});

it("leads home from elsewhere, from the doors themselves, and where nothing is said", () => {
  for (const [referer, site] of [
    ["https://evil.test/account", "cross-site"],
    ["https://exams.test/sign-up", "same-origin"],
    ["https://exams.test/sign-in/code?returnTo=/plan", "same-origin"],
    ["https://exams.test//evil.test", "same-origin"],
    ["no address", "same-origin"],
    [null, "same-origin"],
  ] as const)
    expect(before(referer, site), String(referer)).toBe("/");
});
