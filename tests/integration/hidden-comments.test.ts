import { expect, it } from "vitest";
import { getDistributions } from "#lib/discussion/read/get-distributions";
import { deleteComment, undoDelete } from "#lib/discussion/write/delete-comment";
import { eraseDeleted } from "#lib/discussion/write/erase-deleted";
import { reportComment } from "#lib/discussion/write/report-comment";
import { listQueue } from "#lib/moderation/read/list-reports";
import { undoAct } from "#lib/moderation/write/moderate";
import { listNotifications } from "#lib/notifications/read/list-notifications";
import { answer, at, type MemberViewer, makeMember, posted, start } from "../support/discussion-world.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { moderationScene } from "../support/moderation-scene.ts";

const order = ["a", "b", "c", "d"];

const day = 24 * 60;

onEachDatabase("a comment that is reported", (database) => {
  const { open, act, actsOn, undoAll, scene } = moderationScene(database);

  it("hides what three people report, each counted once, until somebody has looked", async () => {
    const { db, author, moderator, commentId } = await scene("reported");
    const reporters = [];
    for (let i = 0; i < 3; i++) {
      const reporter = await makeMember(db, `Reporter ${i}`);
      await answer(db, reporter, "reported");
      reporters.push(reporter);
    }
    const report = (viewer: MemberViewer) =>
      reportComment({ db, viewer, commentId, reason: "spam", detail: "look", now: start });
    const [first, second, third] = reporters as [MemberViewer, MemberViewer, MemberViewer];
    await Promise.all([report(first), report(first), report(first), report(second)]);
    expect((await open(first, "reported")).comments[0]?.state).toBe("shown");
    expect(await report(author)).toEqual({ ok: false, error: "own-comment" });
    await report(third);
    expect((await open(first, "reported")).comments[0]).toMatchObject({ state: "hidden", html: null, selected: null });
    expect((await open(author, "reported")).comments[0]).toMatchObject({ state: "hidden", html: "<p>so be it</p>" });
    const [waiting] = (await listQueue(db, moderator, start)) ?? [];
    expect(waiting).toMatchObject({ commentId, html: "<p>so be it</p>", state: "hidden" });
    expect(waiting?.reports).toHaveLength(3);
    expect(waiting?.possible).toEqual(["hide", "restore", "pin", "mark", "lock", "warn", "suspend"]);
    await act(moderator, commentId, "restore");
    expect((await open(first, "reported")).comments[0]?.state).toBe("shown");
    expect(await listQueue(db, moderator, start)).toEqual([]);
    expect(await listNotifications(db, second)).toMatchObject([{ kind: "verdict", text: "dismissed" }]);
  });

  it("hides nothing for the reports of new accounts, and no words of moderators or administrators", async () => {
    const { db, author, commentId } = await scene("brigade");
    const administrator = await makeMember(db, "Administrator", { role: "administrator" });
    await answer(db, administrator, "brigade");
    const official = await posted(db, administrator, "brigade", "the official word");
    const report = async (id: string, createdAt: Date) => {
      const viewer = await makeMember(db, "Reporter", { createdAt });
      await answer(db, viewer, "brigade");
      await reportComment({ db, viewer, commentId: id, reason: "spam", detail: "", now: start });
    };
    const stateOf = async (id: string) =>
      (await open(author, "brigade")).comments.find((comment) => comment.id === id)?.state;
    for (let i = 0; i < 3; i++) await report(commentId, start);
    expect(await stateOf(commentId)).toBe("shown");
    for (let i = 0; i < 3; i++) await report(official, at(-60 * 24 * 30));
    expect(await stateOf(official)).toBe("shown");
    for (let i = 0; i < 3; i++) await report(commentId, at(-60 * 24 * 30));
    expect(await stateOf(commentId)).toBe("hidden");
  });

  it("tells the author of a hidden comment when it is shown again, whoever brings it back and however", async () => {
    const { db, author, moderator, commentId } = await scene("again");
    const reported = async () => (await listNotifications(db, author)).map(({ kind }) => kind);
    await act(moderator, commentId, "hide", { now: at(1) });
    expect(await reported()).toEqual(["hidden"]);
    await act(moderator, commentId, "restore", { now: at(2) });
    expect(await reported()).toEqual(["restored", "hidden"]);
    await act(moderator, commentId, "restore", { now: at(3) });
    expect(await reported(), "it was shown all the time").toEqual(["restored", "hidden"]);
    await act(moderator, commentId, "hide", { now: at(4) });
    const [newest] = await actsOn(moderator, commentId);
    await undoAct({ db, viewer: moderator, actId: newest?.id ?? "", now: at(5) });
    expect(await reported()).toEqual(["restored", "hidden", "restored", "hidden"]);
  });

  it("keeps a comment hidden that its author deletes, before or after that, and brings back", async () => {
    for (const isDeletedFirst of [true, false]) {
      const name = `brought-back-${isDeletedFirst}`;
      const { db, author, moderator, commentId } = await scene(name);
      const remove = () => deleteComment({ db, viewer: author, commentId, now: at(1) });
      if (isDeletedFirst) await remove();
      expect((await act(moderator, commentId, "hide", { now: at(1) })).ok).toBe(true);
      if (!isDeletedFirst) await remove();
      expect((await undoDelete({ db, viewer: author, commentId, now: at(1.5) })).ok).toBe(true);
      const thread = await open(moderator, name);
      expect(thread.comments[0]?.state).toBe("hidden");
      expect(thread.commentCount).toBe(0);
      expect((await getDistributions(db, thread, order))?.afterDiscussion.people).toBe(0);
      expect((await act(moderator, commentId, "restore", { now: at(2) })).ok).toBe(true);
      const restored = await open(moderator, name);
      expect([restored.comments[0]?.state, restored.commentCount]).toEqual(["shown", 1]);
    }
  });

  it("shows a deleted comment that was hidden, and shown again, once its author brings it back", async () => {
    const { db, author, moderator, commentId } = await scene("both-back");
    await deleteComment({ db, viewer: author, commentId, now: at(1) });
    await act(moderator, commentId, "hide", { now: at(1.1) });
    await undoAll(moderator, commentId, at(1.2));
    await act(moderator, commentId, "hide", { now: at(1.3) });
    expect((await act(moderator, commentId, "restore", { now: at(1.4) })).ok).toBe(true);
    expect((await open(moderator, "both-back")).comments).toEqual([]);
    await undoDelete({ db, viewer: author, commentId, now: at(1.5) });
    const thread = await open(moderator, "both-back");
    expect([thread.comments[0]?.state, thread.commentCount]).toEqual(["shown", 1]);
  });

  it("keeps the text of a deleted comment for as long as a report of it waits, and for 30 days at most", async () => {
    for (const isDecided of [true, false]) {
      const name = `evidence-${isDecided}`;
      const { db, author, moderator, commentId } = await scene(name);
      const reporter = await makeMember(db, "Reporter");
      await answer(db, reporter, name);
      await reportComment({ db, viewer: reporter, commentId, reason: "abuse", detail: "", now: start });
      await deleteComment({ db, viewer: author, commentId, now: at(1) });
      await eraseDeleted({ db, now: at(29 * day) });
      const [waiting] = ((await listQueue(db, moderator, start)) ?? []).filter((one) => one.commentId === commentId);
      expect(waiting?.html).toContain("so be it");
      if (isDecided) await act(moderator, commentId, "hide", { now: at(29 * day) });
      await eraseDeleted({ db, now: at(isDecided ? 29 * day + 1 : 31 * day) });
      expect(await db.read.comment.findUnique({ where: { id: commentId }, select: { html: true } })).toEqual({
        html: "",
      });
    }
  });

  it("takes the vote of a hidden comment out and puts it back", async () => {
    const { db, author, moderator, commentId } = await scene("hidden-vote");
    const people = async () => {
      const thread = await open(author, "hidden-vote");
      const found = await getDistributions(db, thread, order);
      return [found?.afterDiscussion.people, thread.commentCount];
    };
    expect(await people()).toEqual([1, 1]);
    await act(moderator, commentId, "hide");
    expect(await people()).toEqual([0, 0]);
    expect(await undoAll(moderator, commentId)).toEqual([{ ok: true, value: "undone" }]);
    expect(await people()).toEqual([1, 1]);
  });
});
