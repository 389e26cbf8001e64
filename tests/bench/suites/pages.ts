import { examSlug, startBenchApp } from "../bench-app.ts";
import { comparePages } from "../compare-pages.ts";
import { startLimit } from "../limit-server.ts";
import { answerAll, finish, seedAttempt } from "../seed-attempts.ts";
import type { Suite } from "../suite.ts";

/** The pages that a learner opens, each beside a dynamic page with one SQLite read and the same number of bytes. */
export const pages: Suite = async (report, options) => {
  const [app, limit] = [await startBenchApp(), await startLimit()];
  try {
    const learner = await app.signUp("reader");
    const running = await seedAttempt(app.db, learner, "mock", "pages");
    const over = await seedAttempt(app.db, learner, "mock", "result");
    await answerAll(app.db, over);
    await finish(app.db, over);
    const { headers } = learner;
    const compare = comparePages({ suite: "pages", app, limit, report, options });
    const items = running.items.map(({ position }) => ({ path: `/attempts/${running.id}/${position}`, headers }));
    await compare("question page of a running attempt, signed in", items, 1.3);
    await compare("exam page, signed in", [{ path: `/exams/${examSlug}`, headers }], 1.3);
    await compare("home", [{ path: "/" }], 1.3);
    await compare("result page of 50 items", [{ path: `/attempts/${over.id}/result`, headers }], 2);
  } finally {
    await app.stop();
    await limit.stop();
  }
};
