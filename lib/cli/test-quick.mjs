import { prepare } from "./prepare.mjs";
import { run } from "./run-command.mjs";
import { main } from "./say.mjs";

/** Of the tests that run on both databases, those on SQLite. */
const withoutPostgres = "^(?!.*\\bon PostgreSQL\\b)";

/** `npm run test:quick`: the tests that need neither a browser nor a build, on SQLite. For the time between two edits. */
await main(async () => {
  await prepare({ development: true });
  await run(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--reporter=dot", "-t", withoutPostgres], {
    inherit: true,
  }).catch((error) => {
    if (typeof error.code !== "number") throw error;
    process.exit(error.code);
  });
});
