import type { SyncCounts } from "#lib/bank/plan-sync";
import { previewSync, syncBank } from "#lib/bank/sync";
import type { SourceFile } from "#lib/content/source";
import { database } from "#lib/db/current";
import { printProblems } from "./check-command.ts";
import { CommandRefused } from "./end-with.ts";
import { loadBank } from "./load-bank.ts";

/**
 * Checks `files` and makes the database show them, or only says what would change. Refuses on any error in them, with
 * every error printed, and the database stays as it was.
 */
export async function syncContent(folder: string, files: readonly SourceFile[], isDryRun = false): Promise<void> {
  const { checked, content } = loadBank(files);
  const errors = checked.problems.filter((problem) => problem.severity === "error");
  if (errors.length > 0) {
    const list = printProblems(folder, files, errors, "text");
    throw new CommandRefused(
      `${list}Nothing was synced: mend the files above and try again. The database shows what it showed before.`,
    );
  }
  const request = { db: database(), content };
  const counts = isDryRun ? await previewSync(request) : await syncBank({ ...request, now: new Date() });
  const warnings = checked.problems.length;
  process.stdout.write(
    `${isDryRun ? "Would be: " : ""}${sentence(counts)}${warnings > 0 ? ` (${warnings} warnings: see npm run content -- check)` : ""}\n`,
  );
}

function sentence({ added, revised, unchanged, retired }: SyncCounts): string {
  return `${added} added, ${revised} revised, ${unchanged} unchanged, ${retired} retired`;
}
