import { answerQuestion } from "#lib/attempts/write/answer-question";
import { type BenchApp, examSlug, type Learner, startBenchApp } from "../bench-app.ts";
import { contest } from "../contest.ts";
import type { Target } from "../load-job.ts";
import { measureMemory } from "../measure-memory.ts";
import { rowByRatio } from "../row.ts";
import { answerAll, anyAnswerTo, finish, saveTarget, seedAttempt } from "../seed-attempts.ts";
import { seedScale } from "../seed-scale.ts";
import { seedThread } from "../seed-thread.ts";
import type { Report, Suite, SuiteOptions } from "../suite.ts";
import { instances } from "./instances.ts";

const questionName = "question-1";

/**
 * Pages of a large installation beside the same pages of a nearly empty one, and the memory of a server after many
 * requests.
 */
export const scale: Suite = async (report, options) => {
  const [small, large] = [await startBenchApp(), await startBenchApp()];
  try {
    const amounts = options.isQuick
      ? { questions: 10_000, answers: 100_000, comments: 2_000 }
      : { questions: 100_000, answers: 2_000_000, comments: 10_000 };
    const pagesOfSmall = await casesOf(small, examSlug);
    await grow(large, amounts);
    const pagesOfLarge = await casesOf(large, "bench-large");
    const size = `${amounts.questions.toLocaleString("en")} questions, ${amounts.answers.toLocaleString("en")} answers`;
    report.say(`scale: ${size}, a thread of ${amounts.comments.toLocaleString("en")} comments`);
    for (const [name, targets] of Object.entries(pagesOfLarge))
      await compareSizes(report, options, name, [large, targets], [small, pagesOfSmall[name] ?? []]);
    const { "save one answer": _, ...pages } = pagesOfSmall;
    await measureMemory(report, options, small, Object.values(pages).flat());
  } finally {
    await small.stop();
    await large.stop();
  }
  await instances(report, options);
};

/** The same in both: a reader with an attempt in progress, who has answered a question with a thread of 60 comments. */
async function casesOf(app: BenchApp, exam: string): Promise<Record<string, readonly Target[]>> {
  const reader = await app.signUp("reader");
  const { headers } = reader;
  if ((await app.db.read.comment.count()) === 0) await openThread(app, reader);
  else await answerOpen(app, reader);
  const running = await seedAttempt(app.db, reader, "mock", "scale");
  return {
    home: [{ path: "/" }],
    "exam page": [{ path: `/exams/${exam}`, headers }],
    "question page of a running attempt": running.items.map(({ position }) => ({
      path: `/attempts/${running.id}/${position}`,
      headers,
    })),
    "first page of the thread": [{ path: `/exams/${examSlug}/questions/${questionName}`, headers }],
    "save one answer": running.items.map(({ position, answer }) => saveTarget(running, position, answer)),
  };
}

async function grow(app: BenchApp, amounts: Parameters<typeof seedScale>[3]): Promise<void> {
  const learner = await app.signUp("template");
  await openThread(app, learner);
  const templates = [];
  for (let i = 0; i < 6; i++) {
    const attempt = await seedAttempt(app.db, learner, "mock", `template ${i}`);
    await answerAll(app.db, attempt);
    await finish(app.db, attempt);
    templates.push(attempt);
  }
  seedScale(app, templates, questionName, amounts);
}

async function openThread(app: BenchApp, learner: Learner): Promise<void> {
  await answerOpen(app, learner);
  await seedThread(app.db, learner, questionName, 60);
}

async function answerOpen({ db }: BenchApp, { viewer }: Learner): Promise<void> {
  const answer = await anyAnswerTo(db, examSlug, questionName);
  await answerQuestion({ db, viewer, examSlug, questionName, answer, now: new Date() });
}

type SideOf = readonly [BenchApp, readonly Target[]];

async function compareSizes(
  report: Report,
  options: SuiteOptions,
  name: string,
  [large, largeTargets]: SideOf,
  [small, smallTargets]: SideOf,
): Promise<void> {
  const side = (app: BenchApp, targets: readonly Target[]) => ({ url: app.server.url, pid: app.server.pid(), targets });
  const amounts = options.isQuick
    ? { rounds: 3, seconds: 1.2, warmUpSeconds: 1.2 }
    : { rounds: 5, seconds: 3, warmUpSeconds: 5 };
  const result = await contest(side(large, largeTargets), side(small, smallTargets), amounts);
  report.row(
    rowByRatio({
      suite: "scale",
      case: `${name}, beside nearly empty`,
      value: result.app.p50,
      unit: "ms p50",
      limit: result.limit.p50,
      goal: 1.2,
      isNoisy: result.isNoisy,
      details: `${result.app.processorMs.toFixed(2)} against ${result.limit.processorMs.toFixed(2)} ms CPU`,
    }),
  );
}
