import type { CommentView } from "#lib/discussion/read/comment-views";
import { getThread, type OpenThread } from "#lib/discussion/read/get-thread";
import { readThreadView, type Sort } from "#lib/discussion/schema";
import { start } from "./discussion-world.ts";
import type { TestDatabase } from "./each-database.ts";

/** The options of a question in the order in which its readers see them. */
export const order = ["b", "a", "c", "d"];

/** What readers see of the threads in a database. */
export function threadReader(database: TestDatabase) {
  const open = async (
    viewer: Parameters<typeof getThread>[1],
    questionId: string,
    search = {},
  ): Promise<OpenThread> => {
    const thread = await getThread(database.db, viewer, questionId, {
      now: start,
      order,
      view: readThreadView(search),
    });
    if (thread.state !== "open") throw new Error(thread.state);
    return thread;
  };
  const texts = (comments: readonly CommentView[]) => comments.map((comment) => comment.html);

  /** Every comment of a thread, page by page; `between` runs before each further page. */
  async function readAll(
    viewer: Parameters<typeof getThread>[1],
    questionId: string,
    sort: Sort,
    between = async () => {},
  ) {
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: OpenThread = await open(viewer, questionId, { sort, ...(after ? { after } : {}) });
      seen.push(...page.comments.map((comment) => comment.id));
      if (page.next === null) return seen;
      after = page.next;
      await between();
    }
  }

  return { open, texts, readAll };
}
