import { expect, it } from "vitest";
import { GET } from "../../app/api/health/route.ts";
import { syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";

onEachDatabase("/api/health", (database) => {
  /** As of a process that has just started with the database of this block. */
  async function ask() {
    const shared = globalThis as typeof globalThis & { mockdownDatabase?: unknown };
    shared.mockdownDatabase = { ...database.db };
    const response = await GET();
    return { code: response.status, ...((await response.json()) as object) };
  }
  const setName = (from: string, to: string) =>
    database.db.write(
      (tx) => tx.$executeRaw`UPDATE _prisma_migrations SET migration_name = ${to} WHERE migration_name = ${from}`,
    );

  it("is not healthy before the content is synced", async () => {
    expect(await ask()).toMatchObject({ code: 503, status: "unavailable", content: "not synced" });
    await syncSample(database.db);
    expect(await ask()).toMatchObject({ code: 200, status: "ok", migrations: "ok", content: "ok" });
  });

  it("is not healthy while a migration is pending", async () => {
    const [first] = await database.db.read.$queryRaw<{ migration_name: string }[]>`
      SELECT migration_name FROM _prisma_migrations`;
    const name = first?.migration_name ?? "";
    await setName(name, "other");
    expect(await ask()).toMatchObject({ code: 503, migrations: "pending", content: "ok" });
    await setName("other", name);
    expect(await ask()).toMatchObject({ code: 200, status: "ok", migrations: "ok" });
  });
});
