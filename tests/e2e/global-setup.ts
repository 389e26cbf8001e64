import { startPostgres } from "../support/postgres.ts";

/** One PostgreSQL server for all workers; each makes a database of its own in it. */
export default async function globalSetup() {
  const postgres = await startPostgres();
  process.env.MOCKDOWN_TEST_POSTGRES = postgres.address("postgres");
  return () => postgres.stop();
}
