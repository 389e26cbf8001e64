import { expect, it } from "vitest";
import type { Viewer } from "#lib/auth/viewer";
import { getThread } from "#lib/discussion/read/get-thread";
import { postComment } from "#lib/discussion/write/post-comment";
import { at, type MemberViewer, makeQuestions, makeRegular } from "../support/discussion-world.ts";
import { onEachDatabase } from "../support/each-database.ts";

const questionId = "unread";

onEachDatabase("what is new in a thread", (database) => {
  async function say(viewer: MemberViewer, markdown: string, minutes: number): Promise<string> {
    const request = { examSlug: "exam", questionName: questionId, requestId: `request-${markdown}`, parentId: null };
    const posted = await postComment({
      db: database.db,
      viewer,
      ...request,
      markdown,
      optionIds: [],
      now: at(minutes),
    });
    if (!posted.ok) throw new Error(posted.error);
    return posted.value;
  }

  async function look(viewer: Viewer, minutes: number) {
    const thread = await getThread(database.db, viewer, questionId, { now: at(minutes) });
    if (thread.state !== "open") throw new Error(thread.state);
    const isNew = thread.comments.filter((comment) => comment.isNew).map(({ id }) => id);
    return { unread: thread.unread, isNew };
  }

  it("is what others posted since the reader's last visit, until that visit ends", async () => {
    const { db } = database;
    await makeQuestions(db, questionId);
    const [ada, bob] = [await makeRegular(db, "Ada", questionId), await makeRegular(db, "Bob", questionId)];
    await say(ada, "early", 0);
    expect(await look(bob, 1), "to a first visitor nothing is").toEqual({ unread: null, isNew: [] });
    const first = await say(ada, "one", 60);
    await say(bob, "my own", 61);
    const second = await say(ada, "two", 62);
    const fresh = { unread: { count: 2, firstId: first }, isNew: expect.arrayContaining([first, second]) };
    const seen = await look(bob, 120);
    expect(seen).toEqual(fresh);
    expect(seen.isNew).toHaveLength(2);
    expect(await look(bob, 130), "the page is shown again").toEqual(fresh);
    expect(await look(bob, 200), "the next visit").toEqual({ unread: null, isNew: [] });
  });

  it("costs no write where nobody has written yet", async () => {
    const { db } = database;
    await makeQuestions(db, "silent");
    const reader = await makeRegular(db, "Reader", "silent");
    const thread = await getThread(db, reader, "silent", { now: at(0) });
    expect(thread).toMatchObject({ state: "open", unread: null });
    const { learnerId } = reader;
    const where = { learnerId_questionId: { learnerId, questionId: "silent" } };
    expect((await db.read.disclosure.findUnique({ where }))?.threadSeenAt).toBeNull();
  });
});
