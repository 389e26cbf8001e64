import { setTimeout as sleep } from "node:timers/promises";
import { longRun } from "../short-run.ts";
import { chance } from "./chance.ts";
import { heldIn } from "./database.ts";
import { expect, fault, onSave } from "./fault-test.ts";
import { heading, startExam } from "./sitting.ts";

fault("the network is gone while answering, and comes back", longRun, async ({ page, app, context }) => {
  const sitting = await startExam(page, app);
  await sitting.choose();
  await context.setOffline(true);
  await sitting.choose(1);
  await sitting.shows("Not saved: will retry");
  await context.setOffline(false);
  await sitting.verify();
  await sitting.submit();
});

fault(
  "the network is gone for the whole exam: every question can be read and answered",
  longRun,
  async ({ page, app, context }) => {
    const loaded = page.waitForResponse((response) => response.url().includes("/items?") && response.ok());
    const sitting = await startExam(page, app);
    await loaded;
    await sleep(300);
    await context.setOffline(true);
    for (let n = 1; n < sitting.count; n++) {
      await sitting.choose(n);
      await sitting.next();
    }
    await sitting.choose();
    await sitting.shows("Not saved: will retry");
    await context.setOffline(false);
    await sitting.verify();
    await sitting.submit();
  },
);

fault("the exam is submitted offline: it arrives when the network is back", async ({ page, app, context }) => {
  const sitting = await startExam(page, app);
  await sitting.choose();
  await sitting.shows("Saved");
  await page.getByRole("button", { name: "Finish" }).click();
  await expect(heading(page)).toHaveText("Check your answers");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Submit exam" }).click();
  await sleep(1_500);
  expect((await heldIn(app, sitting.id)).finishedBy).toBeNull();
  await context.setOffline(false);
  await sitting.verifyResult();
});

fault("a request arrives and its reply is lost", async ({ page, app }) => {
  const sitting = await startExam(page, app);
  await onSave(page, async (route, n) => {
    if (n > 1) return route.continue();
    await route.fetch();
    return route.abort("connectionreset");
  });
  await sitting.choose();
  await sitting.choose(1);
  await sitting.verify();
  await sitting.submit();
});

fault("a request hangs for 60 seconds", longRun, async ({ page, app }) => {
  const sitting = await startExam(page, app);
  await onSave(page, (route, n) => (n === 0 ? sleep(60_000) : route.continue()));
  await sitting.choose();
  await sitting.shows("Saving…");
  await sitting.shows("Saved", 30_000);
  await sitting.verify();
});

fault("every reply takes 10 seconds", longRun, async ({ page, app }) => {
  const sitting = await startExam(page, app);
  await onSave(page, async (route) => {
    const response = await route.fetch();
    await sleep(10_000);
    return route.fulfill({ response });
  });
  await sitting.choose();
  await sitting.choose(1);
  await sitting.shows("Saving…");
  await sitting.verify();
});

fault("half of all requests fail", longRun, async ({ page, app }) => {
  const sitting = await startExam(page, app);
  await onSave(page, (route, n) => (n % 2 === 0 ? route.abort("failed") : route.continue()));
  for (let n = 1; n < sitting.count; n++) {
    await sitting.choose(n);
    await sitting.next();
  }
  await sitting.verify();
  await sitting.submit();
});

fault("3 of 10 requests or their replies are lost at random over a whole exam, seed 1", async ({ page, app }) => {
  fault.setTimeout(90_000);
  const random = chance(1);
  const sitting = await startExam(page, app);
  await onSave(page, async (route) => {
    const drawn = random();
    if (drawn < 0.15) return route.abort("failed");
    if (drawn >= 0.3) return route.continue();
    await route.fetch();
    return route.abort("connectionreset");
  });
  for (let n = 1; n <= sitting.count; n++) {
    await sitting.choose(n);
    if (n < sitting.count) await sitting.next();
  }
  await sitting.verify();
  await sitting.submit();
});

