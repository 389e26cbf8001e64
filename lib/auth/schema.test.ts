import { describe, expect, it } from "vitest";
import { returnPath, signUpForm } from "./schema.ts";

describe("returnPath", () => {
  it.each(["/", "/exams/a?b=c", "/exams/a/questions/b%20c"])("keeps the address %s of this site", (path) => {
    expect(returnPath(path)).toBe(path);
  });

  it.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example/x",
    "/\n/evil.example",
    "/..//evil.example",
    "evil",
    "",
    undefined,
    7,
  ])("leads home instead of to %j", (value) => expect(returnPath(value)).toBe("/"));

  it("writes what a header cannot hold as escapes", () => expect(returnPath("/ex\u2713")).toBe("/ex%E2%9C%93"));
});

describe("signUpForm", () => {
  const given = (name: string) =>
    signUpForm.safeParse({ name, email: "a@example.org", password: "long enough" }).success;

  it("takes any name that can be seen", () => expect(["Ada L.", "山田", "O'Neil"].every(given)).toBe(true));

  it("refuses names with characters that cannot be seen", () => {
    expect(["A\u0000da", "A\u202Eda", "A\u200Bda", "A\nda"].some(given)).toBe(false);
  });
});
