import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../support/free-port.ts";
import { generateContent } from "../generate-content.ts";
import { rowByValue } from "../row.ts";
import type { Suite } from "../suite.ts";

/** How long a second `npm start` takes until its first 200, beside `next start` on the same build and database. */
export const start: Suite = async (report, options) => {
  const folder = await mkdtemp(join(tmpdir(), "mockdown-start-"));
  try {
    await generateContent(join(folder, "content"), 300, "rich");
    await timeToFirstAnswer(folder, "npm", ["start"]);
    const bare = ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1"];
    const [npmStarts, nextStarts]: [number[], number[]] = [[], []];
    for (let i = 0; i < (options.isQuick ? 3 : 7); i++) {
      npmStarts.push(await timeToFirstAnswer(folder, "npm", ["start"]));
      nextStarts.push(await timeToFirstAnswer(folder, process.execPath, bare));
    }
    const [ours, limit] = [median(npmStarts), median(nextStarts)];
    const details = `npm start ${seconds(ours)}, next start ${seconds(limit)}; medians of ${npmStarts.length}`;
    report.row(
      rowByValue({
        suite: "start",
        case: "second npm start to the first 200, beyond next start",
        value: (ours - limit) / 1000,
        unit: "s",
        goal: 1,
        details,
      }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
};

async function timeToFirstAnswer(folder: string, program: string, args: readonly string[]): Promise<number> {
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    DATABASE_URL: `file:${join(folder, "mockdown.db")}`,
    CONTENT_DIR: join(folder, "content"),
    AUTH_SECRET: "a secret of benchmarks that is long enough for anything",
  };
  const begin = performance.now();
  // In a process group of its own, because npm does not pass every signal on.
  const child = spawn(program, args, { env, stdio: "ignore", detached: true });
  try {
    while (!(await answers(`http://127.0.0.1:${port}/`))) {
      if (child.exitCode !== null) throw new Error(`${program} ${args.join(" ")} ended with ${child.exitCode}`);
      if (performance.now() - begin > 120_000) throw new Error(`no answer from ${program} within two minutes`);
      await sleep(10);
    }
    return performance.now() - begin;
  } finally {
    await end(child);
  }
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (response) => response.status === 200,
    () => false,
  );
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("close", resolve));
  process.kill(-(child.pid as number), "SIGTERM");
  await ended;
}

function median(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[list.length >> 1] as number;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
