import { expect, it } from "vitest";
import { BodiesInFlight } from "./bodies-in-flight.ts";

const mebibyte = 1024 * 1024;

it("refuses the oldest of the large bodies when all together hold too much, and never a small one", () => {
  const bodies = new BodiesInFlight();
  const refused: string[] = [];
  const begin = (name: string) => bodies.begin(() => refused.push(name));
  begin("small").holds(60 * 1024);
  begin("first").holds(16 * mebibyte);
  const second = begin("second");
  second.holds(16 * mebibyte);
  expect(refused).toEqual([]);
  const third = begin("third");
  third.holds(mebibyte);
  expect(refused).toEqual(["first"]);
  third.holds(16 * mebibyte);
  expect(refused).toEqual(["first"]);
  second.end();
  begin("fourth").holds(16 * mebibyte);
  expect(refused).toEqual(["first"]);
});
