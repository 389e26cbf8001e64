import { describe, expect, it } from "vitest";
import { momentOf, readImportedLine } from "./imported-line.ts";

const captured = new Date("2026-03-20T00:00:00Z");
const day = (date: Date | null) => date?.toISOString().slice(0, 10);

describe("momentOf", () => {
  it("counts back from the day on which the age was read", () => {
    expect(day(momentOf("7 days ago", captured))).toBe("2026-03-13");
    expect(day(momentOf("1 month ago", captured))).toBe("2026-02-17");
    expect(day(momentOf("a year ago", captured))).toBe("2025-03-19");
    expect(day(momentOf("1 year, 2 months ago", captured))).toBe("2025-01-17");
    expect(day(momentOf("now", captured))).toBe("2026-03-20");
  });

  it("guesses at nothing else", () => {
    for (const age of ["", "soon", "7 days", "days ago", "in 3 days", "3 fortnights ago"])
      expect(momentOf(age, captured)).toBeNull();
  });
});

describe("readImportedLine", () => {
  const line = { question: "q", author: "Ada", body: "Yes", at: "2026-03-20" };
  const problem = (value: unknown) => {
    const read = readImportedLine(typeof value === "string" ? value : JSON.stringify(value), captured);
    return read.ok ? null : read.problem;
  };

  it("takes an absolute date, or an age with the date of its capture", () => {
    expect(problem(line)).toBeNull();
    expect(problem({ ...line, at: undefined, age: "7 days ago", captured: "2026-03-20" })).toBeNull();
    expect(problem({ ...line, body: undefined })).toBeNull();
  });

  it("says what is wrong and where", () => {
    expect(problem("{")).toMatch(/^no JSON/);
    expect(problem({ ...line, author: "" })).toMatch(/^author/);
    expect(problem({ ...line, at: undefined })).toMatch(/either at or age/);
    expect(problem({ ...line, at: undefined, age: "7 days ago" })).toMatch(/captured/);
    expect(problem({ ...line, at: undefined, age: "lately", captured: "2026-03-20" })).toMatch(/“lately”/);
    expect(problem({ ...line, votes: 3 })).toMatch(/votes/);
    for (const field of ["question", "author", "body", "id", "parent", "at"])
      expect(problem({ ...line, [field]: "2026-03-20 (\0)" })).toContain(
        `${field}: holds a NUL character, which cannot be kept`,
      );
    expect(problem({ ...line, at: "+010000-01-01T00:00:00Z" })).toMatch(/^at: the year 10000/);
    expect(problem({ ...line, at: undefined, age: "9999 years ago", captured: "2026-03-20" })).toMatch(
      /^age: the year/,
    );
    expect(problem({ ...line, answer: ["\0"] })).toMatch(/^answer.0: holds a NUL/);
    expect(problem(JSON.stringify({ ...line, body: "x".repeat(70_000) }))).toMatch(/longer/);
  });
});
