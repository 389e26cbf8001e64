import { spawn } from "node:child_process";
import { commandArguments } from "./command-arguments.mjs";
import { prepare } from "./prepare.mjs";
import { stopSignals } from "./run-command.mjs";
import { main } from "./say.mjs";

/** `npm run content` and `npm run admin`: prepares what is missing, then runs the command in TypeScript. */
const [name, ...words] = process.argv.slice(2);
await main(() => prepare({ quiet: true }));
const child = spawn(process.execPath, [...commandArguments, `lib/cli/${name}.ts`, ...words], { stdio: "inherit" });
for (const signal of stopSignals) process.on(signal, () => child.kill(signal));
child.on("close", (code, signal) => process.exit(signal ? 1 : code));
