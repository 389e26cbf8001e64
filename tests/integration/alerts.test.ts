import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, it, vi } from "vitest";
import { archiveName } from "#lib/db/archives";
import { openDatabase } from "#lib/db/database";
import { environment } from "#lib/env/current";
import { signal } from "#lib/metrics/signals";
import { GET } from "../../app/metrics/route.ts";
import { firing } from "../support/alert-rules.ts";
import { syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";

const token = "the-token-of-the-operator";

onEachDatabase("the alerts of docs/metrics.md", (database) => {
  vi.stubEnv("BASE_URL", "");
  const settings = environment() as {
    METRICS_TOKEN?: string | undefined;
    BACKUP_DIR?: string | undefined;
    DATABASE_URL: string;
  };
  const ownUrl = settings.DATABASE_URL;
  const backups = mkdtempSync(join(tmpdir(), "mockdown-backups-"));
  afterEach(() => {
    settings.METRICS_TOKEN = undefined;
    settings.BACKUP_DIR = undefined;
    settings.DATABASE_URL = ownUrl;
  });
  afterAll(() => rmSync(backups, { recursive: true }));
  async function scrape(db = database.db) {
    settings.METRICS_TOKEN = token;
    settings.BACKUP_DIR = backups;
    // The free space that is shown is that of its folder.
    settings.DATABASE_URL = `file:${join(backups, "mockdown.db")}`;
    (globalThis as typeof globalThis & { mockdownDatabase?: unknown }).mockdownDatabase = db;
    const headers = { authorization: `Bearer ${token}` };
    return (await GET(new Request("http://localhost/metrics", { headers }))).text();
  }
  /** Of a machine that runs other tests the event loop says nothing. */
  const alerts = (before: string, after: string) => firing(before, after).filter((name) => name !== "MockdownSlow");

  it("are silent while everything works", async () => {
    await syncSample(database.db);
    const before = await scrape();
    expect(alerts(before, await scrape())).toEqual([]);
  });

  it("fire when a save is refused", async () => {
    const before = await scrape();
    const refuse = database.db.write(async () => {
      throw Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
    });
    await expect(refuse).rejects.toMatchObject({ reason: "disk-full" });
    expect(alerts(before, await scrape())).toEqual(["MockdownCannotSave", "MockdownSavesRefused"]);
  });

  it("fire when the disk is nearly full", async () => {
    await database.db.write(async () => undefined);
    const full = (await scrape()).replace(/^(mockdown_disk_free_bytes) .*$/m, "$1 1000000");
    expect(alerts(full, full)).toEqual(["MockdownDiskNearlyFull"]);
  });

  it("fire when the newest backup is older than two days, until there is another", async () => {
    await database.db.write(async () => undefined);
    const backup = (hoursAgo: number) =>
      writeFileSync(
        join(backups, archiveName({ at: new Date(Date.now() - hoursAgo * 3_600_000), of: null, before: null })),
        "",
      );
    backup(49);
    expect(alerts(await scrape(), await scrape())).toEqual(["MockdownBackupOld"]);
    backup(47);
    expect(alerts(await scrape(), await scrape())).toEqual([]);
  });

  it("fire when a sweep fails", async () => {
    await database.db.write(async () => undefined);
    const before = await scrape();
    signal("sweep-ended", { outcome: "failed" });
    expect(alerts(before, await scrape())).toEqual(["MockdownSweepsFail"]);
  });

  it("fire when the database is away", async () => {
    const before = await scrape();
    const gone = openDatabase("postgresql://nobody@127.0.0.1:9/none");
    expect(alerts(before, await scrape(gone))).toEqual(["MockdownCannotSave", "MockdownDatabaseAway"]);
    await gone.close();
  });
});
