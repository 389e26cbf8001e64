import { spawn } from "node:child_process";

/** What tells a program to end: Ctrl-C, a service manager, a terminal that was closed. Who dies of one leaves what it started behind. */
export const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"];

let running = 0;

/** True while a program started by `run` is running: it gets our stop signals, and our program ends after it. */
export function isRunning() {
  return running > 0;
}

/**
 * Runs a program to its end and keeps what it prints, to show it only when it fails; `onOutput` gets it as it comes.
 * Rejects with an Error whose message is the program's own last output, with its `code` and `signal`.
 * A stop signal to us meanwhile goes on to the program; when it has ended, so do we.
 */
export function run(program, args, { env = process.env, inherit = false, onOutput = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: inherit ? "inherit" : ["ignore", "pipe", "pipe"] });
    const release = passSignals(child);
    let output = "";
    const keep = (chunk) => {
      output += chunk;
      onOutput(chunk);
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("error", (error) => {
      release();
      reject(error);
    });
    child.on("close", (code, signal) => {
      const { isStopped } = release();
      if (isStopped) process.exit(1);
      if (code === 0) resolve(output);
      else
        reject(
          Object.assign(new Error(output.trim().slice(-4000) || `${program} ended with ${code ?? signal}`), {
            code,
            signal,
          }),
        );
    });
  });
}

function passSignals(child) {
  let isStopped = false;
  const pass = (signal) => {
    isStopped = true;
    child.kill(signal);
  };
  running++;
  for (const signal of stopSignals) process.on(signal, pass);
  let isReleased = false;
  return () => {
    if (!isReleased) running--;
    isReleased = true;
    for (const signal of stopSignals) process.off(signal, pass);
    return { isStopped };
  };
}