for (const [name, status, contentType, body] of [
  ["the server answers with an error page", 500, "text/html", "<h1>Oops</h1>"],
  ["a gateway answers in the server's place: 502", 502, "text/html", "Bad gateway"],
  ["the server says that it is busy: 503", 503, "application/json", '{"error":{"code":"busy"}}'],
  ["a hotel's sign-in page answers with 200", 200, "text/html", "<h1>Welcome</h1>"],
  ["too many requests: 429", 429, "text/plain", "slow down"],
] as const)
  fault(name, status === 503 ? {} : longRun, async ({ page, app }) => {
    const sitting = await startExam(page, app);
    await onSave(page, (route, n) => (n < 4 ? route.fulfill({ status, contentType, body }) : route.continue()));
    await sitting.choose();
    await sitting.shows("Not saved: will retry");
    await sitting.verify();
  });

fault("the same request arrives 100 times, 50 of them at once", longRun, async ({ page, app }) => {
  const sitting = await startExam(page, app);
  const sent = page.waitForRequest((request) => request.method() === "PUT");
  await sitting.choose();
  const body = (await sent).postData() ?? "";
  await sitting.shows("Saved");
  const before = (await heldIn(app, sitting.id)).entries;
  const statuses = await page.evaluate(
    async ({ url, payload }) => {
      const put = () =>
        fetch(url, { method: "PUT", headers: { "Content-Type": "application/json" }, body: payload }).then(
          (r) => r.status,
        );
      const many = await Promise.all(Array.from({ length: 50 }, put));
      for (let n = 0; n < 50; n++) many.push(await put());
      return many;
    },
    { url: `/api/attempts/${sitting.id}/answers`, payload: body },
  );
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect((await heldIn(app, sitting.id)).entries).toBe(before);
  await sitting.verify();
});

fault("requests arrive in the opposite order", longRun, async ({ page, app }) => {
  const sitting = await startExam(page, app);
  const bodies: string[] = [];
  const undo = await onSave(page, async (route) => {
    bodies.push(route.request().postData() ?? "");
    return route.abort("failed");
  });
  await sitting.choose();
  await sitting.shows("Not saved: will retry");
  await sitting.choose(1);
  await expect.poll(() => bodies.some((body) => body.includes('"version":2'))).toBe(true);
  const newest = bodies.findLast((body) => body.includes('"version":2')) ?? "";
  for (const body of [newest, bodies[0] ?? ""])
    await page.evaluate(
      ([url, payload]) =>
        fetch(url as string, {
          method: "PUT",
          headers: { "Content-Type": "application/json" },
          body: payload as string,
        }),
      [`/api/attempts/${sitting.id}/answers?`, body],
    );
  await undo();
  await sitting.verify();
  await sitting.submit();
});

fault(
  "the network fails while an answer is checked in study: it is kept, and checked when the network is back",
  async ({ page, app, context }) => {
    const sitting = await startExam(page, app, "Start study");
    await context.setOffline(true);
    await sitting.choose();
    await page.getByRole("button", { name: "I don’t know" }).click();
    await expect(page.getByText("Your answer is stored on this device.")).toBeVisible({ timeout: 20_000 });
    await context.setOffline(false);
    await sitting.shows("Saved");
    await page.getByRole("button", { name: "I don’t know" }).click();
    await expect(page.getByRole("heading", { name: "Incorrect" })).toBeVisible();
  },
);

fault(
  "the network is gone when a page of an attempt is left: the page says so, and the next one opens by itself",
  async ({ page, app, context }) => {
    await startExam(page, app, "Start study");
    await context.setOffline(true);
    await page.getByRole("button", { name: "Next" }).click();
    await expect(page.getByText("You’re offline. The next page opens when you’re back online.")).toBeVisible();
    await context.setOffline(false);
    await expect(heading(page)).toHaveText(/^Question 2 of/, { timeout: 30_000 });
    await page.getByRole("button", { name: "I don’t know" }).click();
    await expect(page.getByRole("heading", { name: "Incorrect" })).toBeVisible();
    await context.setOffline(true);
    await page.getByRole("button", { name: "Finish" }).click();
    await expect(page.getByText("You’re offline. The next page opens when you’re back online.")).toBeVisible();
    await context.setOffline(false);
    await expect(heading(page)).toHaveText("Check your answers", { timeout: 30_000 });
  },
);
