import { expect, it } from "vitest";
import { passkeyHost } from "./passkey-host.ts";

it.each([
  [undefined, "localhost"],
  ["https://exams.example.org", "exams.example.org"],
  ["https://exams.example.org:8443", "exams.example.org"],
  ["http://localhost:3000", "localhost"],
  ["http://exams.localhost", "exams.localhost"],
  ["http://exams.example.org", null],
  ["http://127.0.0.1:3000", null],
  ["https://192.168.0.5", null],
  ["https://[::1]:3000", null],
])("passkeys of a site at %s belong to %s", (baseUrl, host) => {
  expect(passkeyHost(baseUrl)).toBe(host);
});
