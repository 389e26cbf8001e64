import { runInNewContext } from "node:vm";
import { afterEach, expect, it, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function load(baseUrl = "http://exams.example.org") {
  vi.stubEnv("BASE_URL", baseUrl);
  vi.stubEnv("DATABASE_URL", "file:./data/not-opened.db");
  vi.resetModules();
  return import("./zone-cookie.ts");
}

/** A browser in Berlin, 60 minutes before UTC, that has these cookies: how often it is asked for its zone, and what it sets. */
function browser(script: string, cookie: string) {
  const seen = { asked: 0, cookie, press: () => {} };
  const zone = () => {
    seen.asked += 1;
    return { resolvedOptions: () => ({ timeZone: "Europe/Berlin" }) };
  };
  runInNewContext(script, {
    document: seen,
    Date: class {
      getTimezoneOffset = () => -60;
    },
    Intl: { DateTimeFormat: zone },
    addEventListener: (event: string, listener: () => void) => {
      if (event === "pointerdown") seen.press = listener;
    },
  });
  return seen;
}

it.each([
  ["http://exams.example.org", "mockdown.zone", "path=/;max-age=34560000;samesite=lax"],
  ["https://exams.example.org", "__Host-mockdown.zone", "path=/;max-age=34560000;samesite=lax;secure"],
])("is for HTTPS alone, with its prefix, where BASE_URL is %s", async (baseUrl, name, attributes) => {
  const { zoneCookie, zoneScript } = await load(baseUrl);
  expect(zoneCookie()).toBe(name);
  const seen = browser(zoneScript(), "");
  seen.press();
  expect(seen.cookie).toBe(`${name}=Europe/Berlin:-60;${attributes}`);
});

it("is asked for at the first press, not while the page loads, and not where the distance from UTC is known", async () => {
  const { zoneIn, zoneScript } = await load();
  const visitor = browser(zoneScript(), "a=1");
  expect(visitor.asked).toBe(0);
  visitor.press();
  expect([visitor.asked, zoneIn("Europe/Berlin:-60")]).toEqual([1, "Europe/Berlin"]);
  for (const [cookie, asked] of [
    ["a=1; mockdown.zone=Europe/Paris:-60; b=2", 0],
    ["mockdown.zone=America/New_York:300", 1],
    ["mockdown.zone=Europe/Berlin", 1],
  ] as const) {
    const seen = browser(zoneScript(), cookie);
    seen.press();
    expect(seen.asked, cookie).toBe(asked);
  }
});
