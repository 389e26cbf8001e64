import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { copyFile, open, rename, rm } from "node:fs/promises";
import Sqlite from "better-sqlite3";
import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { type Database, openDatabase } from "#lib/db/database";
import { withPatience } from "#lib/db/patience";
import { whySavingFails } from "#lib/db/probe-saving";
import { onEachDatabase, type TestDatabase } from "../support/each-database.ts";

const save = (db: Database, id: string = randomUUID()) =>
  db.write((tx) => tx.learner.create({ data: { id, createdAt: new Date() }, select: { id: true } }));
const reasonOf = (write: Promise<unknown>) =>
  write.then(
    () => "kept",
    (error: { reason?: string }) => error.reason ?? error,
  );

onEachDatabase("saving", (database) => {
  it("has a probe that writes, and trusts what the last save showed for a while", async () => {
    const rowsOf = () => database.db.read.savingProbe.findMany();
    await whySavingFails(database.db);
    // The first transaction of a process compiles what the later ones use, which can take longer than a probe waits.
    await expect.poll(async () => (await rowsOf()).length).toBe(1);
    expect(await whySavingFails(database.db)).toBeNull();
    const [first] = await rowsOf();
    expect(first?.id).toBe(1);
    expect(await whySavingFails(database.db)).toBeNull();
    expect(await rowsOf()).toEqual([first]);
  });

  it("refuses each save that waits for a lock in the order they came; none of them runs later", async () => {
    const unlock = await lock(database);
    const heard: number[] = [];
    const ids = Array.from({ length: 30 }, () => randomUUID());
    const waiting = ids.map(async (id, n) => {
      const reason = await withPatience(1_000 + 40 * n, () => reasonOf(save(database.db, id)));
      heard.push(n);
      return reason;
    });
    expect(await Promise.all(waiting)).toEqual(ids.map(() => "busy"));
    // Those that PostgreSQL itself made wait come back by its clock, so near neighbours may change places.
    const inOrder = [...heard].sort((a, b) => a - b);
    if (database.db.provider === "sqlite") expect(heard).toEqual(inOrder);
    expect(await whySavingFails(database.db)).toBe("busy");
    await unlock();
    await save(database.db);
    expect(await database.db.read.learner.count({ where: { id: { in: ids } } })).toBe(0);
    expect(await whySavingFails(database.db)).toBeNull();
  });
});

