import { expect, it } from "vitest";
import { weakestDomain } from "./weakest-domain.ts";

const domain = (id: string, points: number, answers: number, weight = 20) => ({
  id,
  weight,
  points,
  answers,
  available: 30,
  closed: 0,
  unseen: 10,
});

it("is the domain with the lowest expected share, by enough first answers", () => {
  expect(weakestDomain([domain("a", 8, 10), domain("b", 3, 10), domain("few", 0, 4)])?.id).toBe("b");
  expect(weakestDomain([domain("a", 5, 10, 10), domain("b", 5, 10, 40)])?.id).toBe("b");
});

it("is nobody's before there are enough answers, nor of somebody who missed nothing", () => {
  expect(weakestDomain([domain("a", 0, 4)])).toBeNull();
  expect(weakestDomain([domain("a", 10, 10)])).toBeNull();
});
