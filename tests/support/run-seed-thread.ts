import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { typescriptArguments } from "../../lib/cli/command-arguments.mjs";
import type { AppServer } from "./app-server.ts";

const execute = promisify(execFile);

/** Inserts comments into the database of a running server; `args` as in seed-thread.ts. */
export async function seedThread(app: AppServer, ...args: readonly string[]): Promise<void> {
  const env = { ...process.env, DATABASE_URL: app.databaseUrl };
  await execute(process.execPath, [...typescriptArguments, "tests/support/seed-thread.ts", ...args], { env });
}
