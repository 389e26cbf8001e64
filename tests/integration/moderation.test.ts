import { expect, it } from "vitest";
import { getDistributions } from "#lib/discussion/read/get-distributions";
import { getThread, type OpenThread } from "#lib/discussion/read/get-thread";
import { readThreadView } from "#lib/discussion/schema";
import { deleteComment, undoDelete } from "#lib/discussion/write/delete-comment";
import { eraseDeleted } from "#lib/discussion/write/erase-deleted";
import { reportComment } from "#lib/discussion/write/report-comment";
import type { Act } from "#lib/moderation/acts";
import { getModerated, listActs, listQueue } from "#lib/moderation/read/list-reports";
import { moderate, undoAct } from "#lib/moderation/write/moderate";
import { listNotifications } from "#lib/notifications/read/list-notifications";
import {
  answer,
  at,
  type MemberViewer,
  makeMember,
  makeQuestions,
  makeRegular,
  post,
  posted,
  start,
} from "../support/discussion-world.ts";
import { onEachDatabase } from "../support/each-database.ts";

const order = ["a", "b", "c", "d"];

const day = 24 * 60;

onEachDatabase("moderation", (database) => {
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

  /** A question with a comment of a member, and a moderator. */
  async function scene(name: string) {
    const { db } = database;
    await makeQuestions(db, name);
    const author = await makeMember(db, "Author");
    await answer(db, author, name);
    const moderator = await makeRegular(db, "Moderator", name);
    const commentId = await posted(db, author, name, "so be it", { optionIds: ["b"] });
    return { db, author, moderator, commentId };
  }

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

  it("locks a thread, pins a comment and marks the authors' answer, and takes each back", async () => {
    const { db, author, moderator, commentId } = await scene("switches");
    const look = async () => {
      const thread = await open(author, "switches");
      const [comment] = thread.comments;
      return [thread.isLocked, comment?.pinned, comment?.official];
    };
    for (const what of ["lock", "pin", "mark"] as const) await act(moderator, commentId, what);
    expect(await look()).toEqual([true, true, true]);
    expect(await post(db, author, "switches", "more", { now: at(1) })).toEqual({ ok: false, error: "locked" });
    expect(await undoAll(moderator, commentId)).toHaveLength(3);
    expect(await look()).toEqual([false, false, false]);
    expect((await post(db, author, "switches", "more", { now: at(2) })).ok).toBe(true);
  });

  it("suspends for a time, tells why, and lets the suspension be undone", async () => {
    const { db, author, moderator, commentId } = await scene("suspended");
    await act(moderator, commentId, "suspend", { days: 2 });
    expect(await post(db, author, "suspended", "again", { now: at(60) })).toEqual({ ok: false, error: "suspended" });
    expect(await listNotifications(db, author)).toMatchObject([
      { kind: "suspended", text: "2026-11-24T12:00:00.000Z because suspend" },
    ]);
    await undoAll(moderator, commentId);
    expect(await listNotifications(db, author)).toMatchObject([{ kind: "taken-back", text: "", isRead: true }]);
    expect((await post(db, author, "suspended", "again", { now: at(61) })).ok).toBe(true);
  });

  it("logs that a moderator hides what reports had hidden, and opens the reports again when that is undone", async () => {
    const { db, moderator, commentId } = await scene("confirmed");
    for (let i = 0; i < 3; i++) {
      const viewer = await makeMember(db, `Reporter ${i}`);
      await answer(db, viewer, "confirmed");
      await reportComment({ db, viewer, commentId, reason: "spam", detail: "", now: start });
    }
    const waiting = async () =>
      ((await listQueue(db, moderator, start)) ?? []).filter((one) => one.commentId === commentId);
    expect(await act(moderator, commentId, "hide", { now: at(1) })).toEqual({ ok: true, value: "done" });
    const [hidden, ...others] = await actsOn(moderator, commentId);
    expect(hidden).toMatchObject({ act: "hide", by: "Moderator", reason: "because hide", at: at(1) });
    expect(others).toMatchObject([{ act: "hide", by: null, reason: "reports:3" }]);
    expect(await waiting()).toEqual([]);
    expect(await act(moderator, commentId, "hide")).toEqual({ ok: false, error: "nothing-to-do" });
    await undoAct({ db, viewer: moderator, actId: hidden?.id ?? "", now: at(2) });
    expect(await waiting()).toMatchObject([{ state: "hidden" }]);
  });

  it("takes an older act back without touching what a newer one did", async () => {
    const { db, author, moderator, commentId } = await scene("newer");
    await act(moderator, commentId, "suspend", { days: 2, now: at(0) });
    await act(moderator, commentId, "suspend", { days: 7, now: at(1) });
    await act(moderator, commentId, "lock", { now: at(2) });
    await act(moderator, commentId, "unlock", { now: at(3) });
    await act(moderator, commentId, "lock", { now: at(4) });
    const [, unlocked, locked, newer, older] = await actsOn(moderator, commentId);
    const undo = (entry: { readonly id: string } | undefined) =>
      undoAct({ db, viewer: moderator, actId: entry?.id ?? "", now: at(5) });
    const stands = async () => {
      const { suspendedUntil } = (await getModerated(db, moderator, commentId, start)) ?? {};
      return [suspendedUntil, (await open(author, "newer")).isLocked];
    };
    for (const entry of [older, locked, unlocked]) await undo(entry);
    expect(await stands()).toEqual([at(7 * 24 * 60 + 1), true]);
    await undo(newer);
    expect(await stands(), "as it was before both").toEqual([null, true]);
  });

  it("is logged with who, when and why, and stays reversible for 30 days and no longer", async () => {
    const { moderator, commentId } = await scene("logged");
    await act(moderator, commentId, "hide", { now: at(5) });
    const [entry] = await actsOn(moderator, commentId);
    expect(entry).toMatchObject({
      act: "hide",
      by: "Moderator",
      whom: "Author",
      reason: "because hide",
      at: at(5),
      mayUndo: true,
    });
    expect(await undoAll(moderator, commentId, at(31 * day))).toEqual([{ ok: false, error: "too-late" }]);
    expect(await undoAll(moderator, commentId, at(29 * day))).toEqual([{ ok: true, value: "undone" }]);
    expect(await undoAll(moderator, commentId, at(29 * day))).toEqual([{ ok: false, error: "too-late" }]);
  });

  it("puts a pinned comment first, once and on the first page alone, and keeps its replies when it is deleted", async () => {
    const { db, author, moderator, commentId: oldest } = await scene("pinned");
    for (let i = 0; i < 25; i++) await posted(db, moderator, "pinned", `later ${i}`);
    await posted(db, moderator, "pinned", "a reply", { parentId: oldest });
    const read = async (after?: string) => {
      const view = readThreadView({ sort: "newest", ...(after ? { after } : {}) });
      const thread = await getThread(db, author, "pinned", { now: start, order, view });
      if (thread.state !== "open") throw new Error(thread.state);
      return { ids: thread.comments.map((comment) => comment.id), ...thread };
    };
    const readAll = async () => {
      const first = await read();
      return [...first.ids, ...(await read(first.next ?? "")).ids];
    };
    const newest = (await read()).ids[3] ?? "";
    for (const pinned of [oldest, newest]) {
      await act(moderator, pinned, "pin");
      const ids = await readAll();
      expect(ids[0]).toBe(pinned);
      expect([ids.length, new Set(ids).size]).toEqual([26, 26]);
    }
    await act(moderator, oldest, "pin");
    await deleteComment({ db, viewer: author, commentId: oldest, now: start });
    const last = await read((await read()).next ?? "");
    expect(last.comments.at(-1)).toMatchObject({ id: oldest, state: "deleted", replies: [{ state: "shown" }] });
  });

  it("is for moderators alone, who cannot act on each other", async () => {
    const { db, author, moderator, commentId } = await scene("rights");
    expect(await act(author, commentId, "hide")).toEqual({ ok: false, error: "not-a-moderator" });
    expect(await listQueue(db, author, start)).toBeNull();
    expect(await listActs(db, author, start)).toBeNull();
    const other = await makeRegular(db, "Other moderator", "rights");
    const theirs = await posted(db, moderator, "rights", "mine");
    expect(await act(other, theirs, "suspend")).toEqual({ ok: false, error: "above-you" });
    expect(await act(other, theirs, "warn")).toEqual({ ok: false, error: "above-you" });
  });

  it("lets nobody take back what an administrator did to a moderator, least of all that moderator", async () => {
    const { db, moderator } = await scene("above");
    const other = await makeRegular(db, "Other moderator", "above");
    const administrator = await makeMember(db, "Administrator", { role: "administrator" });
    const theirs = await posted(db, moderator, "above", "mine");
    expect(await act(administrator, theirs, "suspend")).toEqual({ ok: true, value: "done" });
    for (const [viewer, error] of [
      [moderator, "not-a-moderator"],
      [other, "above-you"],
    ] as const) {
      expect(await actsOn(viewer, theirs)).toMatchObject([{ act: "suspend", mayUndo: false }]);
      expect(await undoAll(viewer, theirs)).toEqual([{ ok: false, error }]);
    }
    expect(await post(db, moderator, "above", "again", { now: at(2) })).toEqual({ ok: false, error: "suspended" });
    expect(await actsOn(administrator, theirs)).toMatchObject([{ mayUndo: true }]);
    expect(await undoAll(administrator, theirs)).toEqual([{ ok: true, value: "undone" }]);
    expect((await post(db, moderator, "above", "again", { now: at(2) })).ok).toBe(true);
  });

  it("shows a moderator no thread of a question that they have not answered", async () => {
    const { db, commentId } = await scene("undisclosed");
    const newcomer = await makeMember(db, "New moderator", { role: "moderator" });
    expect(await getModerated(db, newcomer, commentId, start)).toMatchObject({ commentId, html: null, parent: null });
  });
});
