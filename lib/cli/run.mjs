import { spawn } from "node:child_process";
import { prepare } from "./prepare.mjs";
import { stopSignals } from "./run-command.mjs";
import { main } from "./say.mjs";

/** `npm run content` and `npm run admin`: prepares what is missing, then runs the command. */
const [name, ...words] = process.argv.slice(2);
await main(() => prepare({ quiet: true }));
// It needs a package, which may have been missing until now.
const { commandArguments } = await import("./command-arguments.mjs");
const child = spawn(process.execPath, [...(await commandArguments(name)), ...words], { stdio: "inherit" });
for (const signal of stopSignals) process.on(signal, () => child.kill(signal));
child.on("close", (code, signal) => process.exit(signal ? 1 : code));
