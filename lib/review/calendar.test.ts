import { expect, it } from "vitest";
import { toCalendar } from "./calendar.ts";

const made = new Date("2026-11-29T11:30:15.123Z");

it("is a calendar of whole days with the signs of its texts escaped", () => {
  const text = toCalendar([{ date: "2026-12-01", title: "A; b, c\\d", id: "one" }], made);
  expect(text.split("\r\n")).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Mockdown//Plan//EN",
    "BEGIN:VEVENT",
    "UID:one@mockdown",
    "DTSTAMP:20261129T113015Z",
    "DTSTART;VALUE=DATE:20261201",
    "SUMMARY:A\\; b\\, c\\\\d",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

it("has no line of more than 75 bytes, and unfolds to what it was", () => {
  const title = "Übung ".repeat(40);
  const text = toCalendar([{ date: "2026-12-01", title, id: "one" }], made);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll("\r\n ", "")).toContain(`SUMMARY:${title}\r\n`);
});
