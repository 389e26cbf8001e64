import { describe, expect, it } from "vitest";
import { findLetters } from "./find-letters.ts";
import { noContext } from "./taken-letters.ts";

describe("a letter after a noun", () => {
  it.each(["The treatment B is incorrect here.", "Plan B is the correct answer.", "This scheme B is the best choice."])(
    "cannot tell whether a thing that is judged like an option is one: %s",
    (text) => {
      expect(findLetters(text).map(({ by }) => by)).toEqual(["unclear"]);
    },
  );

  it("knows whose letter it is where the question itself names the thing", () => {
    const taken = { ...noContext.taken, things: new Set(["B"]) };
    expect(findLetters("Plan B is the correct answer.", { ...noContext, taken })).toEqual([]);
  });

  it.each(["This leaves B.", "This explains B as well.", "This outcome favours D: it is dear."])(
    "takes no verb for a thing that owns a letter: %s",
    (text) => expect(findLetters(text)).toHaveLength(1),
  );
});
