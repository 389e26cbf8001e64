import { existsSync, readFileSync } from "node:fs";
import { licenceProblems } from "./licences.mjs";
import { lockFileProblems } from "./lock-file.mjs";
import { prepare } from "./prepare.mjs";
import { run } from "./run-command.mjs";
import { main, Refused, step } from "./say.mjs";

/**
 * `npm run check`: format and lint, types, lock file, licences, dead code. Reports everything that is wrong before it
 * ends.
 */
await main(async () => {
  await prepare({ development: true });
  const failures = [];
  await check("format and lint", "node_modules/@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."]);
  if (!existsSync("next-env.d.ts")) await run(process.execPath, ["node_modules/next/dist/bin/next", "typegen"]);
  await check("types", "node_modules/typescript/bin/tsc", ["--noEmit", "-p", "."]);
  const lockFile = readFileSync("package-lock.json", "utf8");
  const mendLock = "Run npm install --package-lock-only without these entries.";
  await step("lock file", () => tell("lock file", lockFileProblems(lockFile), mendLock));
  const mendLicence = "Use another package, or add the licence to lib/cli/licences.mjs with the reason.";
  await step("licences", () => tell("licences", licenceProblems(lockFile), mendLicence));
  await check("dead code", "node_modules/knip/bin/knip.js", []);
  await check("words", "node_modules/vitest/vitest.mjs", ["run", "--project", "pure", "tests/words.test.ts"]);
  await check("code for tests alone", "node_modules/knip/bin/knip.js", ["--production"]);
  if (failures.length > 0) throw new Refused(`${failures.join(", ")}: see above`);

  async function tell(name, problems, mend) {
    if (problems.length === 0) return;
    failures.push(name);
    process.stdout.write(`${problems.join("\n")}\n${mend}\n`);
  }

  async function check(name, program, args) {
    await step(name, () =>
      run(process.execPath, [program, ...args]).catch((error) => {
        failures.push(name);
        process.stdout.write(`${error.message}\n`);
      }),
    );
  }
});