/** Takes the lock that `save` needs. */
async function lock({ url }: TestDatabase): Promise<() => Promise<void>> {
  if (url.startsWith("file:")) {
    const other = new Sqlite(url.slice("file:".length));
    other.exec("BEGIN IMMEDIATE");
    return async () => void other.exec("ROLLBACK").close();
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('BEGIN; LOCK TABLE "Learner" IN EXCLUSIVE MODE; LOCK TABLE "SavingProbe" IN EXCLUSIVE MODE');
  return async () => void (await client.query("ROLLBACK").then(() => client.end()));
}

onEachDatabase("a database that takes no writes", (database) => {
  it("is named by its cause, and works again by itself", async () => {
    const allow = await (database.db.provider === "sqlite" ? fillDisk(database.db) : forbidWrites(database.url));
    expect(await reasonOf(saveMuch(database.db))).toBe(database.db.provider === "sqlite" ? "disk-full" : "read-only");
    expect(await whySavingFails(database.db)).not.toBeNull();
    await allow();
    expect(await reasonOf(saveMuch(database.db))).toBe("kept");
    expect(await whySavingFails(database.db)).toBeNull();
  });
});

/** More than fits into the pages that are there. */
const saveMuch = (db: Database) =>
  db.write((tx) =>
    tx.learner.createMany({ data: Array.from({ length: 500 }, () => ({ id: randomUUID(), createdAt: new Date() })) }),
  );

async function fillDisk(db: Database) {
  await db.write((tx) => tx.$queryRaw`PRAGMA max_page_count = 1`);
  return async () => void (await db.write((tx) => tx.$queryRaw`PRAGMA max_page_count = 1000000`));
}

async function forbidWrites(url: string) {
  const name = new URL(url).pathname.slice(1);
  const run = async (sql: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND pid <> pg_backend_pid()`;
  await run(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
  await run(cut);
  return async () => {
    await run(`BEGIN READ WRITE; ALTER DATABASE ${name} RESET default_transaction_read_only; COMMIT`);
    await run(cut);
  };
}

onEachDatabase("a database that closes the connections of its pool", (database) => {
  it.each([
    ["save", () => save(database.db)],
    ["read", () => database.db.read.learner.count()],
  ])("answers the next %s all the same, on a new one", async (_, next) => {
    if (database.db.provider === "sqlite") return;
    await Promise.all(Array.from({ length: 10 }, () => save(database.db)));
    // This process hears of it only with the answer, for it stands still meanwhile.
    execFileSync(process.execPath, ["--input-type=module", "--eval", closeOthers, database.url]);
    expect(await reasonOf(next())).toBe("kept");
  });
});

const closeOthers = `
  import { Client } from "pg";
  const client = new Client({ connectionString: process.argv[1] });
  await client.connect();
  await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
  await client.end();`;

onEachDatabase("the file of a database", (database) => {
  const fileOf = () => database.url.slice("file:".length);
  const isFile = () => database.url.startsWith("file:");

  it.each(["", "-wal", "-shm"])(
    "acknowledges nothing while its %s file is away, and works when it is back",
    async (ending) => {
      if (!isFile()) return;
      await save(database.db);
      await rename(fileOf() + ending, `${fileOf()}.away`);
      expect(await reasonOf(save(database.db))).toBe("replaced");
      expect(await whySavingFails(database.db)).toBe("replaced");
      await rename(`${fileOf()}.away`, fileOf() + ending);
      expect(await reasonOf(save(database.db))).toBe("kept");
      expect(await whySavingFails(database.db)).toBeNull();
    },
  );

  it("acknowledges nothing when it is replaced during a save", async () => {
    if (!isFile()) return;
    await save(database.db);
    const write = database.db.write(async (tx) => {
      await tx.learner.create({ data: { id: randomUUID(), createdAt: new Date() }, select: { id: true } });
      await rename(fileOf(), `${fileOf()}.away`);
      await copyFile(`${fileOf()}.away`, fileOf());
    });
    expect(await reasonOf(write)).toBe("replaced");
    await rename(`${fileOf()}.away`, fileOf());
  });
});

onEachDatabase("a damaged database", (database) => {
  it("is saved to no more once a read has found the damage, for as long as the process runs", async () => {
    if (!database.url.startsWith("file:")) return;
    const file = database.url.slice("file:".length);
    await saveMuch(database.db);
    await database.db.close();
    const sound = `${file}.sound`;
    await copyFile(file, sound);
    await damage(file);
    const db = openDatabase(database.url);
    try {
      await expect(db.read.learner.findMany()).rejects.toThrow();
      // The table of the probe is sound, and would take it.
      expect(await whySavingFails(db)).toBe("damaged");
      expect(await reasonOf(db.write((tx) => tx.savingProbe.deleteMany()))).toBe("damaged");
    } finally {
      await db.close();
    }
  });
});

/** Overwrites the first page of the table of learners. */
async function damage(file: string): Promise<void> {
  for (const ending of ["-wal", "-shm"]) await rm(file + ending, { force: true });
  const db = new Sqlite(file);
  const size = db.pragma("page_size", { simple: true }) as number;
  const { rootpage } = db.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'Learner'").get() as {
    rootpage: number;
  };
  db.close();
  const handle = await open(file, "r+");
  await handle.write(Buffer.alloc(size, 0xa5), 0, size, (rootpage - 1) * size);
  await handle.close();
}

describe("a PostgreSQL that is away", () => {
  it("is named as that", async () => {
    const db = openDatabase("postgresql://nobody@127.0.0.1:9/none");
    expect(await reasonOf(save(db))).toBe("away");
    expect(await whySavingFails(db)).toBe("away");
    await db.close();
  });
});
