import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { isInstalled } from "./install.mjs";
import { prepare } from "./prepare.mjs";
import { stopSignals } from "./run-command.mjs";
import { main } from "./say.mjs";

/** `npm run content` and `npm run admin`: prepares what is missing, then runs the command. */
const [name, ...words] = process.argv.slice(2);
if (asksForHelp(words) && !isInstalled()) {
  // Who asks what there is need not wait for minutes: a test holds these texts to what the commands say themselves.
  process.stdout.write(readFileSync(`${import.meta.dirname}/help/${name}.txt`, "utf8"));
  process.exit(0);
}
await main(() => prepare({ quiet: true }));
// It needs a package, which may have been missing until now.
const { commandArguments } = await import("./command-arguments.mjs");
const child = spawn(process.execPath, [...(await commandArguments(name)), ...words], { stdio: "inherit" });
for (const signal of stopSignals) process.on(signal, () => child.kill(signal));
child.on("close", (code, signal) => process.exit(signal ? 1 : code));

function asksForHelp(words) {
  return words.length === 0 || words.some((word) => ["help", "--help", "-h"].includes(word));
}
