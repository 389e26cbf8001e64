import { expect, it } from "vitest";
import { type Visits, visitsAfter } from "./visits.ts";

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 12, minutes));
const never: Visits = { seenAt: null, seenBefore: null };
const after = (...looks: readonly number[]) =>
  looks.reduce<Visits>((visits, minutes) => visitsAfter(visits, at(minutes)), never);

it("what came since the last visit is new for the whole of the next one, and no longer", () => {
  expect(after(0).seenBefore, "to a first visitor nothing is").toBeNull();
  expect(after(0, 60).seenBefore).toEqual(at(0));
  expect(after(0, 60, 61, 80, 105).seenBefore, "a visit goes on while its reader looks").toEqual(at(0));
  expect(after(0, 60, 120).seenBefore).toEqual(at(60));
});

it("a second look within five minutes changes nothing that is kept", () => {
  const visits = after(0, 60);
  expect(visitsAfter(visits, at(64))).toBe(visits);
  expect(visitsAfter(visits, at(65))).not.toBe(visits);
});
