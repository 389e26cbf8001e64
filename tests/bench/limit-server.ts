import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";
import { fingerprint } from "../../lib/cli/fingerprint.mjs";
import { run } from "../../lib/cli/run-command.mjs";
import { freePort } from "../support/free-port.ts";
import { words } from "./words.ts";

/** Git ignores it, the packages can be found from it, and the next run need not build it again. */
const folder = "data/bench/limit-app";
const next = "node_modules/next/dist/bin/next";
const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };

export interface LimitServer {
  readonly url: string;
  readonly pid: number;
  /** Makes the address of a dynamic page answer with `bytes` bytes, within one percent, and returns its path. */
  readonly pageOf: (id: string, bytes: number) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** A minimal Next app, built from `limit-app` and started on a free port. */
export async function startLimit(): Promise<LimitServer> {
  await build();
  const data = await mkdtemp(join(tmpdir(), "mockdown-limit-"));
  const file = join(data, "limit.db");
  const db = new Database(file);
  db.exec("CREATE TABLE page (id TEXT PRIMARY KEY, text TEXT); CREATE TABLE saved (id INTEGER PRIMARY KEY, body TEXT)");
  const setText = db.prepare(
    "INSERT INTO page (id, text) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET text = excluded.text",
  );
  setText.run("answer", words("answer", 2_000));
  const port = await freePort();
  const child = spawn(process.execPath, [next, "start", folder, "-p", String(port), "-H", "127.0.0.1"], {
    env: { ...env, LIMIT_DATABASE: file },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  await untilUp(`${url}/static`, child);
  const sizeOf = async (id: string, length: number) => {
    setText.run(id, words(id, length));
    return Buffer.byteLength(await (await fetch(`${url}/page/${id}`)).text());
  };
  return {
    url,
    pid: child.pid as number,
    async pageOf(id, bytes) {
      const [small, large] = [await sizeOf(id, 100), await sizeOf(id, 20_100)];
      let length = Math.max(1, Math.round(100 + ((bytes - small) * 20_000) / (large - small)));
      for (let tries = 0; tries < 5; tries++) {
        const missing = bytes - (await sizeOf(id, length));
        if (Math.abs(missing) <= bytes / 100) break;
        length = Math.max(1, length + Math.round((missing * 20_000) / (large - small)));
      }
      return `/page/${id}`;
    },
    async stop() {
      await end(child);
      db.close();
      await rm(data, { recursive: true });
    },
  };
}

async function build(): Promise<void> {
  const stamp = join(folder, ".next/built-from");
  const wanted = await fingerprint(["tests/bench/limit-app", "package-lock.json"]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  await rm(folder, { recursive: true, force: true });
  await cp("tests/bench/limit-app", folder, { recursive: true });
  await run(process.execPath, [next, "build", folder], { env });
  writeFileSync(stamp, wanted);
}

async function untilUp(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200 && child.exitCode === null; tries++) {
    const isUp = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await sleep(50);
  }
  throw new Error(`the limit's server did not come up at ${url}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGTERM");
  await ended;
}
