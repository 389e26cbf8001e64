import { spawn } from "node:child_process";
import { keepBackups } from "./keep-backups.mjs";
import { port } from "./listening.mjs";
import { isRunning, stopSignals } from "./run-command.mjs";

let server = null;
let stopBackups = () => {};
let isStopping = false;

/** From now on this program ends in order on a stop signal, and with 0: that is how a server is meant to end, whatever it was doing. */
export function endOnSignal() {
  for (const signal of stopSignals) process.on(signal, stop);
  process.on("exit", () => {
    if (isStopping) process.exitCode = 0;
  });
}

/** A program that `run` started gets the signal from it, and ends ours. */
function stop() {
  isStopping = true;
  stopBackups();
  server?.kill("SIGTERM");
  if (server === null && !isRunning()) process.exit(0);
}

/**
 * Runs the server until it ends, which ends this program, and makes backups beside it. `serverWords` and `adminWords` are
 * what Node is given to run the server and the commands for operators.
 */
export function supervise(serverWords, adminWords) {
  const env = { ...process.env, NODE_ENV: "production", PORT: String(port()) };
  server = spawn(process.execPath, serverWords, { env, stdio: "inherit" });
  server.on("close", (code) => process.exit(code ?? 1));
  stopBackups = keepBackups(adminWords);
}
