import { expect, it } from "vitest";
import { readAnswer, readGiven } from "./read-answer.ts";

function order(...places: readonly (readonly [id: string, place: string])[]) {
  const form = new FormData();
  for (const [id, place] of places) form.set(`place:${id}`, place);
  return readAnswer("ordering", form);
}

it("keeps each entry of an order at the place that it was given, also while others have none", () => {
  expect(order(["a", "3"], ["b", ""], ["c", "1"])).toEqual({ kind: "ordering", optionIds: ["c", "", "a"] });
  expect(order(["a", "2"], ["b", "1"])).toEqual({ kind: "ordering", optionIds: ["b", "a"] });
});

it("takes no order in which two entries have one place, and none without an entry", () => {
  expect(order(["a", "1"], ["b", "1"])).toBeNull();
  expect(order(["a", ""], ["b", ""])).toBeNull();
});

it("makes no long list of a place that somebody made up", () => {
  expect(order(["a", "4000000000"], ["b", "1"])).toEqual({ kind: "ordering", optionIds: ["b"] });
});

it('takes "I don\'t know" for what it says, whatever the fields hold', () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ "place:a": "1", "place:b": "1" })) form.set(name, value);
  expect(readGiven("ordering", form)).toBe("place-shared");
  form.set("intent", "dont-know");
  expect(readGiven("ordering", form)).toEqual({ kind: "dont-know" });
  form.set("intent", "check");
  form.set("place:b", "2");
  expect(readGiven("ordering", form)).toEqual({ kind: "ordering", optionIds: ["a", "b"] });
});
