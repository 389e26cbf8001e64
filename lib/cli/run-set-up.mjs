import { run } from "./run-command.mjs";
import { Refused } from "./say.mjs";

/**
 * Everything that needs the packages: settings, database, content. It says itself, at once and in full, what it refuses.
 * `program` is what Node is given to run it; `args` are the options of the start.
 */
export async function runSetUp(program, args = []) {
  await run(process.execPath, [...program, ...args], { inherit: true }).catch((error) => {
    if (error.code === 1) process.exit(1);
    throw new Refused(`Database and content cannot be prepared: ${error.message}`);
  });
}
