import { person, write } from "../support/browser-people.ts";
import { waitsDuring } from "../support/longest-wait.ts";
import { expect, test } from "./app-test.ts";

/** This C# keeps its grammar busy for more than a minute. */
const endless = `\`\`\`csharp\n${".for ".repeat(24)}\n\`\`\``;

test("a comment that the highlighter would never finish holds up nobody, and is shown without colours", async ({
  browser,
  app,
}) => {
  const ada = await person(browser, app.url, "Edna", "tallest-tree");
  const preview = ada.getByRole("region", { name: "Preview" });
  const show = async (markdown: string, text: string) => {
    await ada.getByRole("textbox", { name: "Comment" }).fill(markdown);
    await ada.getByRole("button", { name: "Preview" }).click();
    await expect(preview).toContainText(text);
  };
  const health = `${app.url}/api/health`;
  const honest = await waitsDuring(health, show("```csharp\nreturn 1;\n```", "return 1;"));
  const hostile = await waitsDuring(health, show(`**bold**\n\n${endless}`, ".for .for"));
  process.stdout.write(
    `longest wait of /api/health while a preview is made: honest ${honest.longest.toFixed(0)} ms, endless ${hostile.longest.toFixed(0)} ms\n`,
  );
  expect(hostile.answered).toBeGreaterThan(3);
  await expect(preview.locator("strong")).toHaveText("bold");
  await expect(preview.locator("code span")).toHaveCount(0);
  // The next thread has to load its grammars, and gets no more time for that than for anything else.
  await expect(async () => {
    await show("```csharp\nreturn 2;\n```", "return 2;");
    await expect(preview.locator("code span").first()).toHaveClass("code-keyword", { timeout: 2_000 });
  }).toPass();
  await write(ada, endless);
  await expect(ada.getByRole("article", { name: "Edna" }).locator("code")).toContainText(".for .for");
});
