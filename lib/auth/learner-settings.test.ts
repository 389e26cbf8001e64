import { expect, it } from "vitest";
import { ofExam } from "./learner-settings.ts";

it("finds what is kept for an exam, and nothing for a name that every object knows", () => {
  expect(ofExam({ sample: 1 }, "sample")).toBe(1);
  expect(ofExam(JSON.parse('{"constructor":2}'), "constructor")).toBe(2);
  expect(ofExam(undefined, "sample")).toBeUndefined();
  for (const name of ["constructor", "toString", "__proto__", "hasOwnProperty", "other"])
    expect(ofExam({ sample: 1 }, name), name).toBeUndefined();
});
