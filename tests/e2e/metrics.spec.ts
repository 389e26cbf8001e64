import { version } from "../../lib/env/version.ts";
import { startApp } from "../support/app-server.ts";
import { expect, test } from "./app-test.ts";

test("what learners do reaches /metrics, which opens to the token alone", async ({ page, content }) => {
  test.skip(test.info().project.name !== "sqlite", "counting does not depend on the database");
  const app = await startApp({ content, environment: { METRICS_TOKEN: "a-token-for-this-test" } });
  try {
    const scrape = async (token: string) =>
      fetch(`${app.url}/metrics`, { headers: { Authorization: `Bearer ${token}` } });
    expect((await scrape("another-token-entirely")).status).toBe(401);
    await page.goto(`${app.url}/exams/sample`);
    await page.getByRole("button", { name: "Start mock exam" }).click();
    await page.getByRole("button", { name: "Begin exam" }).click();
    await page.getByRole("button", { name: "Flag" }).click();
    await expect(page.getByRole("status").first()).toHaveText("Saved");
    await expect
      .poll(async () => (await scrape("a-token-for-this-test")).text())
      .toMatch(/^mockdown_answers_requests_total\{method="PUT",status="200"\} [1-9]/m);
    const text = await (await scrape("a-token-for-this-test")).text();
    expect(text).toMatch(/^mockdown_attempts_started_total\{mode="mock"\} 1$/m);
    expect(text).toMatch(/^mockdown_answers_duration_seconds_bucket\{le="\+Inf",method="PUT"\} [1-9]/m);
    expect(text).toMatch(/^mockdown_answer_entries_total\{outcome="saved"\} [1-9]/m);
    expect(text).toMatch(/^mockdown_questions 9$/m);
    const page200 = 'route="/attempts/\\[id\\]/\\[n\\]",method="GET",status="200"';
    expect(text).toMatch(new RegExp(`^mockdown_request_duration_seconds_count{${page200}} [1-9]`, "m"));
    await page.goto(`${app.url}/help`);
    await expect(page.getByRole("contentinfo")).toContainText(`Mockdown ${version}`);
  } finally {
    await app.dispose();
  }
});
