import { afterEach, expect, it, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

it.each([
  ["http://exams.example.org", "mockdown.zone", "path=/;max-age=34560000;samesite=lax"],
  ["https://exams.example.org", "__Host-mockdown.zone", "path=/;max-age=34560000;samesite=lax;secure"],
])("is for HTTPS alone, with its prefix, where BASE_URL is %s", async (baseUrl, name, attributes) => {
  vi.stubEnv("BASE_URL", baseUrl);
  vi.stubEnv("DATABASE_URL", "file:./data/not-opened.db");
  vi.resetModules();
  const { zoneAttributes, zoneCookie } = await import("./zone-cookie.ts");
  expect([zoneCookie(), zoneAttributes()]).toEqual([name, attributes]);
});
