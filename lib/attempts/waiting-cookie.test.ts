import { afterEach, expect, it, vi } from "vitest";
import { markWaiting, waitingCookies } from "./waiting-cookie.ts";

afterEach(() => vi.unstubAllGlobals());

it("marks the pages of one attempt, over HTTPS by a cookie that is for HTTPS alone and has the prefix for that", () => {
  for (const [protocol, name, secure] of [
    ["http:", waitingCookies[0], ""],
    ["https:", waitingCookies[1], " Secure;"],
  ] as const) {
    const document = { cookie: "" };
    vi.stubGlobal("location", { protocol });
    vi.stubGlobal("document", document);
    markWaiting("one", true);
    expect(document.cookie).toBe(`${name}=1;${secure} Path=/attempts/one; Max-Age=172800; SameSite=Lax`);
    markWaiting("one", false);
    expect(document.cookie).toContain("Max-Age=0;");
  }
  expect(waitingCookies[1]).toMatch(/^__Secure-/);
});
