import { refuseForeignLog } from "#lib/db/foreign-log";
import { pendingMigrations } from "#lib/db/migrate";
import { providerOf } from "#lib/db/provider";
import { secretFile } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { databaseUrlProblem } from "#lib/env/environment";
import { databaseSentence } from "../database-sentence.ts";
import { CommandRefused, isRefusal } from "../end-with.ts";
import { type Copied, copyTables } from "./copy-tables.ts";
import { openSource, openTarget } from "./open-store.ts";

/**
 * Copies everything from the database of this installation to `to`, which is of the other kind, in one transaction: all of it
 * or nothing. The source stays as it is. `replace` lets go what the target holds.
 */
export async function moveCommand(to: string, { replace = false } = {}): Promise<void> {
  const { DATABASE_URL: from } = environment();
  const problem = databaseUrlProblem(to);
  if (problem !== null) throw new CommandRefused(`--to: must be ${problem}`);
  refuseSameKind(from, to);
  const copied = await inSentences(from, "DATABASE_URL", async () => {
    await refuseOlder(from);
    const source = await openSource(from);
    try {
      const copied = await inSentences(to, "--to", () => fillTarget(source, to, replace));
      return { copied, isServed: source.isServed };
    } finally {
      await source.close();
    }
  });
  process.stdout.write(`${copied.copied.map(lineOf).join("\n")}\n${whatToSet(to)}`);
  if (copied.isServed)
    process.stdout.write(
      "\nThe old database is in use. What is saved there from now on will not be in the new one: stop its servers, and move again with --replace.\n",
    );
}

async function fillTarget(source: Awaited<ReturnType<typeof openSource>>, to: string, replace: boolean) {
  const target = await openTarget(to);
  try {
    const held = await target.countLearners();
    if (held > 0 && !replace)
      throw new CommandRefused(
        `The new database already has the work of ${held} ${held === 1 ? "learner" : "learners"}. Nothing was changed. To replace everything in it, add --replace.`,
      );
    const tables = source.tables ?? target.tables;
    if (tables === null) throw new Error("neither database is SQLite");
    const copied = await copyTables(source.store, target.store, tables);
    refuseDifference(copied);
    await target.store.renew();
    await target.commit();
    return copied;
  } finally {
    await target.close();
  }
}

function refuseSameKind(from: string, to: string): void {
  const kind = providerOf(to);
  if (providerOf(from) !== kind) return;
  throw new CommandRefused(
    kind === "sqlite"
      ? "DATABASE_URL and --to are both SQLite: use npm run admin -- backup <file> and restore <file>."
      : "DATABASE_URL and --to are both PostgreSQL: use its own pg_dump and pg_restore.",
  );
}

async function refuseOlder(from: string): Promise<void> {
  if (from.startsWith("file:")) refuseForeignLog(from.slice("file:".length));
  const pending = await pendingMigrations(from);
  if (pending.length > 0)
    throw new CommandRefused("The old database does not match this release: run npm start once, stop it, then move.");
}

function refuseDifference(copied: readonly Copied[]): void {
  const wrong = copied.filter(
    ({ source, target }) => source.rows !== target.rows || source.checksum !== target.checksum,
  );
  if (wrong.length === 0) return;
  const names = wrong
    .map(({ table, source, target }) => `${table} (${source.rows} rows and ${target.rows})`)
    .join(", ");
  throw new CommandRefused(
    `The new database does not hold the same: ${names}. Nothing was changed. Please report this.`,
  );
}

/** Runs `work` on the database at `url`; what that database refuses becomes a sentence that calls the address by `name`. */
async function inSentences<T>(url: string, name: string, work: () => Promise<T>): Promise<T> {
  return work().catch((error: unknown) => {
    if (isRefusal(error)) throw error;
    const sentence = databaseSentence(error, url);
    throw sentence === null ? error : new CommandRefused(sentence.replaceAll("DATABASE_URL", name));
  });
}

function lineOf({ table, target }: Copied): string {
  return `${table.padEnd(16)} ${String(target.rows).padStart(10)} rows  ${target.checksum.slice(0, 16)}  the same in both`;
}

function whatToSet(to: string): string {
  const { AUTH_SECRET } = environment();
  const secret =
    AUTH_SECRET === undefined ? `AUTH_SECRET_FILE=${secretFile(environment())}` : "AUTH_SECRET as it is now";
  return `
Everything is copied, and the old database is unchanged. To use the new one, stop the server, set

  DATABASE_URL=${withoutPassword(to)}
  ${secret}

and start it. With another secret everybody has to sign in again, and guests lose their attempts.
`;
}

function withoutPassword(url: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^:/@]*):[^@/]*@/, "$1:…@");
}
