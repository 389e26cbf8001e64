import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { bulkUpsert } from "#lib/db/bulk-upsert";
import type { Database, Tx } from "#lib/db/database";
import { lockRow } from "#lib/db/lock-row";
import { withPatience } from "#lib/db/patience";
import { sql } from "#lib/db/sql";
import { onEachDatabase } from "../support/each-database.ts";
import { inRun } from "../support/run-length.ts";

const learner = (id: string) => ({ id, createdAt: new Date("2026-11-22T12:00:00Z") });

/** However slow the machine is: it is asked what is kept, not how long anybody waits. */
const patiently = <T>(work: () => Promise<T>): Promise<T> => withPatience(120_000, work);

async function count(db: Database, prefix: string): Promise<number> {
  return db.read.learner.count({ where: { id: { startsWith: prefix } } });
}

onEachDatabase("the database layer", (database) => {
  it("keeps every acknowledged write made beside transactions that roll back", async () => {
    const { db } = database;
    const [writes, rollbacks] = inRun([300, 100], [1_500, 500]);
    const write: typeof db.write = (job) => patiently(() => db.write(job));
    const kept = Array.from({ length: writes }, (_, i) =>
      write((tx) => tx.learner.create({ data: learner(`kept-${i}`) })),
    );
    const lost = Array.from({ length: rollbacks }, (_, i) =>
      write(async (tx) => {
        await tx.learner.create({ data: learner(`lost-${i}`) });
        await tx.learner.count();
        throw new Error("rolled back");
      }),
    );
    const [acknowledged, refused] = await Promise.all([Promise.all(kept), Promise.allSettled(lost)]);
    expect(acknowledged).toHaveLength(writes);
    expect(refused.every((result) => result.status === "rejected")).toBe(true);
    expect(await count(db, "kept-")).toBe(writes);
    expect(await count(db, "lost-")).toBe(0);
  });

  it("does not let a reader see a transaction before its commit", async () => {
    const { db } = database;
    let seenInside = -1;
    await db.write(async (tx) => {
      await tx.learner.create({ data: learner("unseen-1") });
      seenInside = await count(db, "unseen-");
    });
    expect(seenInside).toBe(0);
    expect(await count(db, "unseen-")).toBe(1);
  });

  it("answers reads of many requests at one moment, which Prisma puts into one transaction", async () => {
    const { db } = database;
    await db.write((tx) => tx.learner.create({ data: learner("together") }));
    const ask = (id: string) => db.read.learner.findUnique({ where: { id, user: null }, select: { id: true } });
    const found = await Promise.all(Array.from({ length: 40 }, (_, i) => ask(i % 2 === 0 ? "together" : "nobody")));
    expect(found.filter((row) => row !== null)).toHaveLength(20);
    const both = [...Array(10)].flatMap(() => [
      ask("together"),
      db.read.learner.findUnique({ where: { id: "together", settings: "{}" }, select: { id: true } }),
    ]);
    expect((await Promise.all(both)).every((row) => row?.id === "together")).toBe(true);
  });

  const columns = { id: "text", createdAt: "timestamp", settings: "text" } as const;
  const bulk = (ids: readonly string[]) => ({
    table: "Learner" as const,
    columns,
    rows: ids.map((id) => ({ ...learner(id), settings: `{"name":"Ünal \\"${id}\\""}` })),
  });

  it("inserts of many rows those that are missing, as Prisma would, and counts them", async () => {
    const { db } = database;
    await db.write((tx) => tx.learner.create({ data: learner("bulk-1") }));
    expect(await db.insertMissing(bulk(["bulk-1", "bulk-2", "bulk-3"]))).toBe(2);
    expect(await db.insertMissing(bulk(["bulk-2", "bulk-3"]))).toBe(0);
    const where = { createdAt: learner("").createdAt, id: { startsWith: "bulk-" } };
    const rows = await db.read.learner.findMany({ where, select: { settings: true }, orderBy: { id: "asc" } });
    expect(rows.map((row) => row.settings)).toEqual([
      "{}",
      '{"name":"Ünal \\"bulk-2\\""}',
      '{"name":"Ünal \\"bulk-3\\""}',
    ]);
  });

  it("refuses, keeps or replaces what is there already of the rows that a statement writes", async () => {
    const { db } = database;
    const write = (settings: string, existing: "refuse" | "keep" | "replace") => {
      const rows = ["upsert-1", "upsert-2"].map((id) => ({ ...learner(id), settings }));
      return db.write((tx) =>
        tx.$executeRaw(bulkUpsert(db.provider, { table: "Learner", columns, rows, existing, key: ["id"] })),
      );
    };
    const kept = () =>
      db.read.learner.findMany({
        where: { id: { startsWith: "upsert-" } },
        select: { settings: true, createdAt: true },
      });
    expect(await write('{"a":1}', "refuse")).toBe(2);
    await expect(write('{"a":2}', "refuse")).rejects.toThrow();
    expect(await write('{"a":3}', "keep")).toBe(0);
    const { createdAt } = learner("");
    expect(await kept()).toEqual([1, 2].map(() => ({ settings: '{"a":1}', createdAt })));
    expect(await write('{"a":4}', "replace")).toBe(2);
    expect((await kept()).map(({ settings }) => settings)).toEqual(['{"a":4}', '{"a":4}']);
  });

  it("keeps nothing of a bulk in which one row cannot be", async () => {
    const { db } = database;
    const rows = [
      { id: "here", settings: "{}", createdAt: new Date() },
      { id: "half", settings: null, createdAt: new Date() },
    ];
    await expect(db.insertMissing({ table: "Learner", columns, rows })).rejects.toThrow();
    expect(await count(db, "ha")).toBe(0);
    expect(await count(db, "here")).toBe(0);
  });

  it("keeps bulks that are inserted beside transactions that roll back", async () => {
    const { db } = database;
    const rolledBack = new Error("rolled back");
    const drop = (i: number) =>
      db.write(async (tx) => {
        await tx.learner.create({ data: learner(`dropped-${i}`) });
        await tx.learner.count();
        throw rolledBack;
      });
    const beside = (i: number) =>
      Promise.all([
        db.insertMissing(bulk([`beside-${i}-a`, `beside-${i}-b`])),
        expect(drop(i)).rejects.toBe(rolledBack),
      ]);
    await patiently(() => Promise.all(Array.from({ length: 100 }, (_, i) => beside(i))));
    expect(await count(db, "beside-")).toBe(200);
    expect(await count(db, "dropped-")).toBe(0);
  });

  it("lets one of 50 parallel compare-and-set writes win", async () => {
    const { db } = database;
    await db.write((tx) => tx.learner.create({ data: learner("race") }));
    const tryToWin = (i: number) =>
      db.write((tx) =>
        tx.learner.updateMany({ where: { id: "race", settings: "{}" }, data: { settings: `{"by":${i}}` } }),
      );
    const wins = await patiently(() => Promise.all(Array.from({ length: 50 }, (_, i) => tryToWin(i))));
    expect(wins.filter((win) => win.count === 1)).toHaveLength(1);
  });

  it("takes a row until the transaction ends, so that what 30 at once read and write follows one another", async () => {
    const { db } = database;
    await db.write((tx) => tx.learner.create({ data: { ...learner("taken"), settings: "0" } }));
    const addOne = () =>
      db.write(async (tx) => {
        if (!(await lockRow(tx, "learner", "taken"))) throw new Error("not there");
        const { settings } = await tx.learner.findUniqueOrThrow({ where: { id: "taken" }, select: { settings: true } });
        await sleep(1);
        const data = { settings: String(Number(settings) + 1) };
        await tx.learner.update({ where: { id: "taken" }, data, select: { id: true } });
      });
    await patiently(() => Promise.all(Array.from({ length: 30 }, addOne)));
    const found = await db.read.learner.findUniqueOrThrow({ where: { id: "taken" }, select: { settings: true } });
    expect(found.settings).toBe("30");
    for (const model of ["attempt", "comment", "learner", "thread", "user"] as const)
      expect(await db.write((tx) => lockRow(tx, model, "none")), model).toBe(false);
  });

  it("runs a transaction again that had to give way, as each of two held what the other waited for", async () => {
    const { db } = database;
    const [a, b] = ["crossed-a", "crossed-b"] as const;
    for (const id of [a, b]) await db.write((tx) => tx.learner.create({ data: learner(id) }));
    const byHand = (tx: Tx, id: string) =>
      tx.$executeRaw`UPDATE "Learner" SET "settings" = "settings" WHERE "id" = ${id}`;
    const byModel = (tx: Tx, id: string) => tx.learner.update({ where: { id }, data: { settings: "{}" } });
    for (const touch of [byHand, byModel]) {
      const crossing = (first: string, second: string) =>
        db.write(async (tx) => {
          await touch(tx, first);
          await sleep(100);
          await touch(tx, second);
        });
      await Promise.all([crossing(a, b), crossing(b, a)]);
    }
  });

  it("gives statements written by hand the values of both databases alike", async () => {
    const { db } = database;
    const createdAt = new Date("2026-11-22T12:00:00.123Z");
    await db.write(async (tx) => {
      const id = sql`${"by-hand"}`;
      await tx.$executeRaw`INSERT INTO "Learner" ("id", "createdAt") VALUES (${id}, ${createdAt})`;
      const changed = await tx.$executeRaw`UPDATE "Learner" SET "settings" = ${'{"a":"?$1"}'} WHERE "id" = ${id}`;
      expect(changed).toBe(1);
      const row = { id: "by-hand", createdAt, settings: '{"a":"?$1"}', none: null };
      const inside = await tx.$queryRaw`
        SELECT "id", "createdAt", "settings", NULL AS "none" FROM "Learner" WHERE "createdAt" = ${createdAt}`;
      expect(inside).toEqual([row]);
    });
    const [same] = await db.read.$queryRaw<{ readonly createdAt: Date; readonly count: number | bigint }[]>`
      SELECT "createdAt", (SELECT COUNT(*) FROM "Learner" WHERE "id" = ${"by-hand"}) AS "count"
      FROM "Learner" WHERE "id" = ${"by-hand"} AND "createdAt" <= ${createdAt}`;
    expect([same?.createdAt, Number(same?.count)]).toEqual([createdAt, 1]);
    expect(await db.read.learner.findUnique({ where: { id: "by-hand" } })).toMatchObject({ createdAt });
  });

  it("takes back what was written by hand when its transaction fails, and refuses what comes after its end", async () => {
    const { db } = database;
    const add = (tx: Tx, id: string) =>
      tx.$executeRaw`INSERT INTO "Learner" ("id", "createdAt") VALUES (${id}, ${new Date()})`;
    const failing = db.write(async (tx) => {
      await add(tx, "hand-lost-1");
      await add(tx, "hand-lost-1");
    });
    await expect(failing).rejects.toThrow();
    const mixed = db.write(async (tx) => {
      await add(tx, "hand-lost-6");
      await tx.learner.create({ data: learner("hand-lost-7") });
      expect(await tx.learner.count({ where: { id: { startsWith: "hand-lost-" } } })).toBe(2);
      await tx.learner.create({ data: learner("hand-lost-7") });
    });
    await expect(mixed).rejects.toThrow();
    let ended: Tx | null = null;
    await db.write(async (tx) => {
      ended = tx;
      await add(tx, "hand-kept-1");
    });
    const through = (id: string) => async () => (ended as unknown as Tx).learner.create({ data: learner(id) });
    await expect(through("hand-lost-4")()).rejects.toThrow();
    await expect((async () => add(ended as unknown as Tx, "hand-lost-2"))()).rejects.toThrow();
    const later = db.write(async (tx) => {
      await expect((async () => add(ended as unknown as Tx, "hand-lost-3"))()).rejects.toThrow();
      await expect(through("hand-lost-5")()).rejects.toThrow();
      await add(tx, "hand-kept-2");
    });
    await later;
    expect(await count(db, "hand-lost-")).toBe(0);
    expect(await count(db, "hand-kept-")).toBe(2);
  });
});
