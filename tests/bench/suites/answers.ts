import { type BenchApp, startBenchApp } from "../bench-app.ts";
import { compare } from "../compare-pages.ts";
import { type LimitServer, startLimit } from "../limit-server.ts";
import { load } from "../load.ts";
import type { Target } from "../load-job.ts";
import { watchMemory } from "../process-stats.ts";
import { readForm } from "../read-form.ts";
import { rowByRatio, rowByValue } from "../row.ts";
import { answerAll, type SeededAttempt, saveTarget, seedAttempt } from "../seed-attempts.ts";
import { startTargets } from "../start-targets.ts";
import type { Report, Suite, SuiteOptions } from "../suite.ts";
import { wholeExam } from "./whole-exam.ts";

/** Saving and revealing, and what happens when a thousand learners do so at once. */
export const answers: Suite = async (report, options) => {
  const [app, limit] = [await startBenchApp(), await startLimit()];
  try {
    await saving(app, limit, report, options);
    await revealing(app, limit, report, options);
    await wholeExam(app, limit, report, options);
    await manyLearners(1_000, app, report, options);
    if (options.isLong) await manyLearners(2_000, app, report, options);
    await thousandStarts(app, report, options);
  } finally {
    await app.stop();
    await limit.stop();
  }
};

/** Saves go to many attempts, so that none grows beyond a normal sitting. */
async function saving(app: BenchApp, limit: LimitServer, report: Report, options: SuiteOptions): Promise<void> {
  const targets = (await seedRunning(app, options.isQuick ? 20 : 100, "saving")).flatMap((attempt) =>
    attempt.items.map(({ position, answer }) => saveTarget(attempt, position, answer)),
  );
  const sample = targets[0] as Target;
  const write = { ...sample, path: "/api/write", headers: { "Content-Type": "application/json" } };
  await compare({ suite: "answers", app, limit, report, options })(
    "save one answer, acknowledged after fsync",
    interleaved(targets, 50),
    [write],
    2.5,
  );
}

/** The answers are already saved, as they are when the page asks: only the check is measured. */
async function revealing(app: BenchApp, limit: LimitServer, report: Report, options: SuiteOptions): Promise<void> {
  const { headers, attempts } = await seedStudies(app, options.isQuick ? 6 : 25, "revealer");
  const targets = attempts.flatMap(({ id, items }) =>
    items.map(({ position }) => ({ path: `/api/attempts/${id}/items/${position}/check`, method: "PUT", headers })),
  );
  const { headers: others, attempts: posted } = await seedStudies(app, options.isQuick ? 3 : 8, "poster");
  const posts: Target[] = [];
  for (const { id, items } of posted) {
    const path = (position: number) => `/attempts/${id}/${position}`;
    const form = await readForm(`${app.server.url}${path(1)}`, others, "check");
    for (const { position, answer } of items)
      posts.push(form.post(path(position), { position: String(position), intent: "check" }, answer));
  }
  const body = `{"answer":"${"x".repeat(200)}"}`;
  const readWrite = { path: "/api/read-write", method: "PUT", headers: { "Content-Type": "application/json" }, body };
  const comparing = compare({ suite: "answers", app, limit, report, options });
  // Each item can be revealed only once, so neither the warm-up nor a round may reuse one.
  const most = (list: readonly Target[]) => Math.floor(list.length / (options.isQuick ? 4 : 8));
  await comparing("reveal after an answer in study", targets, [readWrite], 2.5, most(targets));
  await comparing("the same without script: a form that leads back to the page", posts, [readWrite], 8, most(posts));
}

async function seedStudies(app: BenchApp, count: number, name: string) {
  const learner = await app.signUp(name);
  const attempts: SeededAttempt[] = [];
  for (let i = 0; i < count; i++) {
    const attempt = await seedAttempt(app.db, learner, "study", `${name} ${i}`);
    await answerAll(app.db, attempt);
    attempts.push(attempt);
  }
  return { headers: learner.headers, attempts };
}

