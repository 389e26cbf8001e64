import { expect, it } from "vitest";
import { addressOf, type Place } from "./place.ts";

const place: Place = { path: "/q", questionPath: "/q", sort: "newest", usualSort: "newest", after: undefined };

it("an address in a thread says its order where the reader would not see it anyway, and with every cursor", () => {
  expect(addressOf(place)).toBe("/q#discussion");
  expect(addressOf({ ...place, sort: "top" })).toBe("/q?sort=top#discussion");
  expect(addressOf({ ...place, after: "x" })).toBe("/q?sort=newest&after=x#discussion");
});
