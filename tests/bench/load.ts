import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Job, Outcome } from "./load-job.ts";

let child: ChildProcess | null = null;

/** Makes the load process do one job. It does one at a time. */
export function load(job: Job): Promise<Outcome> {
  child ??= fork(fileURLToPath(new URL("load-process.ts", import.meta.url)));
  const running = child;
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the load process ended with ${code}`));
    running.once("exit", ended);
    running.once("message", (outcome: Outcome) => {
      running.off("exit", ended);
      resolve(outcome);
    });
    running.send(job);
  });
}

export function endLoad(): void {
  child?.disconnect();
  child = null;
}
