import { createInterface } from "node:readline/promises";
import { countHoldings, describeHoldings, type Holdings, missingFrom } from "#lib/db/holdings";
import { readHoldings } from "#lib/db/holdings-note";
import { CommandRefused } from "./end-with.ts";

interface Restore {
  /** What messages call the backup. */
  readonly backup: string;
  /** The copy of the backup that will become the database. */
  readonly arriving: string;
  readonly target: string;
  readonly yes: boolean;
}

/**
 * Says what a backup holds. If it is less than what it replaces, asks for confirmation, and refuses if nobody can
 * answer.
 */
export async function confirmLess({ backup, arriving, target, yes }: Restore): Promise<void> {
  const held = countHoldings(arriving);
  if (held === null) throw new CommandRefused(`${backup} cannot be read as a database of Mockdown: use another backup`);
  process.stdout.write(`${backup} holds ${describeHoldings(held)}.\n`);
  const replaced = countHoldings(target) ?? readHoldings(target);
  if (replaced === null || !isLess(held, replaced)) return;
  process.stdout.write(`That is less than it replaces: ${describeHoldings(replaced)}.\n`);
  if (yes) return;
  if (!process.stdin.isTTY)
    throw new CommandRefused(
      "Nothing was changed. To restore it anyway, add --yes. The current database is kept as a copy.",
    );
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking
    .question("Restore it anyway? The current database is kept as a copy. (y/N) ")
    .finally(() => asking.close());
  if (!/^y(es)?$/i.test(answer.trim())) throw new CommandRefused("Nothing was changed.");
}

function isLess(held: Holdings, replaced: Holdings): boolean {
  return missingFrom(held, replaced).length > 0 || (held.newestAnswer ?? "") < (replaced.newestAnswer ?? "");
}
