import type { Locator } from "@playwright/test";
import { expect, test } from "./app-test.ts";
import { startExam } from "./faults/sitting.ts";

/** The strongest contrast of what an element shows itself by (fill, line, border or ground) with the page, as WCAG has it. */
async function contrast(element: Locator): Promise<number> {
  return element.evaluate((element) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", {
      willReadFrequently: true,
    }) as CanvasRenderingContext2D;
    const luminance = (colour: string) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      const [r = 0, g = 0, b = 0] = [red, green, blue]
        .map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return alpha === 0 ? null : 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const page = luminance(getComputedStyle(document.documentElement).backgroundColor) ?? 1;
    const style = getComputedStyle(element);
    const isDrawn = element instanceof SVGElement;
    const border = Number.parseFloat(style.borderTopWidth) > 0 ? [style.borderTopColor] : [];
    const shown = isDrawn ? [style.fill, style.stroke] : [style.backgroundColor, ...border];
    const contrasts = shown
      .filter((colour) => colour !== "none")
      .map(luminance)
      .map((own) => (own === null ? 1 : (Math.max(own, page) + 0.05) / (Math.min(own, page) + 0.05)));
    return Math.max(1, ...contrasts);
  });
}

test("in forced colours, what is pressed, chosen, flagged, answered or drawn as a bar can be seen", async ({
  browser,
  app,
}) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL: app.url, forcedColors: "active", reducedMotion: "reduce" });
  const page = await context.newPage();
  const stands = async (element: Locator, name: string) =>
    expect.soft(await contrast(element), name).toBeGreaterThanOrEqual(3);
  const sitting = await startExam(page, app);
  const flag = page.getByRole("button", { name: "Flag", exact: true });
  const ground = () => flag.evaluate((element) => getComputedStyle(element).backgroundColor);
  const unpressed = await ground();
  await flag.click();
  await expect(flag).toHaveAttribute("aria-pressed", "true");
  expect.soft(await ground(), "the ground of a pressed button").not.toBe(unpressed);
  await sitting.choose();
  await page.getByText("Question map").click();
  const answered = page.locator("[data-answered]").first();
  await stands(answered, "an answered question on the map");
  await stands(page.locator("[aria-current]:visible").last(), "the question that is open, on the map");
  await page.goto(page.url().replace(/\d+$/, "review"));
  await page.getByRole("button", { name: "Submit exam" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Result");
  for (const drawn of await page
    .locator("svg[aria-hidden] rect:visible, svg[aria-hidden] path.stroke-accent:visible")
    .all())
    await stands(drawn, "a bar of a result");
  await page.goto("/progress");
  await stands(page.locator("main table svg rect").first(), "a bar of progress");
  await context.close();
});
