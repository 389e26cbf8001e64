import { expect, it } from "vitest";
import { bearsToken } from "./bears-token.ts";

const token = "a token of some length";

it.each([
  [`Bearer ${"x".repeat(22)}`, false],
  ["Bearer atoken", true],
  ["bearer  atoken", true],
  ["Basic atoken", false],
  ["atoken", false],
  ["Bearer atoken more", false],
  ["", false],
  [null, false],
])("%s: %s", (header, expected) => expect(bearsToken(header, "atoken")).toBe(expected));

it("takes no part of the token for the token", () => expect(bearsToken("Bearer a", token)).toBe(false));
