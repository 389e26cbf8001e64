import { expect, it } from "vitest";
import { causeOf } from "./cause-of.ts";
import { SavingRefused } from "./saving-refused.ts";

const withCode = (code: string) => Object.assign(new Error("x"), { code });
const fromDriver = (cause: object) =>
  Object.assign(new Error("x"), { code: "P2010", meta: { driverAdapterError: { cause } } });

it.each([
  [withCode("SQLITE_FULL"), "disk-full"],
  [withCode("SQLITE_IOERR_WRITE"), "disk-error"],
  [withCode("SQLITE_READONLY_DBMOVED"), "read-only"],
  [withCode("SQLITE_CORRUPT_INDEX"), "damaged"],
  [withCode("SQLITE_NOTADB"), "damaged"],
  [withCode("SQLITE_BUSY"), null],
  [new Error("database is locked"), "busy"],
  [fromDriver({ kind: "sqlite", originalCode: "SQLITE_CORRUPT" }), "damaged"],
  [fromDriver({ kind: "postgres", code: "25006" }), "read-only"],
  [fromDriver({ kind: "postgres", code: "55P03" }), "busy"],
  [fromDriver({ kind: "postgres", originalCode: "53100" }), "disk-full"],
  [withCode("P1001"), "away"],
  [withCode("ECONNREFUSED"), "away"],
  [new Error("outer", { cause: new SavingRefused("replaced") }), "replaced"],
  [new SavingRefused("replaced"), "replaced"],
  [withCode("SQLITE_CONSTRAINT_UNIQUE"), null],
  [new Error("a bug of ours"), null],
  ["no error at all", null],
])("%s: %s", (error, cause) => expect(causeOf(error)).toBe(cause));
