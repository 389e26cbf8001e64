import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { Client } from "pg";
import { commandArguments } from "../../lib/cli/command-arguments.mjs";
import { serverArguments } from "../../lib/cli/server-arguments.mjs";
import { copyTemplate, hasTemplate } from "./app-template.ts";
import { freePort } from "./free-port.ts";

const execute = promisify(execFile);

/** See kill-switch.mjs. */
type KillOrder = Readonly<Record<string, string | number>>;

/** The key of its cookies, unless the environment says otherwise. */
export const testSecret = "a secret of tests that is long enough for anything";

export interface AppServer {
  readonly url: string;
  readonly databaseUrl: string;
  /** The folder of this server, with its database if that is SQLite. */
  readonly folder: string;
  /** Process id of the running server; 0 if there is none. */
  readonly pid: () => number;
  /** Ends the server at once, as a power cut would. */
  readonly kill: () => Promise<void>;
  /** When the server has ended, for whatever reason, resolves to its exit code; null after a signal. */
  readonly ended: () => Promise<number | null>;
  /** Starts it again on the same port and database, with another environment if one is given. */
  readonly start: (environment?: Readonly<Record<string, string>>) => Promise<void>;
  /** Runs `npm run content -- sync` on another content folder beside the running server. */
  readonly sync: (contentFolder: string) => Promise<void>;
  /** The same, but it ends itself as ordered (see kill-switch.mjs). False if it finished first. */
  readonly dyingSync: (contentFolder: string, order: KillOrder) => Promise<boolean>;
  /**
   * Does what `npm start` does before it serves, as a user who is bound by file permissions. Returns its message if it
   * refuses, otherwise "".
   */
  readonly setUp: () => Promise<string>;
  /** Sets the server's wall clock to this many milliseconds from the right time. Only with `hooks`. */
  readonly setClock: (offMs: number) => Promise<void>;
  /** Makes the server believe that this many milliseconds have passed, on each of its clocks. Only with `hooks`. */
  readonly passTime: (passedMs: number) => Promise<void>;
  /** Orders the server to end itself at a certain statement, see kill-switch.mjs. Only with `hooks`. */
  readonly dieAt: (order: KillOrder | null) => Promise<void>;
  /** Everything the server printed. */
  readonly log: () => string;
  /** Closes the pipe that the server prints into, as happens when the program that reads its log ends. */
  readonly stopReading: () => void;
  /** Ends the server and removes all its files. */
  readonly dispose: () => Promise<void>;
}

export interface AppOptions {
  readonly content?: string;
  /** Address of a PostgreSQL server's own database; without it the app gets a SQLite file. */
  readonly postgres?: string;
  /** One of several on the same database, behind a proxy; the first of them prepares the database. */
  readonly behind?: { readonly proxy: string; readonly databaseUrl: string; readonly isFirst: boolean };
  /** Puts the database in place before the first start: its SQLite file, or the name of the new PostgreSQL database. */
  readonly bringIn?: (place: string) => Promise<unknown>;
  readonly environment?: Readonly<Record<string, string>>;
  /** The host name of the site; without it 127.0.0.1, where browsers create no passkeys. */
  readonly host?: "localhost";
  /** Loads what sets the server's clock and what kills it at a certain statement. */
  readonly hooks?: boolean;
}

/** Makes root behave like any other user: bound by file permissions. */
const withoutPrivilege = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"];
const hookFiles = ["movable-clock.mjs", "kill-switch.mjs"].map((name) => `--import=./tests/support/${name}`);

