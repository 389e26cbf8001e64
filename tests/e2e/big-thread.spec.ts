import { startApp } from "../support/app-server.ts";
import { person } from "../support/browser-people.ts";
import { seedThread } from "../support/run-seed-thread.ts";
import { expect, test } from "./app-test.ts";

test("a thread of 10,000 comments opens as one of 20 does", async ({ browser, content }) => {
  test.skip(test.info().project.name !== "sqlite", "the benchmark runs on both databases");
  test.setTimeout(180_000);
  const app = await startApp({ content });
  try {
    const page = await person(browser, app.url, "Reader", "tallest-tree");
    await page.goto("/exams/sample/questions/widest-field");
    await page.getByRole("radio").first().check();
    await page.getByRole("button", { name: "Check answer" }).click();
    await expect(page.getByRole("heading", { name: "Discussion" })).toBeVisible();
    await seedThread(app, "tallest-tree", "comments", "10000");
    await seedThread(app, "widest-field", "comments", "40");
    const openMs = async (question: string) => {
      const before = performance.now();
      const response = await page.request.get(`/exams/sample/questions/${question}`);
      expect(await response.text()).toContain("Comment ");
      return performance.now() - before;
    };
    // In turns, so that whatever else the machine does meets both alike.
    const times: (readonly [number, number])[] = [];
    for (let i = 0; i < 35; i++) times.push([await openMs("widest-field"), await openMs("tallest-tree")]);
    const median = (side: 0 | 1) => times.map((pair) => pair[side]).sort((a, b) => a - b)[17] as number;
    const [small, large] = [median(0), median(1)];
    console.log(
      `40 comments ${small.toFixed(1)} ms, 10,000 comments ${large.toFixed(1)} ms, ratio ${(large / small).toFixed(2)}`,
    );
    // The goal of 1.2 is the benchmark's to show on a quiet machine.
    expect(large / small).toBeLessThan(1.6);
  } finally {
    await app.dispose();
  }
});
