/** One line of the report, as `--json` writes it. */
export interface Row {
  readonly suite: string;
  readonly case: string;
  readonly value: number;
  readonly unit: string;
  /** The value beside it from the same run, in the same unit; null if the goal is absolute. */
  readonly limit: number | null;
  readonly ratio: number | null;
  /** The highest allowed ratio, or the highest allowed value if there is no limit. */
  readonly goal: number | null;
  /** Null if there is no goal. */
  readonly holds: boolean | null;
}

/** What the table shows beside a row. */
export interface Shown extends Row {
  readonly details: string;
  /** The limit's own rounds differed too much for a verdict. */
  readonly isNoisy: boolean;
}

type Measured = Pick<Row, "suite" | "case" | "value" | "unit"> & { readonly details?: string };

/** A row whose goal is a ratio to the limit. */
export function rowByRatio(
  row: Measured & { readonly limit: number; readonly goal: number | null; readonly isNoisy?: boolean },
): Shown {
  const ratio = row.value / row.limit;
  const holds = row.goal === null ? null : ratio <= row.goal;
  return { details: "", isNoisy: false, ...row, ratio, holds };
}

/** A row whose goal is a value; `limit` and `ratio` only inform. */
export function rowByValue(row: Measured & { readonly goal: number | null; readonly limit?: number }): Shown {
  const limit = row.limit ?? null;
  const holds = row.goal === null ? null : row.value <= row.goal;
  const ratio = limit === null || limit === 0 ? null : row.value / limit;
  return { details: "", isNoisy: false, ...row, limit, ratio, holds };
}

export function toJson(row: Shown): Row {
  const { suite, value, unit, limit, ratio, goal, holds } = row;
  return {
    suite,
    case: row.case,
    value: rounded(value),
    unit,
    limit: rounded(limit),
    ratio: rounded(ratio),
    goal,
    holds,
  };
}

function rounded<T extends number | null>(value: T): T {
  return (value === null ? null : Number(value.toPrecision(4))) as T;
}

/** One row as a line of the table. */
export function toLine(row: Shown): string {
  const verdict = row.holds === null ? "-" : row.holds ? "yes" : "NO";
  const cells = [
    row.suite.padEnd(9),
    row.case.padEnd(54),
    `${number(row.value)} ${row.unit}`.padStart(14),
    number(row.limit).padStart(9),
    number(row.ratio).padStart(7),
    number(row.goal).padStart(7),
    (row.isNoisy ? `${verdict} (noisy)` : verdict).padStart(11),
  ];
  return `${cells.join(" ")}  ${row.details}`.trimEnd();
}

export const headLine = `${"suite".padEnd(9)} ${"case".padEnd(54)} ${"value".padStart(14)} ${"limit".padStart(9)} ${"ratio".padStart(7)} ${"goal".padStart(7)} ${"holds".padStart(11)}  details`;

function number(value: number | null): string {
  if (value === null) return "-";
  return Math.abs(value) >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
