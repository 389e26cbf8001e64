import { describe, expect, it } from "vitest";
import { disputeLine } from "#lib/content/dispute-line";
import { readVerdict } from "./verdict-form.ts";

describe("a verdict in the form for authors", () => {
  const search = { exam: "warehouse", settle: "q1", verdict: "key-stands", reason: " Section 3: it says so " };

  it("becomes the line that settles the dispute in the file", () => {
    const found = readVerdict(search, "2026-11-29");
    expect(found?.name).toBe("q1");
    expect(found && disputeLine(found.note)).toBe(
      'dispute: {status: key-stands, reason: "Section 3: it says so", day: 2026-11-29}',
    );
  });

  it("takes a question, a verdict and a reason", () => {
    for (const missing of ["settle", "verdict", "reason"])
      expect(readVerdict({ ...search, [missing]: "" }, "2026-11-29")).toBeNull();
    expect(readVerdict({ ...search, verdict: "open" }, "2026-11-29")).toBeNull();
  });
});
