import { expect, it } from "vitest";
import type { Database } from "#lib/db/database";
import { onEachDatabase } from "../support/each-database.ts";

const learner = (id: string) => ({ id, createdAt: new Date("2026-11-22T12:00:00Z") });

async function count(db: Database, prefix: string): Promise<number> {
  return db.read.learner.count({ where: { id: { startsWith: prefix } } });
}

onEachDatabase("the database layer", (database) => {
  it("keeps 1,500 acknowledged writes made beside 500 transactions that roll back", async () => {
    const { db } = database;
    const kept = Array.from({ length: 1500 }, (_, i) =>
      db.write((tx) => tx.learner.create({ data: learner(`kept-${i}`) })),
    );
    const lost = Array.from({ length: 500 }, (_, i) =>
      db.write(async (tx) => {
        await tx.learner.create({ data: learner(`lost-${i}`) });
        await tx.learner.count();
        throw new Error("rolled back");
      }),
    );
    const [acknowledged, refused] = await Promise.all([Promise.all(kept), Promise.allSettled(lost)]);
    expect(acknowledged).toHaveLength(1500);
    expect(refused.every((result) => result.status === "rejected")).toBe(true);
    expect(await count(db, "kept-")).toBe(1500);
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

  it("lets one of 50 parallel compare-and-set writes win", async () => {
    const { db } = database;
    await db.write((tx) => tx.learner.create({ data: learner("race") }));
    const wins = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        db.write((tx) =>
          tx.learner.updateMany({ where: { id: "race", settings: "{}" }, data: { settings: `{"by":${i}}` } }),
        ),
      ),
    );
    expect(wins.filter((win) => win.count === 1)).toHaveLength(1);
  });
});
