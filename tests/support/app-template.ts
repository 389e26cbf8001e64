import { execFile } from "node:child_process";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import { commandArguments } from "../../lib/cli/command-arguments.mjs";

/** The content that most tests of the built app use. */
export const usualContent = "tests/fixtures/exam-bank";
const postgresTemplate = "template_app";

/**
 * Creates a SQLite file and a PostgreSQL database that are migrated and contain `usualContent`: setting up an app from
 * nothing takes four times the processor time of a copy. Returns a function that removes them.
 */
export async function makeAppTemplates(postgres: string): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "mockdown-template-"));
  const file = join(folder, "template.db");
  const client = new Client({ connectionString: postgres });
  await client.connect();
  await client.query(`CREATE DATABASE ${postgresTemplate}`).finally(() => client.end());
  await setUp(`file:${file}`);
  await setUp(postgres.replace(/[^/]+$/, postgresTemplate));
  process.env.MOCKDOWN_TEST_SQLITE_TEMPLATE = file;
  return () => rm(folder, { recursive: true });
}

/** Whether a database with this content is copied instead of set up. */
export function hasTemplate(content: string): boolean {
  return content === usualContent && process.env.MOCKDOWN_TEST_SQLITE_TEMPLATE !== undefined;
}

/** Puts the database of a new app in place, see `AppOptions.bringIn`; undefined if the app has to create its own. */
export function copyTemplate(
  content: string,
  client: Client | null,
): ((place: string) => Promise<unknown>) | undefined {
  const file = process.env.MOCKDOWN_TEST_SQLITE_TEMPLATE;
  if (!hasTemplate(content) || file === undefined) return undefined;
  return client
    ? (name) => client.query(`CREATE DATABASE ${name} TEMPLATE ${postgresTemplate}`)
    : (place) => copyFile(file, place);
}

async function setUp(databaseUrl: string): Promise<void> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, CONTENT_DIR: usualContent, AUTH_SECRET: "x".repeat(32) };
  await promisify(execFile)(process.execPath, await commandArguments("set-up"), { env });
}
