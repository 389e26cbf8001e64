import { existsSync, rmSync } from "node:fs";
import { build } from "./build.mjs";
import { prepare } from "./prepare.mjs";
import { run } from "./run-command.mjs";
import { main, Refused, step } from "./say.mjs";
import { systemBrowsers } from "./system-browsers.mjs";
import { readPlaywright, readVitest } from "./test-reports.mjs";

const unitReport = "test-results/unit.json";
const browserReport = "test-results/e2e.json";

/**
 * `npm test`: whatever is missing, a browser and a PostgreSQL included, then every test. The last line counts them. Either
 * suite waits for much else than a processor, so they run at the same time; what the browser suite prints comes second.
 */
await main(async () => {
  await prepare({ development: true });
  // What an earlier run left would be counted for a runner that does not get to its report.
  for (const report of [unitReport, browserReport]) rmSync(report, { force: true });
  const unitsEnd = runUnits();
  const ends = await Promise.allSettled([unitsEnd, runBrowser(showAfter(unitsEnd))]);
  const [units, browser] = ends.map((end) => {
    if (end.status === "rejected") throw end.reason;
    return end.value;
  });
  const reports = [readVitest(unitReport), readPlaywright(browserReport)];
  const failed = reports.flatMap((report) => report.failed);
  list(
    "Passed only on the second try",
    reports.flatMap((report) => report.flaky),
  );
  list("Failed", failed);
  const passed = reports.reduce((sum, report) => sum + report.passed, 0);
  process.stdout.write(`${passed} passed, ${failed.length} failed\n`);
  if (failed.length > 0 || !units || !browser) process.exit(1);
});

/** Names tests again below the runs, where somebody who sees only the end of the output finds them. */
function list(title, tests) {
  if (tests.length > 0) process.stdout.write(`\n${title}:\n\n${tests.join("\n\n")}\n\n`);
}

function runUnits() {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`];
  return suite("node_modules/vitest/vitest.mjs", ["run", ...reporters], { inherit: true });
}

async function runBrowser(onOutput) {
  await ensureBrowser();
  await build();
  return suite("node_modules/@playwright/test/cli.js", ["test"], { onOutput });
}

/** Returns a function that shows what it is given, but nothing before `turn` has ended. */
function showAfter(turn) {
  const held = [];
  let show = (chunk) => held.push(chunk);
  const begin = () => {
    show = (chunk) => process.stdout.write(chunk);
    held.forEach(show);
  };
  turn.then(begin, begin);
  return (chunk) => show(chunk);
}

/** True when every test of the suite passed; false also when it was ended by a signal. */
async function suite(program, args, options) {
  try {
    await run(process.execPath, [program, ...args], options);
    return true;
  } catch (error) {
    if (typeof error.code !== "number" && !error.signal) throw error;
    return false;
  }
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
