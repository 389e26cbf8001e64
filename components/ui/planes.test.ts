import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("app/globals.css", "utf8");
const contrastCss = readFileSync("app/themes.css", "utf8");
const names = [
  "paper",
  "sheet",
  "line",
  "edge",
  "track",
  "accent",
  "accent-soft",
  "good-soft",
  "bad-soft",
  "flag-soft",
] as const;

/** The relative luminance of a colour `#rrggbb`, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  const coloursOf = (text: string) =>
    Object.fromEntries(
      names.map((name) => {
        const [, light = "", dark = ""] =
          new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(text) ?? [];
        return [name, theme === "light" ? light : dark];
      }),
    ) as Record<(typeof names)[number], string>;
  const colours = coloursOf(css);

  it("the border of a control stands out from every plane by at least 3 to 1", () => {
    for (const plane of ["paper", "sheet", "accent-soft", "good-soft", "bad-soft", "flag-soft"] as const)
      expect(contrast(colours.edge, colours[plane]), plane).toBeGreaterThanOrEqual(3);
    for (const plane of ["paper", "sheet"] as const)
      expect(contrast(colours.accent, colours[plane]), plane).toBeGreaterThanOrEqual(3);
  });

  it("a bar stands out from what it has not reached by at least 3 to 1, in high contrast too", () => {
    for (const each of [colours, coloursOf(contrastCss)])
      expect(contrast(each.accent, each.track)).toBeGreaterThanOrEqual(3);
  });

  it("paper, sheets and lines can be distinguished", () => {
    expect(contrast(colours.paper, colours.sheet)).toBeGreaterThanOrEqual(1.15);
    expect(contrast(colours.line, colours.sheet)).toBeGreaterThanOrEqual(1.5);
    expect(contrast(colours.line, colours.paper)).toBeGreaterThanOrEqual(1.35);
  });
});

it("what changes its colour takes 120 to 160 ms, and no time where the reader wants no motion", () => {
  const times = [...css.matchAll(/^\s+(?:color|background-color|border-color) (\d+)ms/gm)].map(([, ms]) => Number(ms));
  expect(times.length).toBeGreaterThan(2);
  for (const ms of times) expect(ms).toBeGreaterThanOrEqual(120);
  for (const ms of times) expect(ms).toBeLessThanOrEqual(160);
  expect(css).toMatch(/prefers-reduced-motion: reduce[^@]*transition-duration: 0\.01ms !important/);
});
