import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { CommandRefused } from "../end-with.ts";

const execute = promisify(execFile);

/** PostgreSQL's own programs are not on this machine. */
export class NoPostgresPrograms extends CommandRefused {}

/** Writes what `pg_dump` makes of a database, at one moment, in the form that `pg_restore` reads. */
export async function dumpPostgres(url: string, target: string): Promise<void> {
  const { address, password } = withoutPassword(url);
  // Everybody on the machine can read the words of a program, and only its user its environment.
  const env = { ...process.env, ...(password === null ? {} : { PGPASSWORD: password }) };
  await execute("pg_dump", ["--format=custom", `--file=${target}`, "--dbname", address], { env }).catch(
    refuse("pg_dump"),
  );
}

/** What `pg_restore` finds wrong with a dump; null when it lists the rows of every table. */
export async function checkPostgresDump(dump: string): Promise<string | null> {
  const { stdout } = await execute("pg_restore", ["--list", dump]).catch(refuse("pg_restore"));
  return /TABLE DATA \S+ Attempt /.test(stdout) ? null : "it lists no attempts";
}

function withoutPassword(url: string): { readonly address: string; readonly password: string | null } {
  const address = new URL(url);
  const password = address.password === "" ? null : decodeURIComponent(address.password);
  address.password = "";
  return { address: address.href, password };
}

function refuse(program: string) {
  return (error: Error & { readonly code?: unknown; readonly stderr?: string }): never => {
    if (error.code === "ENOENT")
      throw new NoPostgresPrograms(
        `PostgreSQL is backed up by ${program}, which is not on this machine: install the client programs of its version, or run the backup where the database runs.`,
      );
    const reason = error.stderr?.trim() || error.message;
    const [, server] = /server version: (\d+)/.exec(reason) ?? [];
    if (server !== undefined)
      throw new CommandRefused(
        `The ${program} of this machine does not fit the database (${reason.split("\n").at(-1)}): install the client programs of PostgreSQL ${server} (on Debian and Ubuntu: postgresql-client-${server}), and see that the PATH leads to them first.`,
      );
    throw new CommandRefused(`${program} refuses: ${reason}`);
  };
}
