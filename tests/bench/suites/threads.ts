import { answerQuestion } from "#lib/attempts/answer-question";
import { examSlug, startBenchApp } from "../bench-app.ts";
import { comparePages } from "../compare-pages.ts";
import { startLimit } from "../limit-server.ts";
import { anyAnswerTo } from "../seed-attempts.ts";
import { seedThread } from "../seed-thread.ts";
import type { Suite } from "../suite.ts";

/** The first page of a thread under its question, read by somebody who has answered it. */
export const threads: Suite = async (report, options) => {
  const [app, limit] = [await startBenchApp(), await startLimit()];
  try {
    const learner = await app.signUp("commenter");
    const questionName = "question-1";
    const answer = await anyAnswerTo(app.db, examSlug, questionName);
    await answerQuestion({ db: app.db, viewer: learner.viewer, examSlug, questionName, answer, now: new Date() });
    await seedThread(app.db, learner, questionName, 100);
    const page = { path: `/exams/${examSlug}/questions/${questionName}`, headers: learner.headers };
    const compare = comparePages({ suite: "threads", app, limit, report, options });
    await compare("thread of 100 comments, first page", [page], 1.5);
  } finally {
    await app.stop();
    await limit.stop();
  }
};