/** The built app with its own database and content, listening on a free port of the loopback interface. */
export async function startApp(options: AppOptions): Promise<AppServer> {
  const {
    content = "content",
    postgres,
    behind,
    bringIn,
    environment = {},
    host = "127.0.0.1",
    hooks = false,
  } = options;
  const folder = await mkdtemp(join(tmpdir(), "mockdown-app-"));
  const file = join(folder, "mockdown.db");
  const databaseUrl =
    behind?.databaseUrl ?? (postgres ? await createDatabase(postgres, content, bringIn) : `file:${file}`);
  if (!postgres && !behind) await (bringIn ?? copyTemplate(content, null))?.(file);
  // A copy of a template is as a start would leave it.
  const isSetUp = !behind && !bringIn && !environment.CONTENT_DIR && hasTemplate(content);
  const port = await freePort();
  const [clockFile, killFile] = [join(folder, "clock"), join(folder, "kill")];
  const url = `http://${host}:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    BASE_URL: behind?.proxy ?? url,
    DATABASE_URL: databaseUrl,
    CONTENT_DIR: content,
    AUTH_SECRET: testSecret,
    ...environment,
  };
  let server: ChildProcess | null = null;
  let output = "";

  const serverEnv = hooks
    ? { ...env, NODE_OPTIONS: hookFiles.join(" "), MOCKDOWN_TEST_CLOCK: clockFile, MOCKDOWN_TEST_KILL: killFile }
    : env;
  const start = async (environment: Readonly<Record<string, string>> = {}) => {
    const args = serverArguments();
    const child = spawn(process.execPath, args, { env: { ...serverEnv, ...environment } });
    const keep = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    server = child;
    await untilHealthy(url, () => output);
  };
  const isRunning = () => server !== null && server.exitCode === null && server.signalCode === null;
  const ended = async () => {
    if (isRunning()) await new Promise((resolve) => server?.once("close", resolve));
    return server?.exitCode ?? null;
  };
  const kill = async () => {
    const ending = ended();
    server?.kill("SIGKILL");
    await ending;
  };
  const order = async (file: string, text: string) => {
    await writeFile(file, text);
    while ((await readFile(`${file}.seen`, "utf8").catch(() => null)) !== text) await sleep(2);
  };
  const sync = async (contentFolder: string) => {
    await execute(process.execPath, [...(await commandArguments("content")), "sync", contentFolder], { env });
  };
  const dyingSync = async (contentFolder: string, orderGiven: KillOrder) => {
    const file = join(folder, "kill-sync");
    await writeFile(file, JSON.stringify(orderGiven));
    const hooked = { ...env, NODE_OPTIONS: hookFiles[1], MOCKDOWN_TEST_KILL: file };
    const args = [...(await commandArguments("content")), "sync", contentFolder];
    return execute(process.execPath, args, { env: hooked }).then(
      () => false,
      (error: { readonly signal?: string }) => {
        if (error.signal !== "SIGKILL") throw error;
        return true;
      },
    );
  };
  const setUp = async () => {
    const args = [process.execPath, ...(await commandArguments("set-up"))];
    const [program = "", ...rest] = process.getuid?.() === 0 ? [...withoutPrivilege, ...args] : args;
    return execute(program, rest, { env }).then(
      () => "",
      (error: { readonly stderr: string }) => error.stderr,
    );
  };
  if (!isSetUp && behind?.isFirst !== false) await execute(process.execPath, await commandArguments("set-up"), { env });
  await start();
  return {
    url,
    databaseUrl,
    folder,
    pid: () => (isRunning() ? (server?.pid ?? 0) : 0),
    kill,
    ended,
    start,
    sync,
    dyingSync,
    setUp,
    setClock: (offMs) => order(clockFile, `${offMs} 0`),
    passTime: (passedMs) => order(clockFile, `0 ${passedMs}`),
    dieAt: (where) => order(killFile, where === null ? "" : JSON.stringify(where)),
    log: () => output,
    stopReading: () => {
      server?.stdout?.destroy();
      server?.stderr?.destroy();
    },
    dispose: async () => {
      await kill();
      await rm(folder, { recursive: true });
    },
  };
}

/** Waits at most a minute until the server at `url` serves and saves. */
export async function untilHealthy(url: string, log: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const isUp = await fetch(`${url}/api/health`).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await sleep(100);
  }
  throw new Error(`the app did not come up within a minute:\n${log()}`);
}

let made = 0;

async function createDatabase(address: string, content: string, bringIn: AppOptions["bringIn"]): Promise<string> {
  const name = `app_${process.pid}_${++made}`;
  const client = new Client({ connectionString: address });
  await client.connect();
  const create = bringIn ?? copyTemplate(content, client) ?? ((name) => client.query(`CREATE DATABASE ${name}`));
  await create(name).finally(() => client.end());
  return address.replace(/[^/]+$/, name);
}
