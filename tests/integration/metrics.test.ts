import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { finishAttempt } from "#lib/attempts/write/finish";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { openDatabase } from "#lib/db/database";
import { environment } from "#lib/env/current";
import { version } from "#lib/env/version";
import { GET } from "../../app/metrics/route.ts";
import { syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest } from "../support/people.ts";

const token = "the-token-of-the-operator";
const now = new Date("2026-11-25T07:00:00Z");

onEachDatabase("/metrics", (database) => {
  // The test runner has a BASE_URL of its own, which is no address.
  vi.stubEnv("BASE_URL", "");
  const settings = environment() as { METRICS_TOKEN?: string | undefined; DATABASE_URL: string };
  const { DATABASE_URL } = settings;
  afterEach(() => {
    Object.assign(settings, { METRICS_TOKEN: undefined, DATABASE_URL });
  });

  function ask(authorization?: string) {
    (globalThis as typeof globalThis & { mockdownDatabase?: unknown }).mockdownDatabase = database.db;
    return GET(new Request("http://localhost/metrics", authorization ? { headers: { authorization } } : {}));
  }
  async function scrape() {
    settings.METRICS_TOKEN = token;
    return (await ask(`Bearer ${token}`)).text();
  }
  const readingOf = (text: string, series: string) =>
    Number(
      text
        .split("\n")
        .find((line) => line.startsWith(`${series} `))
        ?.slice(series.length) ?? 0,
    );

  it("does not exist without a token set, and closed to another token", async () => {
    expect((await ask(`Bearer ${token}`)).status).toBe(404);
    settings.METRICS_TOKEN = token;
    for (const wrong of [undefined, "Bearer another-token", "Bearer", `Basic ${token}`])
      expect((await ask(wrong)).status).toBe(401);
  });

  it("counts each start, save and finish once, however often it is asked for", async () => {
    await syncSample(database.db);
    const before = await scrape();
    const viewer = await makeGuest(database.db);
    const started = await startAttempt({ db: database.db, viewer, examSlug: "sample", mode: "mock", seed: "s", now });
    const attemptId = started.ok ? started.value : "";
    const entry = {
      position: 1,
      field: "flag" as const,
      version: 1,
      value: true,
      madeAt: now.toISOString(),
      elapsedMs: 1,
    };
    await saveAnswers({ db: database.db, viewer, attemptId, body: { clientId: "client-one", entries: [entry] }, now });
    for (let i = 0; i < 3; i++) await finishAttempt({ db: database.db, viewer, attemptId, now });
    const after = await scrape();
    const grown = (series: string) => readingOf(after, series) - readingOf(before, series);
    expect(grown('mockdown_attempts_started_total{mode="mock"}')).toBe(1);
    expect(grown('mockdown_attempts_finished_total{by="learner"}')).toBe(1);
    expect(grown('mockdown_answer_entries_total{outcome="saved"}')).toBe(1);
  });

  it("reports the release, attempts that run, open streams and free space", async () => {
    // In a fresh clone nothing has made the usual folder yet.
    settings.DATABASE_URL = `file:${join(tmpdir(), "mockdown.db")}`;
    await syncSample(database.db);
    const running = async () => readingOf(await scrape(), "mockdown_attempts_running");
    const before = await running();
    const viewer = await makeGuest(database.db);
    const start = { db: database.db, viewer, examSlug: "sample", mode: "mock", seed: "s" } as const;
    const started = await startAttempt({ ...start, now: new Date() });
    expect(await running()).toBe(before + 1);
    await finishAttempt({ db: database.db, viewer, attemptId: started.ok ? started.value : "", now: new Date() });
    expect(await running()).toBe(before);
    const text = await scrape();
    expect(text).toContain(`mockdown_build_info{version="${version}",node="${process.versions.node}"} 1`);
    expect(readingOf(text, "mockdown_streams_open")).toBe(0);
    expect(readingOf(text, "mockdown_disk_free_bytes")).toBeGreaterThan(0);
    expect(readingOf(text, "mockdown_writes_waiting")).toBe(0);
  });

  it("counts what waits for the database, and on PostgreSQL the connections of the process", async () => {
    const reads = Array.from({ length: 30 }, () => database.db.read.exam.count());
    const held = database.db.load();
    await Promise.all(reads);
    if (database.db.provider === "sqlite") {
      expect(held.pool).toBeNull();
      expect(await scrape()).not.toContain("mockdown_pool_");
      return;
    }
    const text = await scrape();
    expect(readingOf(text, 'mockdown_pool_connections{state="idle"}')).toBeGreaterThan(0);
    expect(readingOf(text, 'mockdown_pool_connections{state="busy"}')).toBe(0);
    expect(readingOf(text, "mockdown_pool_waiting")).toBe(0);
  });

  it("shows writes that wait for their turn", async () => {
    let end = () => {};
    const held = new Promise<void>((resolve) => {
      end = resolve;
    });
    const writes = Array.from({ length: 20 }, () => database.db.write(() => held));
    expect(database.db.load().writesWaiting).toBe(database.db.provider === "sqlite" ? 19 : 5);
    end();
    await Promise.all(writes);
    expect(database.db.load().writesWaiting).toBe(0);
  });

  it("still tells of the process when the database is away", async () => {
    settings.METRICS_TOKEN = token;
    const gone = openDatabase("file:/no/such/folder/mockdown.db");
    (globalThis as typeof globalThis & { mockdownDatabase?: unknown }).mockdownDatabase = gone;
    const response = await GET(
      new Request("http://localhost/metrics", { headers: { authorization: `Bearer ${token}` } }),
    );
    const text = await response.text();
    expect(text).toMatch(/^mockdown_database_up 0$/m);
    expect(readingOf(text, "process_resident_memory_bytes")).toBeGreaterThan(0);
    expect(await scrape()).toMatch(/^mockdown_database_up 1$/m);
  });

  it("tells of the process, the content and the reports that wait, and of nobody", async () => {
    await syncSample(database.db);
    const viewer = await makeGuest(database.db);
    const text = await scrape();
    expect(readingOf(text, "mockdown_questions")).toBe(8);
    expect(readingOf(text, "mockdown_content_synced")).toBe(1);
    expect(readingOf(text, "mockdown_migrated")).toBe(1);
    expect(text).toMatch(/^mockdown_comments_reported 0$/m);
    for (const name of [
      "process_start_time_seconds",
      "nodejs_eventloop_lag_p99_seconds",
      "process_resident_memory_bytes",
    ])
      expect(readingOf(text, name), name).toBeGreaterThan(0);
    expect(text).not.toContain(viewer.learnerId);
    for (const line of text.trim().split("\n")) expect(line).toMatch(/^(# (HELP|TYPE) \S+ .+|\S+(\{.*\})? \S+|)$/);
  });
});
