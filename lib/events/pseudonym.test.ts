import { expect, it } from "vitest";
import { pseudonym } from "./pseudonym.ts";

it("calls one address the same however it is written, and differently in another installation or as an account", () => {
  const name = pseudonym("address", "Ada@example.org", "secret one");
  expect(name).toMatch(/^[\w-]{16}$/);
  expect(pseudonym("address", "ada@EXAMPLE.org", "secret one")).toBe(name);
  expect(pseudonym("address", "ada@example.org", "secret two")).not.toBe(name);
  expect(pseudonym("account", "ada@example.org", "secret one")).not.toBe(name);
});
