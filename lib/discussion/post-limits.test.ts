import { describe, expect, it } from "vitest";
import { dayMs, postLimits } from "./post-limits.ts";

describe("postLimits", () => {
  it("gives a new account one comment in 30 s, ten a day and two links", () => {
    expect(postLimits({ role: "member", ageMs: 0, acceptedPosts: 0 })).toEqual({
      pauseMs: 30_000,
      perDay: 10,
      links: 2,
    });
  });

  it("trusts neither age nor posts alone", () => {
    const newcomer = postLimits({ role: "member", ageMs: 0, acceptedPosts: 0 });
    expect(postLimits({ role: "member", ageMs: 400 * dayMs, acceptedPosts: 4 })).toEqual(newcomer);
    expect(postLimits({ role: "member", ageMs: dayMs, acceptedPosts: 400 })).toEqual(newcomer);
  });

  it("allows more with each step of trust", () => {
    const steps = [
      postLimits({ role: "member", ageMs: 0, acceptedPosts: 0 }),
      postLimits({ role: "member", ageMs: 3 * dayMs, acceptedPosts: 5 }),
      postLimits({ role: "member", ageMs: 30 * dayMs, acceptedPosts: 30 }),
      postLimits({ role: "moderator", ageMs: 0, acceptedPosts: 0 }),
    ];
    for (const [i, step] of steps.slice(1).entries()) {
      expect(step.perDay).toBeGreaterThan(steps[i]?.perDay ?? 0);
      expect(step.links).toBeGreaterThan(steps[i]?.links ?? 0);
      expect(step.pauseMs).toBeLessThan(steps[i]?.pauseMs ?? 0);
    }
  });
});
