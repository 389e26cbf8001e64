import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { promisify } from "node:util";
import { startApp } from "../../support/app-server.ts";
import { expect, fault } from "./fault-test.ts";
import { heading, startExam } from "./sitting.ts";

fault("a new release is deployed under open tabs", async ({ browser, content, databaseKind }) => {
  fault.setTimeout(600_000);
  const postgres = databaseKind === "postgresql" ? (process.env.MOCKDOWN_TEST_POSTGRES ?? "") : "";
  // The runs on the two databases build side by side.
  const second = `test-results/second-release-${databaseKind}`;
  await rm(second, { recursive: true, force: true });
  // Its own folder gives it its own names of pages, chunks and actions, as another release has.
  const env = { ...process.env, NODE_ENV: "production", MOCKDOWN_DIST_DIR: second } as NodeJS.ProcessEnv;
  await promisify(execFile)(process.execPath, ["node_modules/next/dist/bin/next", "build"], { env });
  const app = await startApp({ content, ...(postgres === "" ? {} : { postgres }) });
  try {
    const open = async (button = "Start mock exam") =>
      startExam(await (await browser.newContext()).newPage(), app, button);
    const [exam, review, study, asleep] = [await open(), await open(), await open("Start study"), await open()];
    for (const sitting of [exam, review, study, asleep]) {
      await sitting.choose();
      await sitting.shows("Saved");
    }
    await review.page.getByRole("button", { name: "Finish" }).click();
    await expect(heading(review.page)).toHaveText("Check your answers");
    // One tab has not seen the deployment when its learner goes on.
    await asleep.page.context().setOffline(true);
    await asleep.choose(1);
    await asleep.shows("Not saved: will retry");

    process.kill(app.pid(), "SIGTERM");
    await app.ended();
    await exam.choose(1);
    await app.start({ MOCKDOWN_DIST_DIR: second });

    await exam.shows("Saved");
    await exam.next();
    await exam.choose(2);
    await exam.verify();
    await exam.page.getByRole("button", { name: "Finish" }).click();
    await expect(heading(exam.page)).toHaveText("Check your answers");
    await exam.page.getByRole("button", { name: "Submit exam" }).click();
    await exam.verifyResult();

    // This page's button has an address that the new release does not know.
    await review.page.getByRole("button", { name: "Submit exam" }).click();
    await review.verifyResult();

    await study.page.getByRole("button", { name: "I don’t know" }).click();
    await study.shows("Saved");
    await expect(async () => {
      const button = study.page.getByRole("button", { name: "I don’t know" });
      // Meanwhile the verdict may take its place: then there is nothing left to press.
      if (await button.isVisible()) await button.click({ timeout: 2_000 });
      await expect(study.page.getByRole("heading", { name: "Incorrect" })).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 30_000 });

    await asleep.page.context().setOffline(false);
    await asleep.verify();
    await asleep.submit();
    for (const { page } of [exam, review, study, asleep]) await page.context().close();
  } finally {
    await app.dispose();
    await rm(second, { recursive: true, force: true });
  }
});
