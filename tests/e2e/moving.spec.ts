import type { Page } from "@playwright/test";
import { expect, test } from "./app-test.ts";

const rows = (page: Page) => page.getByRole("group").getByRole("listitem");

/** The names of the stones, from the top. */
async function order(page: Page): Promise<string[]> {
  return (await rows(page).locator(".prose").allTextContents()).map((text) => text.trim());
}

/** Presses the button that moves a stone, named as its row names it, until it is at `place`. */
async function moveTo(page: Page, name: string, place: number) {
  const row = rows(page).filter({ hasText: name });
  for (let at = (await order(page)).indexOf(name); at !== place; at += at < place ? 1 : -1) {
    const button = row.getByRole("button", { name: at < place ? /^Move . down$/ : /^Move . up$/ });
    await button.focus();
    await page.keyboard.press("Space");
    await expect(button, "the focus stays on what is pressed again").toBeFocused();
  }
}

async function drag(page: Page, from: ReturnType<Page["locator"]>, to: ReturnType<Page["locator"]>) {
  await from.hover();
  await page.mouse.down();
  const box = await to.boundingBox();
  if (box === null) throw new Error("nothing to drag onto");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 4, { steps: 8 });
  await page.mouse.up();
}

test("an order is made with two buttons or by dragging, and stands as is right once it is checked", async ({
  page,
}) => {
  await page.goto("/exams/sample/questions/order-of-size");
  await expect(page.getByRole("button", { name: "Keep this order" })).toBeVisible();
  await moveTo(page, "Boulder", 2);
  await moveTo(page, "Pebble", 0);
  expect(await order(page)).toEqual(["Pebble", "Cobble", "Boulder"]);
  await expect(page.getByRole("button", { name: "Keep this order" })).toBeHidden();
  await drag(page, rows(page).first().locator(".grip"), rows(page).last());
  expect(await order(page)).toEqual(["Cobble", "Boulder", "Pebble"]);
  await expect(rows(page).last().getByRole("combobox")).toHaveValue("3");
  await page.getByRole("button", { name: "Check answer" }).click();
  await expect(page.getByRole("heading", { name: /^(Incorrect|Partly correct)/ })).toBeFocused();
  expect(await order(page), "the right order").toEqual(["Pebble", "Cobble", "Boulder"]);
  await expect(rows(page).first()).toContainText("Your answer: position 3");
});

test("a partner is dragged to its row", async ({ page }) => {
  await page.goto("/exams/sample/questions/pair-animals");
  const rowOf = (name: string) => page.locator(".pairs > li").filter({ hasText: name });
  await expect(page.locator(".partners[data-draggable]")).toBeVisible();
  for (const [animal, home] of [
    ["Otter", "Brook"],
    ["Heron", "Reeds"],
    ["Trout", "Pool"],
  ] as const) {
    await drag(page, page.locator(".partners > li").filter({ hasText: home }), rowOf(animal).locator(".prose"));
    await expect(rowOf(animal).locator("option:checked")).toContainText(home);
  }
  await page.getByRole("button", { name: "Check answer" }).click();
  await expect(page.getByRole("heading", { name: "Correct" })).toBeFocused();
});
