import { describe, expect, it } from "vitest";
import { readButton, toggled } from "./item-button.ts";

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe("the buttons of an item form", () => {
  it.each([
    [{ intent: "next" }, { intent: "next", argument: "" }],
    [{ intent: "go:7" }, { intent: "go", argument: "7" }],
    [
      { intent: "go:7", "go-to": "9" },
      { intent: "go", argument: "7" },
    ],
    [
      { intent: "go", "go-to": "9" },
      { intent: "go", argument: "9" },
    ],
    [{ intent: "rule-out:b" }, { intent: "rule-out", argument: "b" }],
    [{}, { intent: "", argument: "" }],
  ])("reads %o", (fields, pressed) => expect(readButton(formOf(fields))).toEqual(pressed));

  it("adds an option to those ruled out, and takes it back", () => {
    expect(toggled(["a"], "b")).toEqual(["a", "b"]);
    expect(toggled(["a", "b"], "a")).toEqual(["b"]);
  });
});
