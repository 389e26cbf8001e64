import type { AppServer } from "../../support/app-server.ts";
import { heldIn, sql } from "./database.ts";
import { expect, fault, figure, isLong } from "./fault-test.ts";
import { type Sitting, startExam } from "./sitting.ts";

fault.use({ hooks: true });

/** Kills the server at every statement of what `act` makes it write; short: at some of them. Returns how many. */
async function atEachStatement(app: AppServer, act: (n: number) => Promise<void>, verify: () => Promise<void>) {
  let kills = 0;
  for (let n = 1; n < 60; n += isLong ? 1 : 3) {
    await app.dieAt({ before: n });
    await act(n);
    // What is interrupted by the death is looked at again after it.
    const isVerified = verify().then(
      () => false,
      () => app.ended().then(() => true),
    );
    const hasDied = await Promise.race([app.ended().then(() => true), isVerified]);
    if (!hasDied) break;
    kills++;
    await app.start();
    await verify();
  }
  await app.dieAt(null);
  return kills;
}

fault("the server is killed at one statement after the other of saving an answer", async ({ page, app }) => {
  fault.setTimeout(180_000);
  const sitting = await startExam(page, app);
  await sitting.told("Saved");
  const verify = async () => {
    await expect.poll(async () => (await heldIn(app, sitting.id)).answers.get(1)).toBe(sitting.chosen.get(1));
    await sitting.verify();
  };
  const kills = await atEachStatement(app, (n) => sitting.choose(n), verify);
  figure("kills", String(kills));
  expect(kills).toBeGreaterThan(1);
  await sitting.submit();
});

fault(
  "the server is killed at one statement after the other of submitting: done wholly or not at all",
  async ({ app, browser }) => {
    fault.setTimeout(240_000);
    const context = await browser.newContext();
    let sitting: Sitting;
    const kills = await atEachStatement(
      app,
      async () => {
        const page = await context.newPage();
        await app.dieAt(null);
        sitting = await startExam(page, app);
        await sitting.choose();
        await sitting.told("Saved");
        await page.goto(`${app.url}/attempts/${sitting.id}/review`);
        await sitting.told("Saved");
        await app.dieAt({ before: kill });
        kill += isLong ? 1 : 3;
        await page.getByRole("button", { name: "Submit exam" }).click();
      },
      async () => {
        await expectWhole(app, sitting.id);
        await sitting.verifyResult();
      },
    );
    figure("kills", String(kills));
    expect(kills).toBeGreaterThan(1);
    await context.close();
  },
);

let kill = 1;

/** A finish is one: ended, graded and scored, or nothing of it. */
async function expectWhole(app: AppServer, id: string): Promise<void> {
  const [attempt] = await sql(app, 'SELECT "finishedAt", "score" FROM "Attempt" WHERE "id" = ?', id);
  const items = await sql(app, 'SELECT "committedAt" FROM "AttemptItem" WHERE "attemptId" = ?', id);
  const isFinished = attempt?.finishedAt != null;
  expect(attempt?.score != null).toBe(isFinished);
  for (const { committedAt } of items) expect(committedAt != null).toBe(isFinished);
}
