import { expect, it } from "vitest";
import { getThread } from "#lib/discussion/read/get-thread";
import { readThreadView } from "#lib/discussion/schema";
import { deleteComment } from "#lib/discussion/write/delete-comment";
import { reportComment } from "#lib/discussion/write/report-comment";
import { listActs } from "#lib/moderation/read/list-acts";
import { getModerated, listQueue } from "#lib/moderation/read/list-reports";
import { undoAct } from "#lib/moderation/write/moderate";
import { listNotifications } from "#lib/notifications/read/list-notifications";
import { answer, at, makeMember, makeRegular, post, posted, start } from "../support/discussion-world.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { moderationScene } from "../support/moderation-scene.ts";

const order = ["a", "b", "c", "d"];

const day = 24 * 60;

onEachDatabase("moderation", (database) => {
  const { open, act, actsOn, undoAll, scene } = moderationScene(database);

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
