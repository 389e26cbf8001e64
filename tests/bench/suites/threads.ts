import { answerQuestion } from "#lib/attempts/write/answer-question";
import { insertComments } from "../../support/insert-comments.ts";
import { type BenchApp, examSlug, type Learner, startBenchApp } from "../bench-app.ts";
import { comparePages } from "../compare-pages.ts";
import { contest } from "../contest.ts";
import { startLimit } from "../limit-server.ts";
import { rowByRatio } from "../row.ts";
import { anyAnswerTo } from "../seed-attempts.ts";
import { seedThread } from "../seed-thread.ts";
import type { Report, Suite, SuiteOptions } from "../suite.ts";

/** The first page of a thread below its question, read by someone who has answered it. */
export const threads: Suite = async (report, options) => {
  const [app, limit] = [await startBenchApp(), await startLimit()];
  try {
    const [author, reader] = [await app.signUp("commenter"), await app.signUp("reader")];
    await Promise.all([author, reader].map((learner) => answer(app, learner, "question-1")));
    await seedThread(app.db, author, "question-1", 100);
    const compare = comparePages({ suite: "threads", app, limit, report, options });
    await compare("thread of 100 comments, first page", [pageOf(reader, "question-1")], 1.5);
    await longBesideShort(app, author, reader, report, options);
  } finally {
    await app.stop();
    await limit.stop();
  }
};

/** Both on one server: the page of a long thread shows as many comments as that of a short one. */
async function longBesideShort(
  app: BenchApp,
  author: Learner,
  reader: Learner,
  report: Report,
  options: SuiteOptions,
): Promise<void> {
  const sizes = { "question-2": 20, "question-3": 10_000 };
  for (const [name, count] of Object.entries(sizes)) {
    await answer(app, reader, name);
    const question = await app.db.read.question.findUniqueOrThrow({
      where: { examSlug_name: { examSlug, name } },
      select: { id: true, revisionId: true },
    });
    const authorId = author.viewer.member?.userId ?? "";
    const thread = { questionId: question.id, revisionId: question.revisionId ?? "", authorId };
    await insertComments(app.db, thread, count, { hasReplies: false });
  }
  const amounts = options.isQuick
    ? { rounds: 3, seconds: 1.2, warmUpSeconds: 1.2 }
    : { rounds: 7, seconds: 3, warmUpSeconds: 5 };
  for (const sort of ["top", "newest", "oldest"] as const) {
    const side = (name: string) => ({
      url: app.server.url,
      pid: app.server.pid(),
      targets: [pageOf(reader, name, `?sort=${sort}`)],
    });
    const result = await contest(side("question-3"), side("question-2"), amounts);
    report.row(
      rowByRatio({
        suite: "threads",
        case: `10,000 comments beside 20, first page by ${sort}`,
        value: result.app.p50,
        unit: "ms p50",
        limit: result.limit.p50,
        goal: 1.2,
        isNoisy: result.isNoisy,
        details: `${result.app.processorMs.toFixed(2)} against ${result.limit.processorMs.toFixed(2)} ms CPU`,
      }),
    );
  }
}

function pageOf({ headers }: Learner, questionName: string, query = "") {
  return { path: `/exams/${examSlug}/questions/${questionName}${query}`, headers };
}

async function answer({ db }: BenchApp, { viewer }: Learner, questionName: string): Promise<void> {
  const any = await anyAnswerTo(db, examSlug, questionName);
  await answerQuestion({ db, viewer, examSlug, questionName, answer: any, now: new Date() });
}
