import { createHash } from "node:crypto";
import type { Row, Table } from "./table.ts";

/** How many rows a table holds, and a checksum of them. */
export interface Tally {
  readonly rows: number;
  /** In hex. It does not depend on the order of the rows. */
  readonly checksum: string;
}

const modulus = 2n ** 256n;

/** Counts rows and adds up the SHA-256 of each, so that two databases need not sort alike to be compared. */
export function tallyOf(table: Table) {
  const names = table.columns.map(({ name }) => name);
  let [rows, sum] = [0, 0n];
  return {
    add(row: Row): void {
      rows++;
      const text = JSON.stringify(names.map((name) => row[name]));
      sum = (sum + BigInt(`0x${createHash("sha256").update(text).digest("hex")}`)) % modulus;
    },
    result: (): Tally => ({ rows, checksum: sum.toString(16).padStart(64, "0") }),
  };
}
