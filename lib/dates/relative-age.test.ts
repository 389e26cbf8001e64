import { describe, expect, it } from "vitest";
import { absoluteTime, relativeAge, relativeWait } from "./relative-age.ts";

const now = new Date("2026-11-22T13:05:00Z");
const reader = (locale: string, timeZone = "UTC") => ({ locale, timeZone });
const ago = (seconds: number, locale = "en") =>
  relativeAge(reader(locale), new Date(now.getTime() - seconds * 1000), now);

describe("relativeAge", () => {
  it.each([
    [0, "now"],
    [45, "45 seconds ago"],
    [60, "1 minute ago"],
    [7 * 86_400, "7 days ago"],
    [31 * 86_400, "1 month ago"],
    [400 * 86_400, "1 year ago"],
  ])("names %i seconds in the largest whole unit", (seconds, text) => expect(ago(seconds)).toBe(text));

  it("takes a moment in the future, from a clock that runs ahead, for now", () => expect(ago(-30)).toBe("now"));

  it("speaks the reader's language", () => {
    expect(ago(7 * 86_400, "de")).toBe("vor 7 Tagen");
    expect(ago(0, "de")).toBe("jetzt");
  });
});

it.each([
  [-5, "in 1 minute"],
  [20, "in 1 minute"],
  [599, "in 10 minutes"],
  [5_400, "in 2 hours"],
  [3 * 86_400, "in 3 days"],
])("relativeWait names %i seconds to come", (seconds, text) => {
  expect(relativeWait(reader("en"), new Date(now.getTime() + seconds * 1000), now)).toBe(text);
});

it("absoluteTime writes the moment in the reader's zone and way, wherever the machine is", () => {
  expect(absoluteTime(reader("en-GB"), now)).toBe("22 November 2026 at 13:05 UTC");
  expect(absoluteTime(reader("en-GB", "Europe/Berlin"), now)).toBe("22 November 2026 at 14:05 CET");
  expect(absoluteTime(reader("en-US"), now)).toMatch(/^November 22, 2026 at 1:05\sPM UTC$/);
  expect(absoluteTime(reader("de", "Europe/Berlin"), new Date("2026-07-01T22:30:00Z"))).toBe(
    "2. Juli 2026 um 00:30 MESZ",
  );
});
