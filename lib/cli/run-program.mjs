import { spawn } from "node:child_process";
import { stopSignals } from "./run-command.mjs";

/** Runs Node with `args` in place of this program: same terminal, same signals, same exit code. */
export function runProgram(args) {
  const child = spawn(process.execPath, args, { stdio: "inherit" });
  for (const signal of stopSignals) process.on(signal, () => child.kill(signal));
  child.on("close", (code, signal) => process.exit(signal ? 1 : code));
}
