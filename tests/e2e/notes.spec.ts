import { randomUUID } from "node:crypto";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { openDatabase } from "#lib/db/database";
import { testSecret } from "../support/app-server.ts";
import { makeMember } from "../support/people.ts";
import { sessionCookie } from "../support/session-cookie.ts";
import { expect, test } from "./app-test.ts";

test.use({ content: "content" });

test("notes are shown a page at a time, and a search and a filter keep to their pages", async ({
  page,
  app,
  context,
}) => {
  const [name = "", value = ""] = (await writerOf(app.databaseUrl, 45)).split(/=(.*)/s);
  await context.addCookies([{ name, value, url: app.url }]);
  const notes = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 2 }) });
  const found = page.getByRole("status").filter({ hasText: "questions" });
  await page.goto("/notes");
  await expect(found).toHaveText("45 questions");
  await expect(notes).toHaveCount(20);
  await page.getByRole("searchbox").fill("Odd");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(found).toHaveText("23 questions");
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(page.getByText("Page 2 of 2")).toBeVisible();
  await expect(notes).toHaveCount(3);
  await expect(notes.filter({ hasText: "Odd" })).toHaveCount(3);
  await expect(page.getByRole("searchbox")).toHaveValue("Odd");
  await expect(found, "what says where one is has the focus").toBeFocused();
  await page.getByRole("link", { name: "Notes", exact: true }).last().click();
  await expect(page).toHaveURL(/q=Odd/);
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(page).toHaveURL(/q=Odd&show=notes&page=2/);
  await page.getByRole("link", { name: "Previous page" }).click();
  await expect(notes).toHaveCount(20);
  await expect(found).toBeFocused();
  await notes.first().getByRole("link").click();
  await expect(page.getByRole("region", { name: "Your note" }), "on the question's own page").toContainText("Odd");
});

test("a note is beside its question in a later attempt, folded until the answer is checked", async ({ page }) => {
  await page.goto("/exams/tour");
  await page.getByRole("combobox", { name: "Length" }).selectOption("All questions");
  await page.getByRole("button", { name: "Start study" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Question 1 of/);
  const stem = page.locator("#stem");
  const first = (await stem.textContent()) ?? "";
  const note = page.getByText("Look at the coast");
  await page.locator("summary", { hasText: "Note" }).click();
  await page.getByRole("textbox", { name: "Note to self" }).fill("Look at the coast");
  await page.locator("h1").click();
  await expect(page.getByRole("status")).toHaveText("Saved");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Note to self" })).toHaveValue("Look at the coast");
  await expect(page.getByText("Your earlier note"), "it is the one of this attempt").toHaveCount(0);

  await page.goto("/exams/tour");
  await page.getByText("Choose questions, length and timing").click();
  await page.getByRole("checkbox", { name: /^With your note/ }).check();
  await page.getByRole("button", { name: "Start practice" }).click();
  await expect(stem).toHaveText(first);
  await expect(note).toBeHidden();
  await page.getByText("Your earlier note").click();
  await expect(note).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "I don’t know" }).click();
  await expect(note).toBeVisible();
});

/** The cookie of somebody who has written that many notes; every second one says "Odd". */
async function writerOf(databaseUrl: string, count: number): Promise<string> {
  const db = openDatabase(databaseUrl);
  const now = new Date();
  try {
    const viewer = await makeMember(db, "Nora");
    const started = await startAttempt({ db, viewer, examSlug: "nca-genl", mode: "study", seed: "notes", now });
    if (!started.ok) throw new Error(started.error);
    const entries = Array.from({ length: count }, (_, i) => ({
      ...{ field: "note" as const, position: i + 1, version: 1, madeAt: now.toISOString(), elapsedMs: 1_000 },
      value: i % 2 === 0 ? "Odd" : "The other",
    }));
    const body = { clientId: "client-of-nora", entries };
    await saveAnswers({ db, viewer, attemptId: started.value, body, now });
    const [token, userId] = [randomUUID(), viewer.member?.userId ?? ""];
    const dates = { createdAt: now, updatedAt: now, expiresAt: new Date(now.getTime() + 3_600_000) };
    await db.write((tx) => tx.session.create({ data: { id: token, token, userId, ...dates } }));
    return sessionCookie(token, testSecret);
  } finally {
    await db.close();
  }
}
