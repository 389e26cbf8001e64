import { expect, it } from "vitest";
import { dateFormat, numberFormat } from "./formatters.ts";

it("makes a formatter once for each locale with its options", () => {
  const year = { year: "numeric", timeZone: "UTC" } as const;
  expect(dateFormat("de", year)).toBe(dateFormat("de", { ...year }));
  expect(dateFormat("de", year)).not.toBe(dateFormat("en", year));
  expect(dateFormat("de", year)).not.toBe(dateFormat("de", { ...year, timeZone: "Asia/Tokyo" }));
  expect(numberFormat("de").format(1.5)).toBe("1,5");
});

it("keeps at most some hundreds, however many locales visitors ask for", () => {
  const first = numberFormat("en", { maximumFractionDigits: 1 });
  const regions = Array.from({ length: 676 }, (_, i) => String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26)));
  for (const region of regions) numberFormat(`en-${region}`);
  expect(numberFormat("en", { maximumFractionDigits: 1 })).not.toBe(first);
});
