import { rmSync } from "node:fs";
import { countHoldings, describeHoldings, missingFrom } from "#lib/db/holdings";
import { forgetHoldings, readHoldings } from "#lib/db/holdings-note";
import { noteFile } from "#lib/db/run-note";
import { CommandRefused } from "./end-with.ts";

/** Refuses a database that holds less than its server noted last, until that is accepted. */
export function refuseLoss(file: string, isAccepted: boolean): void {
  const sentence = lossSentence(file, file);
  if (sentence === null) return;
  if (!isAccepted) throw new CommandRefused(sentence);
  forgetHoldings(file);
  // A database that lost rows is another history, though the file may be the same: it gets a new generation.
  rmSync(noteFile(file), { force: true });
}

/** What `copy`, which is looked at for `database`, has lost; null when nothing is missing. */
export function lossSentence(database: string, copy: string): string | null {
  const noted = readHoldings(database);
  const held = noted === null ? null : countHoldings(copy);
  if (noted === null || held === null) return null;
  const missing = missingFrom(held, noted);
  if (missing.length === 0) return null;
  return `The database ${database} has lost ${missing.join(" and ")}: at the last stop it had ${describeHoldings(noted)}; now it has ${describeHoldings(held)}. Put the right file back with its log (${database}-wal), or restore a backup with npm run admin -- restore <file>. To continue with what is left: npm start -- --accept-loss.`;
}
