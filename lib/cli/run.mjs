import { readFileSync } from "node:fs";
import { isInstalled } from "./install.mjs";
import { prepare } from "./prepare.mjs";
import { runProgram } from "./run-program.mjs";
import { main } from "./say.mjs";

/** `npm run content` and `npm run admin`: prepares what is missing, then runs the command. */
const [name, ...args] = process.argv.slice(2);
if (asksForHelp(args) && !isInstalled()) {
  // Who asks what there is need not wait for minutes: a test holds these texts to what the commands say themselves.
  process.stdout.write(readFileSync(`${import.meta.dirname}/help/${name}.txt`, "utf8"));
  process.exit(0);
}
await main(() => prepare({ quiet: true }));
// It needs a package, which may have been missing until now.
const { commandArguments } = await import("./command-arguments.mjs");
runProgram([...(await commandArguments(name)), ...args]);

function asksForHelp(args) {
  return args.length === 0 || args.some((arg) => ["help", "--help", "-h"].includes(arg));
}
