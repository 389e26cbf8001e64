/** What an author says of a disputed key: it is looked at, it stands, or another one has taken its place. */
export const disputeStatuses = ["open", "key-stands", "key-changed"] as const;
export type DisputeStatus = (typeof disputeStatuses)[number];

/** A dispute as the file of its question tells it. */
export interface DisputeNote {
  readonly status: DisputeStatus;
  readonly reason: string;
  /** Day of the status, YYYY-MM-DD. */
  readonly day: string;
}

/** How a dispute ended; a question that is taken away while its key is in doubt ends as `retired`. */
export type Verdict = Exclude<DisputeStatus, "open"> | "retired";

export const verdictWords: Readonly<Record<Verdict, string>> = {
  "key-stands": "The key stands",
  "key-changed": "The key was changed",
  retired: "The question was retired",
};
