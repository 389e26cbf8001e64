/** How a dispute can end: the key stands, the key was changed, or the question was retired. */
export const verdicts = ["key-stands", "key-changed", "retired"] as const;
export type Verdict = (typeof verdicts)[number];

/** What an author says about a disputed key: that it is being checked, or the verdict. */
export const disputeStatuses = ["open", ...verdicts] as const;
export type DisputeStatus = (typeof disputeStatuses)[number];

/** A dispute as stated in the file of its question. */
export interface DisputeNote {
  readonly status: DisputeStatus;
  readonly reason: string;
  /** Day of the status, YYYY-MM-DD. */
  readonly day: string;
}
