import { readFileSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#lib/db/database";
import { hasForeignLog } from "#lib/db/foreign-log";
import { noteHoldings } from "#lib/db/holdings-note";
import { lookInto } from "#lib/db/look-into";
import { migrate } from "#lib/db/migrate";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mockdown-locks-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** How many locks this process has on a file, as the system says. */
function locksOn(file: string): number {
  const { ino } = statSync(file);
  const lines = readFileSync("/proc/locks", "utf8").split("\n");
  return lines.filter((line) => line.includes(` ${process.pid} `) && line.includes(`:${ino} `)).length;
}

// Another system has no such list, and the same locks.
describe.skipIf(process.platform !== "linux")("a SQLite database that this process serves", () => {
  it("stays locked against programs that would remove its log when they leave, whatever else looks at it here", async () => {
    const file = join(folder, "served.db");
    const url = `file:${file}`;
    await migrate(url);
    const db = openDatabase(url);
    const save = () =>
      db.write((tx) => tx.learner.create({ data: { id: crypto.randomUUID(), createdAt: new Date() } }));
    await save();
    expect(locksOn(file)).toBe(1);
    await db.read.learner.count();
    expect(locksOn(file), "a second connection").toBe(1);
    expect(hasForeignLog(file)).toBe(false);
    noteHoldings(file);
    await save();
    noteHoldings(file);
    expect(locksOn(file), "a note of what it holds").toBe(1);
    await lookInto(url, (ask) => ask("SELECT 1"));
    expect(locksOn(file), "a connection that came and went").toBe(1);
    await db.close();
    expect(locksOn(file)).toBe(0);
  });
});
