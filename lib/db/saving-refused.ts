/** Why a save is refused. `damaged` lasts until the process ends; the others end when their cause does. */
export const savingCauses = [
  "busy",
  "queue-full",
  "disk-full",
  "read-only",
  "disk-error",
  "damaged",
  "replaced",
  "away",
] as const;
export type SavingCause = (typeof savingCauses)[number];

/** What to tell the operator: in the log, in /api/health/ready and on the command line. */
export const causeSentences: Readonly<Record<SavingCause, string>> = {
  busy: "another process has locked the database",
  "queue-full": "too many saves are waiting for the database",
  "disk-full": "the disk is full",
  "read-only": "the database is read-only",
  "disk-error": "the disk reports an error",
  damaged: "the database is malformed: stop the server and restore a backup",
  replaced: "the database file was moved, removed or replaced while the server ran: restart the server",
  away: "the database cannot be reached",
};

/**
 * Nothing was acknowledged, and it is safe to try again: an expected outcome of every write. Next passes `digest` on to
 * the page that is shown instead, so that it can say so.
 */
export class SavingRefused extends Error {
  override name = "SavingRefused";
  readonly digest = "SAVING_REFUSED";
  readonly reason: SavingCause;

  constructor(reason: SavingCause, options?: ErrorOptions) {
    const words = options?.cause instanceof Error ? ` (${options.cause.message.trim().split("\n").at(-1)})` : "";
    super(causeSentences[reason] + words, options);
    this.reason = reason;
  }
}

/** By name, because each bundle of the server has its own class. */
export function isSavingRefused(error: unknown): error is SavingRefused {
  return error instanceof Error && error.name === "SavingRefused";
}
