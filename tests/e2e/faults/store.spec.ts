import { heldIn } from "./database.ts";
import { expect, fault, onSave } from "./fault-test.ts";
import { heading, startExam } from "./sitting.ts";

fault(
  "the browser's storage is cleared during an exam: unsent answers are not shown as saved",
  async ({ page, app, context }) => {
    const sitting = await startExam(page, app);
    await sitting.shows("Saved");
    await context.setOffline(true);
    await sitting.choose();
    await sitting.shows("Not saved: will retry");
    const client = await context.newCDPSession(page);
    await client.send("Storage.clearDataForOrigin", { origin: app.url, storageTypes: "indexeddb,local_storage" });
    await context.setOffline(false);
    await sitting.verify();
    await sitting.choose(1);
    await sitting.verify();
    await expect(page.getByText("This browser can’t store answers")).toBeVisible();
    await sitting.submit();
  },
);

fault(
  "notes in a script with three bytes per letter are written offline: the batch is not too large to be sent",
  async ({ page, app }) => {
    const sitting = await startExam(page, app);
    await sitting.shows("Saved");
    const note = "試".repeat(4_000);
    const undo = await onSave(page, (route) => route.abort("failed"));
    for (let n = 1; n <= sitting.count; n++) {
      await page.locator("summary", { hasText: "Note" }).click();
      await page.getByRole("textbox", { name: "Note to self" }).fill(note);
      if (n < sitting.count) await sitting.next();
    }
    await sitting.shows("Not saved: will retry");
    await undo();
    await sitting.shows("Saved");
    await sitting.open(2);
    await expect(page.getByRole("textbox", { name: "Note to self" })).toHaveValue(note);
  },
);

fault(
  "a note is changed on another device: it shows, but never in place of what is being typed",
  async ({ page, app, context }) => {
    const first = await startExam(page, app);
    const second = first.elsewhere(await context.newPage());
    await second.open(1);
    const field = (of: typeof page) => of.getByRole("textbox", { name: "Note to self" });
    for (const each of [page, second.page]) await each.locator("summary", { hasText: "Note" }).click();
    await field(page).fill("from the first");
    await expect(field(second.page)).toHaveValue("from the first");
    await field(second.page).fill("from the second");
    // The first tab's field still has the focus and its writer has typed in it: nothing is taken away.
    await expect(page.getByText("Changed on another device to “from the second”.")).toBeVisible();
    await expect(field(page)).toHaveValue("from the first");
    await field(page).blur();
    await expect(field(page)).toHaveValue("from the second");
    await field(second.page).blur();
    await expect(field(second.page)).toHaveValue("from the second");
    await first.shows("Saved");
    await second.shows("Saved");
    await field(second.page).fill("the last word");
    await expect(field(page)).toHaveValue("the last word");
    await page.getByRole("radio", { name: "Sure", exact: true }).check();
    await expect(second.page.getByRole("radio", { name: "Sure", exact: true })).toBeChecked();
  },
);

fault("two devices have the same client id, from a copied profile: neither answer is lost", async ({ page, app }) => {
  const sitting = await startExam(page, app);
  await sitting.shows("Saved");
  // The copy has used the version for another value.
  await onSave(page, async (route, n) => {
    if (n > 0) return route.continue();
    const body = JSON.parse(route.request().postData() ?? "") as { entries: object[] };
    const entries = body.entries.map((entry) => ({ ...entry, value: null }));
    await page.request.put(route.request().url(), { data: { ...body, entries }, headers: { Origin: app.url } });
    return route.continue();
  });
  await sitting.choose();
  await sitting.verify();
  expect((await heldIn(app, sitting.id)).entries).toBe(2);
  await sitting.submit();
});

fault("requests that no page sends are refused, and nothing is saved or lost", async ({ page, app }) => {
  const sitting = await startExam(page, app);
  await sitting.choose();
  await sitting.verify();
  const url = `${app.url}/api/attempts/${sitting.id}/answers`;
  const entry = {
    position: 1,
    field: "answer",
    version: 99,
    value: null,
    madeAt: new Date().toISOString(),
    elapsedMs: 1,
  };
  const headers = { Origin: app.url };
  const statusOf = async (change: object) => {
    const data = { clientId: "forger-1", entries: [{ ...entry, ...change }] };
    return (await page.request.put(url, { data, headers })).status();
  };
  const before = (await heldIn(app, sitting.id)).entries;
  for (const change of [{ version: 2 ** 53 }, { version: -1 }, { version: 1.5 }, { position: 0 }, { field: "key" }])
    expect(await statusOf(change), JSON.stringify(change)).toBe(400);
  for (const change of [{ madeAt: "yesterday" }, { elapsedMs: -1 }, { value: { kind: "single" } }])
    expect(await statusOf(change), JSON.stringify(change)).toBe(400);
  const outside = await page.request.put(url, {
    data: { clientId: "forger-1", entries: [{ ...entry, position: 7 }] },
    headers,
  });
  expect(await outside.json()).toMatchObject({ saved: 0, refused: [{ reason: "no-such-item" }] });
  const text = await page.request.put(url, {
    data: "clientId=1",
    headers: { ...headers, "Content-Type": "text/plain" },
  });
  expect(text.status()).toBe(400);
  const big = await page.request.put(url, { data: Buffer.alloc(10_000_000, 32), headers }).catch(() => null);
  expect(big?.status() ?? 400).toBe(400);
  expect((await heldIn(app, sitting.id)).entries).toBe(before);
  await sitting.verify();
});

fault("two windows of one attempt: one submits while the other is typing", async ({ page, app, context }) => {
  const first = await startExam(page, app);
  const second = first.elsewhere(await context.newPage());
  await first.choose();
  await first.shows("Saved");
  await second.open(2);
  await second.page.locator("summary", { hasText: "Note" }).click();
  const typing = second.page
    .getByRole("textbox", { name: "Note to self" })
    .pressSequentially("word ".repeat(40), { delay: 20 });
  await first.submit();
  await expect(heading(second.page)).toHaveText("Result", { timeout: 10_000 });
  await typing.catch(() => {});
  expect((await heldIn(app, first.id)).finishedBy).toBe("learner");
});

fault("Enter is held down in a text field", async ({ page, app }) => {
  const sitting = await startExam(page, app);
  while ((await page.locator('#item input[name="value"]').count()) === 0) await sitting.next();
  const position = Number((await heading(page).textContent())?.split(" ")[1]);
  const field = page.locator('#item input[name="value"]');
  await field.fill("42");
  sitting.chosen.set(position, "=42");
  for (let n = 0; n < 20; n++) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await expect(heading(page)).toHaveText(
    position === sitting.count ? "Check your answers" : `Question ${position + 1} of ${sitting.count}`,
  );
  await sitting.verify();
});
