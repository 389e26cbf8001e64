import { expect, test } from "./app-test.ts";

test.use({ locale: "de-DE" });

test("a German browser gets German pages, until the settings say otherwise", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "de-DE");
  await page.getByRole("link", { name: "Sample exam" }).click();
  await expect(page.getByText(/bestanden ab \d+\s%/)).toBeVisible();
  await page.getByRole("button", { name: "Probeprüfung beginnen" }).click();
  await page.getByRole("button", { name: "Prüfung beginnen", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Frage 1 von 6");
  await page.getByRole("button", { name: "Markieren" }).click();
  await expect(page.getByRole("status")).toHaveText("Gespeichert");
  await page.getByRole("button", { name: "Weiter" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Frage 2 von 6");
  await page.getByRole("button", { name: "Beenden" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Antworten prüfen");
  await expect(page.getByText("0 beantwortet, 6 nicht beantwortet, 1 markiert.")).toBeVisible();

  await page.goto("/help");
  await expect(page.getByRole("heading", { name: "Drei Arten zu üben" })).toBeVisible();

  await page.goto("/settings");
  await page.getByRole("radio", { name: "English" }).check();
  await page.getByRole("button", { name: "Einstellungen speichern" }).click();
  await expect(page.getByRole("status")).toHaveText("Settings saved.");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});
