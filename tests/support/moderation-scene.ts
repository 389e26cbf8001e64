import { getThread, type OpenThread } from "#lib/discussion/read/get-thread";
import type { Act } from "#lib/moderation/acts";
import { listActs } from "#lib/moderation/read/list-acts";
import { moderate, undoAct } from "#lib/moderation/write/moderate";
import {
  answer,
  at,
  type MemberViewer,
  makeMember,
  makeQuestions,
  makeRegular,
  posted,
  start,
} from "./discussion-world.ts";
import type { TestDatabase } from "./each-database.ts";

const order = ["a", "b", "c", "d"];

/** What moderators see and do in a database. */
export function moderationScene(database: TestDatabase) {
  const open = async (viewer: MemberViewer, questionId: string): Promise<OpenThread> => {
    const thread = await getThread(database.db, viewer, questionId, { now: start, order });
    if (thread.state !== "open") throw new Error(thread.state);
    return thread;
  };
  const act = (viewer: MemberViewer, commentId: string, what: Act, more: { days?: number; now?: Date } = {}) =>
    moderate({ db: database.db, viewer, commentId, act: what, reason: `because ${what}`, now: start, ...more });
  const actsOn = async (viewer: MemberViewer, commentId: string) =>
    ((await listActs(database.db, viewer, start)) ?? []).filter((entry) => entry.commentId === commentId);
  const undoAll = async (viewer: MemberViewer, commentId: string, now = at(1)) => {
    const results = [];
    for (const { id } of await actsOn(viewer, commentId))
      results.push(await undoAct({ db: database.db, viewer, actId: id, now }));
    return results;
  };

  /** A question with a member's comment, and a moderator. */
  async function scene(name: string) {
    const { db } = database;
    await makeQuestions(db, name);
    const author = await makeMember(db, "Author");
    await answer(db, author, name);
    const moderator = await makeRegular(db, "Moderator", name);
    const commentId = await posted(db, author, name, "so be it", { optionIds: ["b"] });
    return { db, author, moderator, commentId };
  }

  return { open, act, actsOn, undoAll, scene };
}
