import { commandArguments } from "./command-arguments.mjs";
import { run } from "./run-command.mjs";
import { Refused } from "./say.mjs";

/**
 * Everything that needs the packages: settings, database, content. It says itself, at once and in full, what it refuses.
 * `words` are what follows `npm start --`.
 */
export async function runSetUp(words = []) {
  await run(process.execPath, [...(await commandArguments("set-up")), ...words], { inherit: true }).catch((error) => {
    if (error.code === 1) process.exit(1);
    throw new Refused(`Database and content cannot be prepared: ${error.message}`);
  });
}
