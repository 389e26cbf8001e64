import { makeAppTemplates } from "../support/app-template.ts";
import { startPostgres } from "../support/postgres.ts";

/** One PostgreSQL server for all workers; each makes a database of its own in it. */
export default async function globalSetup() {
  const postgres = await startPostgres();
  process.env.MOCKDOWN_TEST_POSTGRES = postgres.address("postgres");
  const removeTemplates = await makeAppTemplates(postgres.address("postgres"));
  return () => Promise.all([postgres.stop(), removeTemplates()]);
}
