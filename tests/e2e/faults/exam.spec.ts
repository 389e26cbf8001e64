import { isLong } from "../../support/run-length.ts";
import { chance } from "./chance.ts";
import { expect, fault, figure } from "./fault-test.ts";
import { heading, startExam } from "./sitting.ts";

fault.use({ content: "content" });

for (let seed = 1; seed <= (isLong ? 20 : 1); seed++)
  fault(
    `3 of 10 requests or their replies are lost at random over an exam of 50 questions, seed ${seed}`,
    async ({ page, app }) => {
      fault.setTimeout(300_000);
      const random = chance(seed);
      let [sent, lost] = [0, 0];
      const sitting = await startExam(page, app, "Start mock exam", "nca-genl");
      expect(sitting.count).toBe(50);
      // Whatever the page asks for in the background: saves, polls, questions, pages, the submission.
      await page.route(/.*/, async (route) => {
        if (route.request().resourceType() !== "fetch") return route.continue();
        sent++;
        const drawn = random();
        if (drawn >= 0.3) return route.continue();
        lost++;
        if (drawn < 0.15) return route.abort("failed");
        await route.fetch().catch(() => null);
        return route.abort("connectionreset");
      });
      for (let n = 1; n <= sitting.count; n++) {
        await sitting.choose(seed + n);
        if (n % 7 === 0) await sitting.choose(seed + n + 1);
        await sitting.next();
      }
      await sitting.shows("Saved", 120_000);
      await sitting.verify();
      await page.getByRole("button", { name: "Submit exam" }).click();
      await expect(heading(page)).toHaveText("Result", { timeout: 120_000 });
      await page.unroute(/.*/);
      await page.goto(`${app.url}/attempts/${sitting.id}/result`);
      await sitting.verifyResult();
      figure("requests", `${sent}, of which ${lost} or their replies were lost`);
    },
  );
