import { defineConfig } from "vitest/config";
import { inRun } from "./tests/support/run-length.ts";

export default defineConfig({
  test: {
    globalSetup: [],
    env: { TZ: "Pacific/Chatham" },
    // Test files share loaded modules: to load them for each anew took more than a third of the processor time.
    isolate: false,
    // Left to itself the runner leaves a processor idle, of two.
    maxWorkers: "100%",
    // What hostile input must not take is minutes; a busy machine may take seconds for anything.
    testTimeout: inRun(60_000, 600_000),
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          pool: "threads",
          include: ["lib/**/*.test.ts", "components/**/*.test.ts", "tests/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/databases-setup.ts"],
        },
      },
    ],
    setupFiles: ["tests/support/no-console-errors.ts"],
  },
});
