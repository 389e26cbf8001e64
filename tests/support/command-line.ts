import { type ChildProcess, execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { commandArguments } from "../../lib/cli/command-arguments.mjs";
import { endWith } from "../../lib/cli/end-with.ts";

const execute = promisify(execFile);

export interface Outcome {
  readonly code: number;
  /** What it wrote to stdout, then what it wrote to stderr. */
  readonly output: string;
}

type Environment = Readonly<Record<string, string>>;

/** The test runner sets its own BASE_URL. */
function withEnvironment(environment: Environment): NodeJS.ProcessEnv {
  return { ...process.env, CONTENT_DIR: "tests/fixtures/exam-bank", BASE_URL: "", ...environment };
}

/** Starts one of our programs on the tests' exam bank as a separate process, and waits until it ends. */
export async function runCommand(
  program: string,
  args: readonly string[],
  environment: Environment,
  cwd = process.cwd(),
): Promise<Outcome> {
  const all = [...(await commandArguments(program)), ...args];
  return execute(process.execPath, all, { env: withEnvironment(environment), cwd }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      output: `${error.stdout}${error.stderr}`,
    }),
  );
}

/** The same, with the milliseconds until its first output, and from then until its end. */
export async function timeCommand(program: string, args: readonly string[], environment: Environment) {
  const all = [...(await commandArguments(program)), ...args];
  const begun = performance.now();
  const child = spawn(process.execPath, all, { env: withEnvironment(environment) });
  const output = keepOutput(child);
  const spoke = new Promise<number>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) stream.once("data", () => resolve(performance.now()));
  });
  const code = await ended(child);
  const spokeAt = await spoke;
  return { code, output: output(), untilWordMs: spokeAt - begun, afterWordMs: performance.now() - spokeAt };
}

/**
 * Runs one of our programs on the tests' exam bank within this process. For tests of what a command does: starting a
 * process takes a second of processor time before it does anything. commands-start.test.ts checks that each starts and
 * ends.
 */
export async function runHere(program: Program, args: readonly string[], environment: Environment): Promise<Outcome> {
  const [make, before] = [await programs[program](), { env: process.env, exitCode: process.exitCode }];
  const shared = globalThis as { mockdownDatabase?: unknown };
  const database = shared.mockdownDatabase;
  const written = [keepWrites(process.stdout), keepWrites(process.stderr)];
  // Belongs to the test's own process, not to the command's.
  process.env = withEnvironment(environment);
  process.exitCode = undefined;
  shared.mockdownDatabase = undefined;
  try {
    await endWith(() => make().parseAsync(args, { from: "user" }));
    return { code: Number(process.exitCode ?? 0), output: written.map((stop) => stop()).join("") };
  } finally {
    for (const stop of written) stop();
    Object.assign(process, before);
    shared.mockdownDatabase = database;
  }
}

const programs = {
  admin: async () => (await import("../../lib/cli/admin-program.ts")).adminProgram,
  content: async () => (await import("../../lib/cli/content-program.ts")).contentProgram,
  "set-up": async () => (await import("../../lib/cli/set-up-program.ts")).setUpProgram,
};

export type Program = keyof typeof programs;

/** Collects what is written to `stream` until the returned function is called, which returns it. */
function keepWrites(stream: NodeJS.WriteStream): () => string {
  const { write } = stream;
  let text = "";
  stream.write = (chunk: string | Uint8Array) => {
    text += String(chunk);
    return true;
  };
  return () => {
    stream.write = write;
    return text;
  };
}

/** `lib/cli/<program>.ts` within this process with a database file, for tests that use one database throughout. */
export function commandsOn(file: () => string) {
  return (program: Program, args: readonly string[] = [], more: Environment = {}): Promise<Outcome> =>
    runHere(program, args, { DATABASE_URL: `file:${file()}`, ...more });
}

/** Runs what `npm start` runs, until it ends. */
export async function startToEnd(environment: Environment, words: readonly string[] = []): Promise<Outcome> {
  const child = spawn(process.execPath, ["lib/cli/start.mjs", ...words], { env: withEnvironment(environment) });
  const output = keepOutput(child);
  const code = await ended(child);
  return { code, output: output() };
}

/** Collects what `child` writes; the returned function returns it. */
export function keepOutput(child: ChildProcess): () => string {
  let output = "";
  const keep = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  return () => output;
}

/** The exit code of `child`; -1 after a signal. */
export function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => child.on("close", (code) => resolve(code ?? -1)));
}

/** For a file that is not a database. */
export const notADatabase = "this is no database at all, whatever it is called".repeat(40);

/** What SQLite's full check says about a file: "ok" if it is intact. */
export function integrityOf(file: string): unknown {
  const db = new Database(file, { readonly: true });
  try {
    return db.pragma("integrity_check", { simple: true });
  } finally {
    db.close();
  }
}
