import { spawn } from "node:child_process";

/**
 * Runs a program to its end and keeps what it prints, to show it only when it fails.
 * Rejects with an Error whose message is the program's own last output.
 */
export function run(program, args, { env = process.env, inherit = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: inherit ? "inherit" : ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(output);
      else reject(Object.assign(new Error(output.trim().slice(-4000) || `${program} ended with ${code}`), { code }));
    });
  });
}
