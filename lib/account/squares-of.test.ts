import { expect, it } from "vitest";
import { squaresOf } from "./squares-of.ts";

it("draws each dark square at its row and column, and nothing else", () => {
  const rows = [
    [true, false],
    [false, true],
  ];
  expect(squaresOf(rows)).toEqual({ path: "M0 0h1v1h-1zM1 1h1v1h-1z", size: 2 });
});
