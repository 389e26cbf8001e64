import fc from "fast-check";
import { expect, it } from "vitest";
import { inRun } from "../../../tests/support/run-length.ts";
import { gist, weightOf } from "./same-options.ts";

it("weighs options of one gist alike, so that a quick look misses none", () => {
  const piece = fc.constantFrom(
    "It",
    "a",
    "An",
    "THE",
    "they",
    "cats",
    "Scale",
    "B",
    "z9",
    "+",
    "#",
    " ",
    "\n",
    ".",
    "’",
    "ﬁ",
    "é",
    "(",
  );
  const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
  let alike = 0;
  fc.assert(
    fc.property(text, text, (a, b) => {
      if (gist(a) !== gist(b)) return;
      alike += 1;
      const [one, other] = [weightOf(a), weightOf(b)];
      if (one !== null && other !== null) expect(one).toBe(other);
    }),
    { numRuns: inRun(4_000, 20_000) },
  );
  expect(alike).toBeGreaterThan(200);
});

it("tells most other options apart, and leaves what is not ASCII to the long look", () => {
  expect(weightOf("It scales the weights.")).toBe(weightOf("it scales weights"));
  expect(weightOf("It scales the weights.")).not.toBe(weightOf("It drops units"));
  expect(weightOf("ﬁne")).toBeNull();
});
