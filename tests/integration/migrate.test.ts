import { Client } from "pg";
import { expect, inject, it } from "vitest";
import { migrate } from "#lib/db/migrate";

it("leaves no timer behind that would keep the process after a migration of PostgreSQL", async () => {
  const name = `timers_${process.pid}`;
  const url = inject("postgresAddress").replace(/postgres$/, name);
  const server = new Client({ connectionString: inject("postgresAddress") });
  await server.connect();
  await server.query(`CREATE DATABASE ${name}`);
  const before = timers();
  expect(await migrate(url)).not.toEqual([]);
  expect(timers()).toBeLessThanOrEqual(before);
  await server.query(`DROP DATABASE ${name}`);
  await server.end();
});

/** How many timers the process would wait for. */
function timers(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;
}
