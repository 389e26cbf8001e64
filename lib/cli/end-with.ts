import { environment } from "#lib/env/current";
import { BadEnvironment } from "#lib/env/environment";
import { asStarted } from "./as-started.ts";
import { databaseSentence, isFromDatabase } from "./database-sentence.ts";
import { driverSentence } from "./driver-sentence.ts";
import { fileSentence } from "./file-sentence.ts";
import { NoContent } from "./read-content.ts";

/** A command cannot do what it was asked to: one sentence with the cause and what to do. */
export class CommandRefused extends Error {
  override name = "CommandRefused";
}

/** True for an error with which a command refuses: its message is a sentence for the user. */
export function isRefusal(error: unknown): error is Error {
  return [CommandRefused, BadEnvironment, NoContent].some((kind) => error instanceof kind);
}

/** Runs a command. A refusal ends with its message and exit code 1, a bug with its stack trace. */
export async function endWith(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const sentence = sentenceFor(error);
    if (sentence === null) throw error;
    process.stderr.write(`${asStarted(sentence)}\n`);
    process.exitCode = 1;
  }
}

/** The message for an error that is not a bug; null for a bug. */
export function sentenceFor(error: unknown): string | null {
  if (isRefusal(error)) return error.message;
  return isFromDatabase(error)
    ? databaseSentence(error, environment().DATABASE_URL)
    : (driverSentence(error) ?? fileSentence(error));
}
