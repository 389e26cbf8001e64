import { type Postgres, startPostgres } from "../../support/postgres.ts";
import { type BenchApp, startBenchApp } from "../bench-app.ts";
import { load } from "../load.ts";
import type { Target } from "../load-job.ts";
import { processorMs } from "../process-stats.ts";
import { rowByValue } from "../row.ts";
import { saveTarget, seedAttempt } from "../seed-attempts.ts";
import type { Report, SuiteOptions } from "../suite.ts";

/** As in a real installation, everything is on disk before it is acknowledged. */
const durable = ["-c", "max_connections=300"];

/** The same work for SQLite with one process, and for PostgreSQL with one and with three. */
export async function instances(report: Report, options: SuiteOptions): Promise<void> {
  const sqlite = await startBenchApp();
  try {
    await measure(report, options, "SQLite, one process", [sqlite], null);
  } finally {
    await sqlite.stop();
  }
  for (const many of [1, 3]) {
    const postgres = await startPostgres(undefined, durable);
    const apps: BenchApp[] = [];
    try {
      const databaseUrl = await postgres.createDatabase("mockdown");
      const behind = { proxy: "http://127.0.0.1", databaseUrl };
      for (let i = 0; i < many; i++) apps.push(await startBenchApp({ behind: { ...behind, isFirst: i === 0 } }));
      const name = `PostgreSQL, ${many === 1 ? "one process" : "three processes"}`;
      await measure(report, options, name, apps, postgres);
    } finally {
      for (const app of apps) await app.stop();
      await postgres.stop();
    }
  }
}

async function measure(
  report: Report,
  options: SuiteOptions,
  name: string,
  apps: readonly BenchApp[],
  postgres: Postgres | null,
): Promise<void> {
  const [first] = apps as [BenchApp];
  const saves: Target[] = [];
  const pages: Target[] = [];
  for (let i = 0; i < (options.isQuick ? 12 : 60); i++) {
    const attempt = await seedAttempt(first.db, await first.signUp(`instances-${i}`), "mock", `instances ${i}`);
    const { url } = (apps[i % apps.length] as BenchApp).server;
    const origin = { Origin: "http://127.0.0.1" };
    for (const { position, answer } of attempt.items) {
      const save = saveTarget(attempt, position, answer);
      saves.push({ ...save, url, headers: { ...save.headers, ...(apps.length > 1 || postgres ? origin : {}) } });
      pages.push({ url, path: `/attempts/${attempt.id}/${position}`, headers: attempt.learner.headers });
    }
  }
  for (const [what, targets] of [
    ["save", interleaved(saves)],
    ["question page", interleaved(pages)],
  ] as const) {
    const { url } = first.server;
    const seconds = options.isQuick ? 1.5 : 10;
    const job = { url, targets, connections: 32, count: 1_000_000 };
    await load({ ...job, maxSeconds: seconds / 2 });
    const database = (await postgres?.pid()) ?? null;
    const used = () => apps.reduce((sum, { server }) => sum + processorMs(server.pid()), 0);
    const usedByDatabase = () => (database === null ? 0 : processorMs(database));
    const before = [used(), usedByDatabase()] as const;
    const outcome = await load({ ...job, maxSeconds: seconds });
    if (outcome.errors > 0) throw new Error(`${outcome.errors} requests failed: ${outcome.firstErrors.join("; ")}`);
    const perSecond = Math.round((outcome.count * 1000) / outcome.wallMs);
    const byDatabase = (usedByDatabase() - before[1]) / outcome.count;
    const beside = database === null ? "" : `, and ${byDatabase.toFixed(2)} of PostgreSQL`;
    report.row(
      rowByValue({
        suite: "scale",
        case: `${what}, ${name}`,
        value: (used() - before[0]) / outcome.count,
        unit: "ms CPU",
        goal: null,
        details: `${perSecond}/s, p50 ${outcome.p50.toFixed(0)} p95 ${outcome.p95.toFixed(0)} ms${beside}`,
      }),
    );
  }
}

/** One target from each attempt in turn: the targets of one attempt share a process and a lock. */
function interleaved(targets: readonly Target[]): Target[] {
  const each = 50;
  const many = targets.length / each;
  return targets.map((_, i) => targets[(i % many) * each + Math.floor(i / many)] as Target);
}
