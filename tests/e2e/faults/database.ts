import Sqlite from "better-sqlite3";
import { Client } from "pg";
import type { AppServer } from "../../support/app-server.ts";

type Row = Record<string, unknown>;

/** Runs SQL beside the running app, on a connection of its own. `?` stands for a parameter on both databases. */
export async function sql(app: AppServer, text: string, ...values: (string | number | null)[]): Promise<Row[]> {
  if (app.databaseUrl.startsWith("file:")) {
    const db = new Sqlite(app.databaseUrl.slice("file:".length), { timeout: 10_000 });
    try {
      const statement = db.prepare(text);
      if (statement.reader) return statement.all(...values) as Row[];
      statement.run(...values);
      return [];
    } finally {
      db.close();
    }
  }
  let n = 0;
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  try {
    return (
      await client.query(
        text.replaceAll("?", () => `$${++n}`),
        values,
      )
    ).rows as Row[];
  } finally {
    await client.end();
  }
}

/** Takes the lock that every save needs; the function returned lets it go. */
export async function lockDatabase(app: AppServer): Promise<() => Promise<void>> {
  if (app.databaseUrl.startsWith("file:")) {
    const db = new Sqlite(app.databaseUrl.slice("file:".length), { timeout: 10_000 });
    db.exec("BEGIN IMMEDIATE");
    return async () => {
      db.exec("ROLLBACK");
      db.close();
    };
  }
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  // In the order in which the app takes them, or the two would wait for each other.
  await client.query('BEGIN; LOCK TABLE "Attempt" IN EXCLUSIVE MODE; LOCK TABLE "ItemEntry" IN EXCLUSIVE MODE');
  return async () => {
    await client.query("ROLLBACK");
    await client.end();
  };
}

/** Moves the end of an attempt to this number of milliseconds from now. */
export async function setDeadline(app: AppServer, attemptId: string, inMs: number): Promise<void> {
  const at = new Date(Date.now() + inMs).toISOString().replace("Z", "+00:00");
  const value = app.databaseUrl.startsWith("file:") ? "?" : "?::timestamptz AT TIME ZONE 'UTC'";
  await sql(app, `UPDATE "Attempt" SET "deadlineAt" = ${value} WHERE "id" = ?`, at, attemptId);
}

export interface Held {
  /** The winning answer by position: chosen ids or the value, as one string. */
  readonly answers: ReadonlyMap<number, string>;
  /** The graded answer by position. */
  readonly graded: ReadonlyMap<number, string>;
  readonly finishedBy: string | null;
  readonly entries: number;
}

/** What the database holds of an attempt, folded by hand so that the app's own folding is not what it is held to. */
export async function heldIn(app: AppServer, attemptId: string): Promise<Held> {
  const entries = await sql(
    app,
    `SELECT "position", "value" FROM "ItemEntry" WHERE "attemptId" = ? AND "field" = 'answer' ORDER BY "version", "clientId"`,
    attemptId,
  );
  const items = await sql(
    app,
    `SELECT i."position", i."answer", r."publicPart" FROM "AttemptItem" i JOIN "Revision" r ON r."id" = i."revisionId" WHERE i."attemptId" = ?`,
    attemptId,
  );
  const [attempt] = await sql(app, `SELECT "finishedBy" FROM "Attempt" WHERE "id" = ?`, attemptId);
  const answers = new Map(entries.map((row) => [Number(row.position), plain(String(row.value))]));
  const graded = new Map(
    items.filter((row) => row.answer !== null).map((row) => [Number(row.position), plain(String(row.answer))]),
  );
  for (const row of items) {
    const { options = [] } = JSON.parse(String(row.publicPart)) as { options?: { id: string }[] };
    const known = new Set(options.map(({ id }) => id));
    for (const id of idsIn(answers.get(Number(row.position)))) {
      if (!known.has(id)) throw new Error(`position ${row.position} holds ${id}, an option of another question`);
    }
  }
  return { answers, graded, finishedBy: (attempt?.finishedBy as string | null) ?? null, entries: entries.length };
}

/** An answer as one string: ids in order, pairs, or "=" and the value. */
export function plain(json: string): string {
  const answer = JSON.parse(json) as null | {
    optionId?: string;
    optionIds?: string[];
    pairs?: Record<string, string>;
    value?: string;
  };
  if (answer === null) return "";
  if (answer.optionId !== undefined) return answer.optionId;
  if (answer.optionIds !== undefined) return answer.optionIds.join(" ");
  if (answer.pairs !== undefined) return Object.values(answer.pairs).sort().join(" ");
  return answer.value === undefined ? "" : `=${answer.value}`;
}

function idsIn(text = ""): readonly string[] {
  return text === "" || text.startsWith("=") ? [] : text.split(" ");
}
