import { spawn } from "node:child_process";
import type { AppServer } from "../../support/app-server.ts";
import { sql } from "./database.ts";

/** Makes the database refuse every write of the running app; the function returned lets it write again. */
export async function refuseWrites(app: AppServer): Promise<() => Promise<void>> {
  if (app.databaseUrl.startsWith("file:")) {
    await limitFiles(app.pid(), "1");
    return () => limitFiles(app.pid(), "unlimited");
  }
  const allow = await forbidWrites(app);
  await dropConnections(app);
  return async () => {
    await allow();
    await dropConnections(app);
  };
}

/** How large a file the process may write: what a full disk is to it. */
export function limitFiles(pid: number, bytes: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("prlimit", ["--pid", String(pid), `--fsize=${bytes}:unlimited`]);
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(`prlimit ended with ${code}`))));
  });
}

/** New connections to PostgreSQL may only read. */
export async function forbidWrites(app: AppServer): Promise<() => Promise<void>> {
  const name = new URL(app.databaseUrl).pathname.slice(1);
  await sql(app, `ALTER DATABASE "${name}" SET default_transaction_read_only = on`);
  return async () => {
    await sql(app, `BEGIN READ WRITE; ALTER DATABASE "${name}" RESET default_transaction_read_only; COMMIT`);
  };
}

async function dropConnections(app: AppServer): Promise<void> {
  await sql(
    app,
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
}
