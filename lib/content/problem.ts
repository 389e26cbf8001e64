/** A place in a file: 1-based line and column, as editors count them. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type Severity = "error" | "warning";

/**
 * What the checker knows about what was meant, for the fixer: the text itself (to replace `instead`), or the form that
 * the value must have. "nothing": the line means nothing and can be removed.
 */
export type Meant =
  | { readonly as: "text"; readonly text: string; readonly instead?: string }
  | { readonly as: "list" | "quoted" | "unquoted" | "day" | "name" | "nothing" };

/** One problem in one file, with everything that is needed to fix it. */
export interface Problem {
  readonly rule: string;
  readonly severity: Severity;
  /** Path as given to the checker, with forward slashes. */
  readonly file: string;
  readonly place: Place;
  /** What is wrong, one sentence without a full stop. */
  readonly message: string;
  /** What was expected, and how to fix it. */
  readonly fix: string;
  readonly meant?: Meant;
}
