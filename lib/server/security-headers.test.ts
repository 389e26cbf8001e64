import { describe, expect, it } from "vitest";
import { contentPolicy, securityHeaders } from "./security-headers.ts";

describe("contentPolicy", () => {
  it("allows no inline script without the nonce of the reply, no inline style, and nothing of another host", () => {
    const policy = contentPolicy("abc");
    expect(policy).toContain("script-src 'self' 'nonce-abc'");
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
    for (const name of ["default-src", "object-src", "base-uri", "form-action", "frame-ancestors"])
      expect(policy).toContain(`${name} '`);
  });
});

describe("securityHeaders", () => {
  it("promises HTTPS for a year only where others reach the site by HTTPS", () => {
    expect(securityHeaders(true)["Strict-Transport-Security"]).toBe("max-age=31536000");
    expect(securityHeaders(false)).not.toHaveProperty("Strict-Transport-Security");
  });
});
