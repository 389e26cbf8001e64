import type { Shown } from "./row.ts";

export interface SuiteOptions {
  /** All suites together in under three minutes, with fewer rounds and smaller amounts, for a first look. */
  readonly isQuick: boolean;
  /** Also what takes very long: 100,000 content files, and 2,000 learners for ten minutes. */
  readonly isLong: boolean;
}

export interface Report {
  /** Prints a row at once and keeps it. */
  readonly row: (row: Shown) => void;
  /** Prints a remark that is not a figure. */
  readonly say: (text: string) => void;
}

export type Suite = (report: Report, options: SuiteOptions) => Promise<void>;
