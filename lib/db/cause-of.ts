import { isBusy } from "./busy.ts";
import { chainOf, codesOf } from "./error-chain.ts";
import { isSavingRefused, type SavingCause } from "./saving-refused.ts";

/** What SQLite, PostgreSQL (SQLSTATE), Node and Prisma call each cause. */
const codes: readonly (readonly [RegExp, SavingCause])[] = [
  [/^SQLITE_(CORRUPT|NOTADB)|^XX00[12]$/, "damaged"],
  [/^SQLITE_FULL|^53100$|^ENOSPC$/, "disk-full"],
  [/^SQLITE_(READONLY|CANTOPEN|PERM)|^25006$|^EROFS$/, "read-only"],
  [/^SQLITE_IOERR|^58030$|^EIO$/, "disk-error"],
  [/^55P03$|^57014$/, "busy"],
  [/^P10(01|02|17)$|^08...$|^57P0[123]$|^53300$|^E(CONN|HOST|NET|NOTFOUND|PIPE|AI_AGAIN)/, "away"],
  [/^(DatabaseNotReachable|ConnectionClosed|TooManyConnections)$/, "away"],
];

/** For errors that have only a message. */
const words: readonly (readonly [RegExp, SavingCause])[] = [
  [/disk image is malformed|file is not a database/, "damaged"],
  [/database or disk is full|no space left on device/i, "disk-full"],
  [/readonly database|read-only transaction|unable to open database file|directory does not exist/, "read-only"],
  [/disk I\/O error/, "disk-error"],
  [/due to lock timeout|due to statement timeout/, "busy"],
  [/timeout exceeded when trying to connect|Connection terminated|can't reach database|ECONNREFUSED/i, "away"],
];

/** Which of the causes a database error has; null for every other error, which is a bug or belongs to the job. */
export function causeOf(error: unknown): SavingCause | null {
  const chain = chainOf(error);
  const refused: unknown = chain.find(isSavingRefused);
  if (isSavingRefused(refused)) return refused.reason;
  const found = chain.flatMap(codesOf).map((code) => lookUp(codes, code));
  const reported = chain.map(({ message }) => lookUp(words, String(message ?? "")));
  const known = [...found, ...reported].find((cause) => cause !== null);
  return known ?? (isBusy(error) ? "busy" : null);
}

function lookUp(table: readonly (readonly [RegExp, SavingCause])[], text: string): SavingCause | null {
  return table.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
