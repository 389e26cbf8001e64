import { isLong } from "../../support/run-length.ts";
import { heldIn } from "./database.ts";
import { expect, fault } from "./fault-test.ts";
import { startExam } from "./sitting.ts";

fault.use({ hooks: true });

const twoHoursMs = 2 * 60 * 60_000;

fault(
  "the server's clock jumps two hours forward and back while nobody looks: no exam is submitted",
  async ({ page, app }) => {
    fault.setTimeout(120_000);
    const sitting = await startExam(page, app);
    await sitting.choose();
    await sitting.verify();
    await page.goto("about:blank");
    const jumps = () => app.log().split('"clock-jumped"').length - 1;
    const before = jumps();
    try {
      await app.setClock(twoHoursMs);
      await expect.poll(jumps, { timeout: 40_000 }).toBe(before + 1);
      const health = await fetch(`${app.url}/api/health`);
      expect([health.status, await health.json()]).toMatchObject([200, { clock: "waiting" }]);
      expect((await heldIn(app, sitting.id)).finishedBy).toBeNull();
      await app.setClock(0);
      if (isLong) await expect.poll(jumps, { timeout: 40_000 }).toBe(before + 2);
    } finally {
      await app.setClock(0);
      // Else the clock would be in doubt for five minutes, also for the tests that follow.
      await app.kill();
      await app.start();
    }
    expect((await heldIn(app, sitting.id)).finishedBy).toBeNull();
    await sitting.open(1);
    await sitting.choose(1);
    await sitting.verify();
    await sitting.submit();
  },
);
