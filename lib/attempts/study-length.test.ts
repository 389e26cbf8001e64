import { expect, it } from "vitest";
import { readStartForm } from "./schema.ts";

it.each([
  ["10", { count: 10 }],
  ["30-min", { minutes: 30 }],
  ["all", {}],
  ["", {}],
])("the length %o of a study session is %o among the choices of its start", (length, choices) => {
  const form = new FormData();
  for (const [name, value] of [
    ["exam", "sample"],
    ["mode", "study"],
    ["length", length],
  ] as const)
    form.set(name, value);
  expect(readStartForm(form)?.choices).toEqual(choices);
});
