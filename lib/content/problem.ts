/** A place in a file: 1-based line and column, as editors count them. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type Severity = "error" | "warning";

/**
 * What the checker knows of what was meant, for whoever mends it: the text itself (`instead` of the one that stands there), or the
 * form that the value is to have. "nothing": the line means nothing and can go.
 */
export type Meant =
  | { readonly as: "text"; readonly text: string; readonly instead?: string }
  | { readonly as: "list" | "quoted" | "unquoted" | "day" | "name" | "nothing" };

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
  readonly meant?: Meant;
}
