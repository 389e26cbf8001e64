/** How a dispute can end: the key stands, another one has taken its place, or the question is asked no longer. */
export const verdicts = ["key-stands", "key-changed", "retired"] as const;
export type Verdict = (typeof verdicts)[number];

/** What an author says of a disputed key: it is looked at, or the verdict. */
export const disputeStatuses = ["open", ...verdicts] as const;
export type DisputeStatus = (typeof disputeStatuses)[number];

/** A dispute as the file of its question tells it. */
export interface DisputeNote {
  readonly status: DisputeStatus;
  readonly reason: string;
  /** Day of the status, YYYY-MM-DD. */
  readonly day: string;
}