/** At the rate of one answer every 30 s and one page every 20 s. */
async function manyLearners(many: number, app: BenchApp, report: Report, options: SuiteOptions): Promise<void> {
  const seconds = options.isQuick ? 10 : 600;
  const attempts = await seedRunning(app, options.isQuick ? many / 10 : many, `learners-${many}`);
  const saves = attempts.flatMap((attempt) =>
    attempt.items.slice(0, 20).map(({ position, answer }) => saveTarget(attempt, position, answer)),
  );
  const views = attempts.map(({ id, learner }, i) => ({
    path: `/attempts/${id}/${(i % 50) + 1}`,
    headers: learner.headers,
    group: "view",
  }));
  const [savesPerSecond, viewsPerSecond] = [many / 30, many / 20];
  const plan = [
    ...schedule(savesPerSecond, seconds).map((dueMs, i) => ({ dueMs, target: saves[(i * 20) % saves.length] })),
    ...schedule(viewsPerSecond, seconds).map((dueMs, i) => ({ dueMs, target: views[i % views.length] })),
  ].sort((a, b) => a.dueMs - b.dueMs);
  await app.eventLoopDelays();
  const watch = watchMemory(app.server.pid());
  const outcome = await load({
    url: app.server.url,
    targets: plan.map(({ target }) => target as Target),
    dueMs: plan.map(({ dueMs }) => dueMs),
    count: plan.length,
    connections: 256,
    maxSeconds: seconds + 60,
  });
  const memory = watch.stop();
  const loop = await app.eventLoopDelays();
  const all = many.toLocaleString("en");
  const who = options.isQuick ? `${many / 10} learners at the pace of ${all}` : `${all} learners`;
  const name = `${who}, ${Math.round(savesPerSecond)} saves/s and ${viewsPerSecond} views/s for ${seconds} s`;
  const details = `${outcome.count} of ${plan.length} requests; views p95 ${outcome.groups.view?.p95.toFixed(0)} ms; ${outcome.firstErrors.join("; ")}`;
  const one = (what: string, value: number, unit: string, goal: number) =>
    report.row(rowByValue({ suite: "answers", case: `${name}: ${what}`, value, unit, goal, details }));
  one("errors", outcome.errors + plan.length - outcome.count, "", 0);
  one("save p95", outcome.groups.save?.p95 ?? Number.NaN, "ms", 200);
  one("event loop p99", loop.p99, "ms", 50);
  const mebibytes = (from: number, to: number) => memory.medianBetween(from * seconds, to * seconds) / 1024 / 1024;
  report.row(
    rowByRatio({
      suite: "answers",
      case: `${name}: memory in the last tenth, beside the second tenth`,
      value: mebibytes(0.9, 1),
      unit: "MiB",
      limit: mebibytes(0.1, 0.2),
      goal: 1.1,
      details,
    }),
  );
}

async function thousandStarts(app: BenchApp, report: Report, options: SuiteOptions): Promise<void> {
  const [count, seconds] = options.isQuick ? [300, 3] : [1_000, 10];
  const outcome = await load({
    url: app.server.url,
    targets: [await startTargets(app)],
    dueMs: schedule(count / seconds, seconds),
    count,
    connections: 1_000,
    maxSeconds: seconds + 60,
  });
  const details = `p50 ${outcome.p50.toFixed(0)} ms; ${outcome.firstErrors.join("; ")}`;
  const name = `${count.toLocaleString("en")} starts in ${seconds} s`;
  const failed = outcome.errors + count - outcome.count;
  report.row(rowByValue({ suite: "answers", case: `${name}: errors`, value: failed, unit: "", goal: 0, details }));
  report.row(
    rowByValue({ suite: "answers", case: `${name}: p95`, value: outcome.p95, unit: "ms", goal: 1_000, details }),
  );
}

async function seedRunning(app: BenchApp, count: number, seed: string) {
  const attempts = [];
  for (let i = 0; i < count; i++)
    attempts.push(await seedAttempt(app.db, await app.signUp(`${seed}-${i}`), "mock", `${seed} ${i}`));
  return attempts;
}

/** Evenly spaced due times, in milliseconds. */
function schedule(perSecond: number, seconds: number): number[] {
  return Array.from({ length: Math.floor(perSecond * seconds) }, (_, i) => (i * 1000) / perSecond);
}

/** Neighbours come from different attempts. */
function interleaved<T>(targets: readonly T[], perAttempt: number): T[] {
  return Array.from({ length: perAttempt }, (_, offset) =>
    targets.filter((_target, i) => i % perAttempt === offset),
  ).flat();
}
