import { spawn } from "node:child_process";
import { keepBackups } from "./keep-backups.mjs";
import { port } from "./listening.mjs";
import { isRunning, stopSignals } from "./run-command.mjs";

let server = null;
let isServing = false;
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
  if (!isServing && !isRunning()) process.exit(0);
}

/**
 * Starts the server, which loads its code and waits for `letServe`: it may do so while the database is still being prepared.
 * It ends when this program does. `words` are what Node is given to run it.
 */
export function loadServer(words) {
  const env = { ...process.env, NODE_ENV: "production", PORT: String(port()) };
  server = spawn(process.execPath, words, { env, stdio: ["inherit", "inherit", "inherit", "ipc"] });
}

/**
 * Lets the server that was loaded serve until it ends, which ends this program, and makes backups beside it. `adminWords` are
 * what Node is given to run the commands for operators.
 */
export function letServe(adminWords) {
  const end = (code) => process.exit(code ?? 1);
  if (!server.connected) end(server.exitCode);
  isServing = true;
  // Not "close", which waits for the channel as well: Node has been seen to miss that it is gone, and we would never end.
  server.on("exit", end);
  server.send("serve");
  server.disconnect();
  stopBackups = keepBackups(adminWords);
}
