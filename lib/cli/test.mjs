import { existsSync, readFileSync, rmSync } from "node:fs";
import { build } from "./build.mjs";
import { prepare } from "./prepare.mjs";
import { run } from "./run-command.mjs";
import { main, Refused, step } from "./say.mjs";
import { systemBrowsers } from "./system-browsers.mjs";

const unitReport = "test-results/unit.json";
const browserReport = "test-results/e2e.json";

/** `npm test`: whatever is missing, a browser and a PostgreSQL included, then every test. The last line counts them. */
await main(async () => {
  await prepare({ development: true });
  await ensureBrowser();
  await build();
  // What an earlier run left would be counted for a runner that does not get to its report.
  for (const report of [unitReport, browserReport]) rmSync(report, { force: true });
  const units = await suite("node_modules/vitest/vitest.mjs", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${unitReport}`,
  ]);
  const browser = await suite("node_modules/@playwright/test/cli.js", ["test"]);
  const counts = [count(unitReport, countVitest), count(browserReport, countPlaywright)];
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  if (failed > 0 || !units || !browser) process.exit(1);
});

/** True when every test of the suite passed; false also when it was ended by a signal. Its output is shown as it comes. */
async function suite(program, args) {
  try {
    await run(process.execPath, [program, ...args], { inherit: true });
    return true;
  } catch (error) {
    if (typeof error.code !== "number" && !error.signal) throw error;
    return false;
  }
}

/** A runner without a report, or with half of one, counts as a failure. */
function count(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if (error.code !== "ENOENT" && !(error instanceof SyntaxError)) throw error;
    return { passed: 0, failed: 1 };
  }
}

function countVitest(report) {
  const brokenFiles = report.testResults.filter(
    (each) => each.status === "failed" && each.assertionResults.length === 0,
  );
  const failed = report.numFailedTests + brokenFiles.length;
  // An error outside any test is in no count.
  return { passed: report.numPassedTests, failed: failed === 0 && !report.success ? 1 : failed };
}

/** A test that passed only when it was run again is named, for somebody to look into; it is no reason to refuse a change. */
function countPlaywright({ stats, errors }) {
  if (stats.flaky > 0)
    process.stdout.write(`${stats.flaky} passed only on the second try: search the list above for "flaky"\n`);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (stats.expected + stats.unexpected === 0 ? errors.length : 0),
  };
}

/** A browser of the system, else Playwright's own, else one installed by whichever way works here. */
async function ensureBrowser() {
  if (await hasBrowser()) return;
  await step("installed a browser", async () => {
    const tried = [];
    for (const [program, ...args] of waysToInstall()) {
      await run(program, args).catch((error) => tried.push(`${program}: ${error.message.split("\n").at(-1)}`));
      if (await hasBrowser()) return;
    }
    throw new Refused(
      `No browser for the tests: install Chromium (apt-get install chromium) and try again. ${tried.join("; ")}`,
    );
  });
}

async function hasBrowser() {
  const { chromium } = await import("@playwright/test");
  return [...systemBrowsers, chromium.executablePath()].some((path) => existsSync(path));
}

function waysToInstall() {
  const playwright = [process.execPath, "node_modules/@playwright/test/cli.js", "install", "chromium"];
  const isRoot = process.getuid?.() === 0;
  const asRoot = isRoot ? [] : ["sudo", "-n"];
  const update = [...asRoot, "apt-get", "update"];
  const install = (name) => [...asRoot, "apt-get", "install", "-y", "--no-install-recommends", name];
  if (process.platform !== "linux" || !existsSync("/usr/bin/apt-get")) return [playwright];
  return [update, install("chromium-headless-shell"), install("chromium"), playwright];
}
