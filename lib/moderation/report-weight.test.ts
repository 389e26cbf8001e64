import { describe, expect, it } from "vitest";
import { reportWeight, weightToHide } from "./report-weight.ts";

const dayMs = 24 * 60 * 60 * 1000;
const fresh = { ageMs: 700, isVerified: false, finishedAttempts: 0 };
const many = (n: number, reporter = fresh) => Array<typeof fresh>(n).fill(reporter);

describe("reportWeight", () => {
  it("hides what three established accounts report", () => {
    expect(reportWeight(many(3, { ...fresh, ageMs: 7 * dayMs }))).toBe(weightToHide);
    expect(reportWeight(many(2, { ...fresh, ageMs: 7 * dayMs }))).toBeLessThan(weightToHide);
  });

  it("counts new accounts as one person at most, however many they are", () => {
    expect(reportWeight(many(3))).toBe(0.75);
    expect(reportWeight(many(1_000))).toBe(1);
  });

  it("trusts an account sooner that has finished an attempt or verified its address, not in its first day", () => {
    expect(reportWeight([{ ...fresh, ageMs: dayMs, finishedAttempts: 1 }])).toBe(1);
    expect(reportWeight([{ ...fresh, ageMs: dayMs, isVerified: true }])).toBe(1);
    expect(reportWeight([{ ...fresh, finishedAttempts: 9, isVerified: true }])).toBe(0.25);
  });
});
