import { existsSync, readFileSync } from "node:fs";
import { lockFileProblems } from "./lock-file.mjs";
import { prepare } from "./prepare.mjs";
import { run } from "./run-command.mjs";
import { main, Refused, step } from "./say.mjs";

/** `npm run check`: format and lint, types, lock file, dead code. Says everything that is wrong before it ends. */
await main(async () => {
  await prepare({ development: true });
  const failures = [];
  await check("format and lint", "node_modules/@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."]);
  if (!existsSync("next-env.d.ts")) await run(process.execPath, ["node_modules/next/dist/bin/next", "typegen"]);
  await check("types", "node_modules/typescript/bin/tsc", ["--noEmit", "-p", "."]);
  await step("lock file", checkLockFile);
  await check("dead code", "node_modules/knip/bin/knip.js", []);
  await check("code for tests alone", "node_modules/knip/bin/knip.js", ["--production"]);
  if (failures.length > 0) throw new Refused(`${failures.join(", ")}: see above`);

  async function checkLockFile() {
    const problems = lockFileProblems(readFileSync("package-lock.json", "utf8"));
    if (problems.length === 0) return;
    failures.push("lock file");
    process.stdout.write(`${problems.join("\n")}\nRun npm install --package-lock-only without these entries.\n`);
  }

  async function check(name, program, words) {
    await step(name, () =>
      run(process.execPath, [program, ...words]).catch((error) => {
        failures.push(name);
        process.stdout.write(`${error.message}\n`);
      }),
    );
  }
});
