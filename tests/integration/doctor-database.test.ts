import { expect, it } from "vitest";
import { lookInto } from "#lib/db/look-into";
import { missingFromSchema } from "#lib/db/migrate";
import { clockProblem } from "../../lib/cli/doctor/clock.ts";
import { onEachDatabase } from "../support/each-database.ts";

onEachDatabase("the doctor", (database) => {
  const ask = (sql: string) => lookInto(database.url, (ask) => ask(sql));
  const missing = async () => {
    const { tables, indexes } = await missingFromSchema(database.url);
    return [...tables, ...indexes.keys()];
  };

  it("misses nothing in a database that was just made", async () => {
    expect(await missing()).toEqual([]);
  });

  it("names a dropped index, and the statement that makes it again", async () => {
    await ask('DROP INDEX "Card_learnerId_dueAt_idx"');
    expect(await missing()).toEqual(["Card_learnerId_dueAt_idx"]);
    const { indexes } = await missingFromSchema(database.url);
    await ask(indexes.get("Card_learnerId_dueAt_idx") ?? "");
    expect(await missing()).toEqual([]);
  });

  it("names a dropped table with its indexes", async () => {
    await ask('DROP TABLE "LimitWindow"');
    expect(await missing()).toEqual(["LimitWindow", "LimitWindow_endsAt_idx"]);
  });

  it("believes a clock at which nothing has happened yet", async () => {
    expect(await clockProblem(database.db, database.url)).toBeNull();
  });

  it("reports a clock that is before what the database holds, but not of one that drifts", async () => {
    const noteInMs = (ms: number) =>
      database.db.write((tx) =>
        tx.clockMark.upsert({
          where: { id: 1 },
          create: { id: 1, newestAt: new Date(Date.now() + ms) },
          update: { newestAt: new Date(Date.now() + ms) },
        }),
      );
    await noteInMs(20_000);
    expect(await clockProblem(database.db, database.url)).toBeNull();
    await noteInMs(7_200_000);
    expect(await clockProblem(database.db, database.url)).toMatch(/one of them is or was wrong/);
  });
});
