import type { SyncChanges, SyncCounts } from "#lib/bank/plan-sync";
import { asStarted } from "./as-started.ts";

/** What a sync did, as one line; with `isDryRun`, what it would do. */
export function syncSentence(counts: SyncCounts, warnings: number, isDryRun: boolean): string {
  const { added, revised, unchanged, retired } = counts;
  const summary = `${added} added, ${revised} revised, ${unchanged} unchanged, ${retired} retired`;
  return `${isDryRun ? "Would be: " : ""}${summary}${warningsSentence(warnings)}\n`;
}

/** How many questions of each sort are named in a line. */
const mostNamed = 5;

/** What a sync did while an author writes, as one line that names the questions; null for `changes` if it changed none. */
export function liveSentence(changes: SyncChanges | null, warnings: number): string {
  const parts = (["added", "revised", "retired"] as const).flatMap((sort) => {
    const names = changes?.[sort] ?? [];
    return names.length === 0 ? [] : [`${names.length} ${sort}: ${listed(names)}`];
  });
  return `${parts.length === 0 ? "Synced, no question changed" : parts.join("; ")}${warningsSentence(warnings)}\n`;
}

function listed(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return [...names.slice(0, mostNamed), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

function warningsSentence(warnings: number): string {
  if (warnings === 0) return "";
  const counted = `${warnings} ${warnings === 1 ? "warning" : "warnings"}`;
  return ` (at least ${counted}: see ${asStarted("npm run content -- check")})`;
}
