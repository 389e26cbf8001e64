import type { BenchApp } from "./bench-app.ts";
import { load } from "./load.ts";
import type { Target } from "./load-job.ts";
import { residentBytesDuring } from "./process-stats.ts";
import { rowByRatio } from "./row.ts";
import { saveTarget, seedAttempt } from "./seed-attempts.ts";
import type { Report, SuiteOptions } from "./suite.ts";

/**
 * The memory of a server that has just started: during the second thousand of its requests, and during a thousand after
 * all of them. Saves go to many attempts, so that none grows beyond a normal sitting.
 */
export async function measureMemory(
  report: Report,
  options: SuiteOptions,
  app: BenchApp,
  pages: readonly Target[],
): Promise<void> {
  const [early, late, looked] = options.isQuick ? [300, 1_500, 300] : [1_000, 100_000, 1_000];
  const saves: Target[] = [];
  for (let i = 0; i < (options.isQuick ? 4 : 100); i++) {
    const attempt = await seedAttempt(app.db, await app.signUp(`saver-${i}`), "mock", `saver ${i}`);
    saves.push(...attempt.items.map(({ position, answer }) => saveTarget(attempt, position, answer)));
  }
  const targets = saves.flatMap((save, i) => [save, pages[i % pages.length] as Target]);
  await app.server.kill();
  await app.server.start();
  const { url } = app.server;
  const pid = app.server.pid();
  let [sent, errors] = [0, 0];
  const send = async (count: number) => {
    const done = await load({ url, targets, connections: 32, count, maxSeconds: 900, offset: sent });
    sent += done.count;
    errors += done.errors;
  };
  await send(early);
  const before = await residentBytesDuring(pid, send(looked));
  await send(late - sent);
  const total = sent;
  const after = await residentBytesDuring(pid, send(looked));
  report.row(
    rowByRatio({
      suite: "scale",
      case: `memory after ${total.toLocaleString("en")} requests, beside ${early.toLocaleString("en")}`,
      value: after / 1024 / 1024,
      unit: "MiB",
      limit: before / 1024 / 1024,
      goal: 1.1,
      details: `${sent.toLocaleString("en")} sent${errors === 0 ? "" : `, ${errors} failed`}`,
    }),
  );
}
