import { DatabaseBusy } from "#lib/db/busy";
import { DatabaseTooNew } from "#lib/db/migrate";
import { BadEnvironment } from "#lib/env/environment";
import { NoContent } from "./read-content.ts";

/** A command that cannot do what it was asked: one sentence with the cause and the way out. */
export class CommandRefused extends Error {
  override name = "CommandRefused";
}

const expected = [CommandRefused, BadEnvironment, NoContent, DatabaseTooNew, DatabaseBusy];

/** Runs a command; a refusal ends in its sentence and exit code 1, a bug in its stack trace. */
export async function endWith(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!expected.some((kind) => error instanceof kind)) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
