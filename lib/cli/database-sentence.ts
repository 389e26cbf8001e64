import { existsSync } from "node:fs";
import { DatabaseTooNew } from "#lib/db/database-too-new";
import { ForeignLog } from "#lib/db/foreign-log";
import { isSavingRefused } from "#lib/db/saving-refused";

type Sentence = readonly [text: RegExp, sentence: string];

/** Messages of drivers for errors that have neither a name nor a code. */
const plainErrors =
  /^(Cannot open database because the directory does not exist|timeout exceeded when trying to connect|Connection terminated)/;

/** True for an error from the database or its driver, and not from a mistake in our own code. */
export function isFromDatabase(error: unknown): boolean {
  if (error instanceof DatabaseTooNew || error instanceof ForeignLog || isSavingRefused(error)) return true;
  if (!(error instanceof Error)) return false;
  if (plainErrors.test(error.message)) return true;
  // P2021: a table is missing. Others of that family, such as a violated constraint, are our mistakes.
  const { name, code = "" } = error as Error & { readonly code?: string };
  if (name === "PrismaClientKnownRequestError") return /^(P1|P2021$|P2039$|SQLITE_(?!CONSTRAINT|ERROR))/.test(code);
  return /^(DriverAdapterError|SqliteError|PrismaClientInitializationError)$/.test(name);
}

/** What is wrong with the database at `url`, and what to do; null if the error is not a known one. */
export function databaseSentence(error: unknown, url: string): string | null {
  const text = textOf(error);
  if (error instanceof ForeignLog) return error.message;
  if (error instanceof DatabaseTooNew)
    return `The database was opened by a newer release of Mockdown (${text}): start that release, or restore a backup made before it.`;
  const sentences = url.startsWith("file:") ? sqlite(url.slice("file:".length)) : postgres(text);
  return sentences.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

interface DriverCause {
  readonly kind?: string;
  readonly reason?: string;
  readonly originalMessage?: string;
}

/**
 * The messages of an error and its driver. Prisma's message without the lines of our own code, which may contain any
 * word.
 */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const {
    message,
    code = "",
    cause,
    meta,
  } = error as Error & {
    readonly code?: string;
    readonly meta?: { readonly driverAdapterError?: { readonly cause?: DriverCause } };
  };
  const {
    kind = "",
    reason = "",
    originalMessage = "",
  } = (cause ?? meta?.driverAdapterError?.cause ?? {}) as DriverCause;
  const reported = message.replace(/^\s*Invalid `[\s\S]*\n→[^\n]*\n/, "").trim();
  return [...new Set([reported, code, kind, reason, originalMessage])].filter((part) => part !== "").join(" ");
}

function sqlite(file: string): readonly Sentence[] {
  if (!existsSync(file)) {
    const way = "npm start creates one, npm run admin -- restore <file> restores a backup";
    return [[/(?:)/, `There is no database ${file}: ${way}.`]];
  }
  return [
    [
      /locked|busy|timed? ?out|P1008/i,
      `The database ${file} is locked by another program: stop it (an earlier server, a backup, a shell), then start again.`,
    ],
    [
      /not a database|malformed|corrupt|NOTADB/i,
      `The database ${file} is damaged: restore a backup with npm run admin -- restore <file>.`,
    ],
    [
      /disk is full|SQLITE_FULL/i,
      `The disk that holds the database ${file} is full: free some space, then start again. Nothing that was saved is lost.`,
    ],
    [
      /disk I\/O error|SQLITE_IOERR/i,
      `The disk that holds the database ${file} is failing or full: free some space and check the disk, then start again. Nothing that was saved is lost.`,
    ],
    [
      /readonly|read-only|EACCES|EROFS|unable to open|CANTOPEN/i,
      `The database ${file} cannot be written: give this user permission to write to it and its folder.`,
    ],
    [/P2021|TableDoesNotExist/, `The database ${file} does not match this release: npm start upgrades it.`],
  ];
}

function postgres(text: string): readonly Sentence[] {
  const [reason = ""] = text.split("\n").filter((line) => /reach|E[A-Z]{6,}|time|authentication|exist/i.test(line));
  return [
    [/P2021|TableDoesNotExist/, "The PostgreSQL database does not match this release: npm start upgrades it."],
    [
      /DatabaseDoesNotExist|P1003|database "[^"]*" does not exist/,
      `PostgreSQL has no database of the name in DATABASE_URL: create it, with its owner (CREATE DATABASE mockdown OWNER mockdown), or correct the name.`,
    ],
    [
      /TlsConnectionError|P1011/,
      `PostgreSQL refused the encrypted connection or could not prove its identity (${text.trim()}): name its certificate authority in DATABASE_URL with sslmode=verify-full&sslrootcert=/path/to/ca.pem, accept any certificate with sslmode=no-verify, or leave sslmode out if the server has no TLS.`,
    ],
    [
      /reach|ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|SocketTimeout|trying to connect|connection timeout|terminated|authentication|P10\d\d/i,
      `The PostgreSQL database cannot be reached: check DATABASE_URL and that the server runs (${reason.trim()}).`,
    ],
    [
      /locked|busy|advisory lock|timed? ?out/i,
      "The PostgreSQL database is locked by another program: wait until it is done (another instance starting, a backup, a shell), or stop it, then try again.",
    ],
    [
      /read-only transaction|25006/i,
      "The PostgreSQL database does not accept writes: it is a standby, or default_transaction_read_only is on. Set DATABASE_URL to one that does, or turn that setting off.",
    ],
    [
      /permission denied|DatabaseAccessDenied/i,
      "The PostgreSQL database cannot be written: give the user in DATABASE_URL permission to write.",
    ],
  ];
}
