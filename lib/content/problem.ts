/** A place in a file: 1-based line and column, as editors count them. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type Severity = "error" | "warning";

/** One thing wrong in one file, with all that is needed to mend it. */
export interface Problem {
  readonly rule: string;
  readonly severity: Severity;
  /** Path as given to the checker, with forward slashes. */
  readonly file: string;
  readonly place: Place;
  /** What is wrong, one sentence without a full stop. */
  readonly message: string;
  /** What was expected, and how to mend it. */
  readonly fix: string;
}
