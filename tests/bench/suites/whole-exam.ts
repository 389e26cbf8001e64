import { type BenchApp, examSlug, type Learner } from "../bench-app.ts";
import type { LimitServer } from "../limit-server.ts";
import { load } from "../load.ts";
import type { Target } from "../load-job.ts";
import { processorMs } from "../process-stats.ts";
import { readForm } from "../read-form.ts";
import { rowByRatio } from "../row.ts";
import { attemptOf, type SeededAttempt, saveTarget } from "../seed-attempts.ts";
import type { Report, SuiteOptions } from "../suite.ts";

/** The limit's own rounds may differ by this share of their median. */
const tolerated = 0.2;

/** What one learner costs: a mock exam of 50 questions, started, answered one by one, reviewed, submitted and read. */
export async function wholeExam(app: BenchApp, limit: LimitServer, report: Report, options: SuiteOptions) {
  const [rounds, many] = options.isQuick ? [3, 4] : [7, 20];
  const ours: number[] = [];
  const raw: number[] = [];
  let details = "";
  // The first round warms both up.
  for (let round = 0; round <= rounds; round++) {
    const { perExam, pages, requests } = await sitExams(app, many, `whole-${round}`);
    const parts = await rawParts(limit, pages, many);
    if (round > 0) ours.push(perExam);
    if (round > 0) raw.push(parts);
    details = `${requests} requests an exam, review ${pages[0]} and result ${pages[1]} bytes`;
  }
  const limitMs = median(raw);
  report.row(
    rowByRatio({
      suite: "answers",
      case: "one whole mock exam of 50, beside its raw parts",
      value: median(ours),
      unit: "ms CPU",
      limit: limitMs,
      goal: 1.5,
      isNoisy: (Math.max(...raw) - Math.min(...raw)) / limitMs > tolerated,
      details,
    }),
  );
}

async function sitExams(app: BenchApp, many: number, name: string) {
  const learners: Learner[] = [];
  for (let i = 0; i < many; i++) learners.push(await app.signUp(`${name}-${i}`));
  const exam = `/exams/${examSlug}`;
  const begin = await Promise.all(
    learners.map(async ({ headers }) =>
      (await readForm(`${app.server.url}${exam}/mock`, headers, "mock")).post(`${exam}/mock`, { mode: "mock" }),
    ),
  );
  let sum = await cost(app.server.url, app.server.pid(), begin);
  const attempts: SeededAttempt[] = [];
  for (const learner of learners) attempts.push(await attemptOf(app.db, learner));
  const saves = attempts.flatMap((attempt) =>
    attempt.items.map(({ position, answer }) => saveTarget(attempt, position, answer)),
  );
  const page = (name: string) =>
    attempts.map(({ id, learner }) => ({ path: `/attempts/${id}/${name}`, headers: learner.headers }));
  sum += await cost(app.server.url, app.server.pid(), saves);
  sum += await cost(app.server.url, app.server.pid(), page("review"));
  const submit = await Promise.all(
    attempts.map(async ({ id, learner }) => {
      const path = `/attempts/${id}/review`;
      return (await readForm(app.server.url + path, learner.headers, id)).post(path, {});
    }),
  );
  const review = await bytesOf(app, page("review")[0] as Target);
  sum += await cost(app.server.url, app.server.pid(), submit);
  sum += await cost(app.server.url, app.server.pid(), page("result"));
  const result = await bytesOf(app, page("result")[0] as Target);
  const requests = 4 + saves.length / many;
  return { perExam: sum / many, pages: [review, result] as const, requests };
}

/** The same requests to the limit: a write for each change, and a page of the same size for each page. */
async function rawParts(limit: LimitServer, pages: readonly [number, number], many: number): Promise<number> {
  const body = `{"answer":"${"x".repeat(200)}"}`;
  const write = { path: "/api/write", method: "PUT", headers: { "Content-Type": "application/json" }, body };
  const [review, result] = [await limit.pageOf("whole-review", pages[0]), await limit.pageOf("whole-result", pages[1])];
  const times = (target: Target, count: number) => Array.from({ length: count }, () => target);
  let sum = await cost(limit.url, limit.pid, times(write, 52 * many));
  sum += await cost(limit.url, limit.pid, times({ path: review }, many));
  sum += await cost(limit.url, limit.pid, times({ path: result }, many));
  return sum / many;
}

/** Processor time of the server for these requests, in milliseconds. Throws when one fails. */
async function cost(url: string, pid: number, targets: readonly Target[]): Promise<number> {
  const before = processorMs(pid);
  const outcome = await load({ url, targets, count: targets.length, connections: 16, maxSeconds: 120 });
  if (outcome.errors > 0) throw new Error(`${outcome.errors} requests failed: ${outcome.firstErrors.join("; ")}`);
  return processorMs(pid) - before;
}

async function bytesOf(app: BenchApp, { path, headers }: Target): Promise<number> {
  const reply = await fetch(app.server.url + path, { headers: { ...headers } });
  return Buffer.byteLength(await reply.text());
}

function median(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[list.length >> 1] as number;
}
