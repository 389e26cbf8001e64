import { describe, expect, it } from "vitest";
import { nameProblem } from "./name-problem.ts";

describe("nameProblem", () => {
  it.each([
    "Ada L.",
    "山田",
    "O'Neil",
    "अदिति राव",
    "Nguyễn Thị".normalize("NFD"),
    "שָׁלוֹם",
    "محمد",
    "Ada ❤️",
    "C3PO",
    "R&D – Łukasz",
  ])("takes %s", (name) => expect(nameProblem(name)).toBeNull());

  it.each([
    ["zero-width space", "A\u200bda"],
    ["joiner", "A\u200dda"],
    ["override of the direction", "Ada \u202eevil"],
    ["isolate of the direction", "\u2066Ada"],
    ["mark of the direction", "Ada\u200f"],
    ["line separator", "A\u2028da"],
    ["control character", "A\u0000da"],
    ["line end", "A\nda"],
    ["soft hyphen", "A\u00adda"],
    ["Hangul filler", "\u3164\u3164"],
    ["half-width Hangul filler", "Ada\uffa0"],
    ["combining grapheme joiner", "A\u034fda"],
    ["variation selector", "A\ufe0fda"],
    ["tag character", "Ada\u{e0041}"],
    ["private character", "Ada\ue000"],
    ["half a character", "Ada\ud83d"],
    ["character that is not assigned", "Ada\u{e1000}"],
    ["blank of Braille", "Ada\u2800"],
  ])("names the %s that cannot be seen", (_, name) => expect(nameProblem(name)).toBe("name-unseen"));

  it("refuses a name in which nothing can be read", () => {
    for (const name of ["\u2800\u2800", "--", "★★", "🦊🦊"]) expect(nameProblem(name)).toBe("name-unreadable");
  });

  it("refuses marks that would cover other lines, or stand on nothing", () => {
    for (const name of [`Z${"\u0351".repeat(8)}algo`, "\u0301Ada"]) expect(nameProblem(name)).toBe("name-marks");
  });
});
