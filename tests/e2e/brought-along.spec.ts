import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { commandArguments } from "../../lib/cli/command-arguments.mjs";
import { person } from "../support/browser-people.ts";
import { expect, test } from "./app-test.ts";
import { longRun } from "./short-run.ts";

const execute = promisify(execFile);

test(
  "a thread brought along shows names and ages of its own, once, and its authors have no account",
  longRun,
  async ({ app, browser }) => {
    const file = join(app.folder, "thread.jsonl");
    const lines = [
      {
        question: "widest-field",
        id: "1",
        author: "Traveller",
        body: "It is **b**",
        age: "7 days ago",
        captured: "2026-03-20",
      },
      { question: "widest-field", id: "2", parent: "1", author: "Second", age: "1 month ago", captured: "2026-04-20" },
    ];
    await writeFile(file, lines.map((line) => JSON.stringify(line)).join("\n"));
    const env = { ...process.env, DATABASE_URL: app.databaseUrl };
    const args = [...(await commandArguments("content")), "import-thread", file, "--exam", "sample"];
    for (let times = 0; times < 2; times++) await execute(process.execPath, args, { env });
    const ada = await person(browser, app.url, "Ann", "widest-field");
    const bob = await person(browser, app.url, "Ben", "widest-field");
    for (const page of [ada, bob]) {
      await expect(page.getByRole("article")).toHaveCount(2);
      const time = page.getByRole("article", { name: "Traveller" }).locator("time");
      await expect(time).toHaveText("around March 2026, imported");
      await expect(time).toHaveAttribute("title", "7 days ago, on 2026-03-20");
    }
    const imported = bob.getByRole("article", { name: "Traveller" });
    await imported.getByRole("button", { name: "Upvote" }).click();
    await expect(imported.getByText("1 upvote, 0 downvotes")).toBeAttached();
  },
);
