import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);
const nobody = "65534";

/** The arguments that run a program as a user who may not write root's files; empty if we are not root. */
export const asNobody =
  process.getuid?.() === 0 ? ["setpriv", `--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups"] : [];

/** Puts a text into the data folder of this checkout, runs `work`, and removes it again. */
export async function withCanary<T>(work: (canary: string) => Promise<T>): Promise<T> {
  const canary = `canary-${randomUUID()}`;
  const file = join("data", canary);
  await writeFile(file, canary);
  return work(canary).finally(() => rm(file));
}

/** Paths below `folder` of the files that hold one of `texts`. */
export async function filesHolding(folder: string, texts: readonly string[]): Promise<readonly string[]> {
  const wanted = texts.map((text) => Buffer.from(text));
  const found: string[] = [];
  for (const file of await filesIn(folder)) {
    const bytes = await readFile(join(folder, file));
    if (wanted.some((text) => bytes.includes(text))) found.push(file);
  }
  return found;
}

/** Paths below `folder` of every file. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

/** In MB, the size of the files. */
export async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const file of await filesIn(folder)) bytes += (await stat(join(folder, file))).size;
  return Math.round(bytes / 1e6);
}

/** In MiB, the memory of a process and everything that it started. */
export async function residentMemory(pid: number): Promise<number> {
  const { stdout } = await execute("ps", ["-e", "-o", "pid=,ppid=,rss="]);
  const rows = stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const sum = (parent: number): number =>
    rows.reduce((total, [own, of, kib = 0]) => total + (of === parent ? sum(own ?? 0) + kib : 0), 0);
  const own = rows.find(([each]) => each === pid)?.[2] ?? 0;
  return Math.round((own + sum(pid)) / 1024);
}

export interface Running {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Resolves to its exit code when it has ended; null after a signal. */
  readonly ended: Promise<number | null>;
  /** Stops it; resolves to its exit code, null after a signal. */
  readonly stop: () => Promise<number | null>;
}

/** Starts a program and collects its output. */
export function startProgram(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Running {
  const [program = "", ...rest] = args;
  const child = spawn(program, rest, { cwd, env });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output += chunk;
    });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return {
    child,
    output: () => output,
    ended,
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

/**
 * Packs the release in `folder`, and installs that archive in a new project below `place` with an empty cache, as `npx`
 * would. The prebuilt native driver comes from a server on this machine, because its authors' server cannot be reached
 * everywhere. Returns the installed program.
 */
export async function installPacked(folder: string, place: string): Promise<string> {
  const project = join(place, "project");
  await mkdir(project);
  const driver = join(place, "driver.tar.gz");
  await execute("tar", ["-czf", driver, "-C", "node_modules/better-sqlite3", "build/Release/better_sqlite3.node"]);
  const mirror = createServer((_, reply) => createReadStream(driver).pipe(reply));
  await new Promise<void>((resolve) => mirror.listen(0, "127.0.0.1", resolve));
  const env = {
    ...process.env,
    npm_config_cache: join(place, "cache"),
    npm_config_better_sqlite3_binary_host: `http://127.0.0.1:${(mirror.address() as AddressInfo).port}`,
  };
  try {
    const { stdout } = await execute("npm", ["pack", "--json", "--pack-destination", place], { cwd: folder, env });
    const [{ filename }] = JSON.parse(stdout);
    await execute("npm", ["install", "--no-audit", "--no-fund", join(place, filename)], { cwd: project, env });
  } finally {
    mirror.close();
  }
  return join(project, "node_modules/.bin/mockdown");
}
