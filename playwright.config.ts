import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { systemBrowsers } from "./lib/cli/system-browsers.mjs";
import { browserArguments } from "./tests/e2e/browser-arguments.ts";
import { longOnly, longRun, longRunOnPostgres, onBothDatabases } from "./tests/e2e/short-run.ts";
import { isLong } from "./tests/support/run-length.ts";

const systemBrowser = systemBrowsers.find((path) => existsSync(path));

const tagged = (...details: readonly { readonly tag: string }[]) => details.map(({ tag }) => new RegExp(tag));
const filesOf = (names: readonly string[]) => names.map((name) => `**/e2e/${name}.spec.ts`);

export default defineConfig({
  testDir: "tests/e2e",
  testIgnore: isLong ? [] : filesOf(longOnly),
  grepInvert: isLong ? [] : tagged(longRun),
  outputDir: "test-results/browser",
  globalSetup: "./tests/e2e/global-setup.ts",
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // On a shared machine a fault test can meet a fault of the machine's own; npm test names each that needed a second try.
  retries: 1,
  workers: 3,
  // Only what hangs should end by it: a busy machine takes a minute for what a quiet one does in twenty seconds.
  timeout: 120_000,
  // A machine that does other things beside takes seconds for anything; a test that fails takes this long to say so.
  expect: { timeout: 15_000 },
  reporter: [["list"], ["./tests/e2e/faults/report.ts"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    timezoneId: "Pacific/Chatham",
    launchOptions: {
      ...(systemBrowser ? { executablePath: systemBrowser } : {}),
      args: browserArguments,
    },
  },
  projects: [
    { name: "sqlite", use: { databaseKind: "sqlite" } as object },
    {
      name: "postgresql",
      use: { databaseKind: "postgresql" } as object,
      ...(isLong ? {} : { testMatch: filesOf(onBothDatabases), grepInvert: tagged(longRun, longRunOnPostgres) }),
    },
  ],
});
