import { expect, it } from "vitest";
import { writeCursor } from "#lib/discussion/cursor";
import { getThread } from "#lib/discussion/read/get-thread";
import { readThreadView, sorts, threadForm } from "#lib/discussion/schema";
import { deleteComment, undoDelete } from "#lib/discussion/write/delete-comment";
import { editComment } from "#lib/discussion/write/edit-comment";
import { setMute } from "#lib/discussion/write/mute";
import { reportComment } from "#lib/discussion/write/report-comment";
import { voteOnComment } from "#lib/discussion/write/vote-on-comment";
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

onEachDatabase("who tries to break a thread", (database) => {
  const first = async (viewer: MemberViewer, questionId: string, search = {}) => {
    const view = readThreadView(search);
    const thread = await getThread(database.db, viewer, questionId, { now: start, view });
    if (thread.state !== "open") throw new Error(thread.state);
    return thread;
  };

  async function startExamWith({ learnerId }: MemberViewer, questionId: string): Promise<void> {
    const attempt = { id: `exam of ${learnerId}`, learnerId, examSlug: "exam", mode: "mock", reveal: "at-end" };
    await database.db.write(async (tx) => {
      await tx.attempt.create({ data: { ...attempt, seed: "s", plan: "{}", startedAt: start } });
      await tx.attemptItem.create({
        data: { attemptId: attempt.id, position: 1, questionId, revisionId: `${questionId}-1`, domain: "d" },
      });
    });
  }

  it("can do nothing in it while it is closed again, but take back what is their own", async () => {
    const { db } = database;
    await makeQuestions(db, "again");
    const [reader, other] = [await makeRegular(db, "Reader", "again"), await makeRegular(db, "Other", "again")];
    const own = await posted(db, reader, "again", "mine");
    const theirs = await posted(db, other, "again", "theirs");
    await startExamWith(reader, "again");
    const common = { db, viewer: reader, now: at(1) };
    const refused = { ok: false, error: "no-such-comment" };
    expect(await post(db, reader, "again", "more")).toEqual({ ok: false, error: "not-yet-disclosed" });
    expect(await voteOnComment({ ...common, commentId: theirs, value: 1 })).toEqual(refused);
    expect(await editComment({ ...common, commentId: own, markdown: "changed", optionIds: [] })).toEqual(refused);
    expect(await reportComment({ ...common, commentId: theirs, reason: "spam", detail: "" })).toEqual(refused);
    expect((await setMute({ db, viewer: reader, questionId: "again", isMuted: true, now: start })).ok).toBe(false);
    expect((await deleteComment({ ...common, commentId: own })).ok).toBe(true);
    expect((await first(other, "again")).comments).toMatchObject([{ id: theirs, upvotes: 0 }]);
  });

  it("hears of a limit before the text is looked at, and a comment sent twice is posted once anyway", async () => {
    const { db } = database;
    await makeQuestions(db, "early");
    const newcomer = await makeMember(db, "Newcomer", { createdAt: start });
    await answer(db, newcomer, "early");
    const tooDeep = `${">".repeat(50)} a`;
    expect(await post(db, newcomer, "early", tooDeep)).toEqual({ ok: false, error: "too-deep" });
    const id = await posted(db, newcomer, "early", "first", { requestId: "request-early" });
    expect(await post(db, newcomer, "early", tooDeep)).toEqual({ ok: false, error: "too-soon" });
    const again = await post(db, newcomer, "early", "first", { requestId: "request-early" });
    expect(again).toEqual({ ok: true, value: id });
    await db.write((tx) =>
      tx.user.update({ where: { id: newcomer.member.userId }, data: { suspendedUntil: at(60) }, select: { id: true } }),
    );
    const edit = { db, viewer: newcomer, commentId: id, optionIds: [], now: at(1) };
    expect(await editComment({ ...edit, markdown: tooDeep })).toEqual({ ok: false, error: "suspended" });
  });

  it("has one vote, whatever 50 requests at once say, and the counts are those of the ballots", async () => {
    const { db } = database;
    await makeQuestions(db, "race");
    const author = await makeRegular(db, "Author", "race");
    const commentId = await posted(db, author, "race", "Vote!");
    const voters: MemberViewer[] = [];
    for (let i = 0; i < 10; i++) voters.push(await makeRegular(db, `Voter ${i}`, "race"));
    await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        voteOnComment({ db, viewer: voters[i % 10] as MemberViewer, commentId, value: (i % 3) - 1, now: start }),
      ),
    );
    const ballots = await db.read.ballot.findMany({ where: { commentId }, select: { value: true } });
    expect(ballots.length).toBeLessThanOrEqual(10);
    const [comment] = (await first(author, "race")).comments;
    expect([comment?.upvotes, comment?.downvotes]).toEqual(
      [1, -1].map((value) => ballots.filter((ballot) => ballot.value === value).length),
    );
  });

  it("deletes, brings back and answers at once, and the thread still counts what it shows", async () => {
    const { db } = database;
    await makeQuestions(db, "churn");
    const author = await makeRegular(db, "Author", "churn");
    const root = await posted(db, author, "churn", "root");
    await posted(db, author, "churn", "the first reply", { parentId: root });
    await Promise.all(
      Array.from({ length: 30 }, async (_, i) => {
        const common = { db, viewer: author, commentId: root, now: at(0.1) };
        if (i % 3 === 0) return deleteComment(common);
        return i % 3 === 1 ? undoDelete(common) : post(db, author, "churn", `reply ${i}`, { parentId: root });
      }),
    );
    const thread = await first(author, "churn");
    const shown = await db.read.comment.count({ where: { questionId: "churn", state: "shown" } });
    const replies = await db.read.comment.count({ where: { parentId: root, listed: true } });
    expect(thread.commentCount).toBe(shown);
    expect(thread.comments[0]?.replies).toHaveLength(Math.min(10, replies));
  });

  it("reads the first page by an address that no page of ours has", async () => {
    const { db } = database;
    await makeQuestions(db, "address");
    const reader = await makeRegular(db, "Reader", "address");
    await posted(db, reader, "address", "here");
    const words = (...cursor: unknown[]) => Buffer.from(JSON.stringify(cursor)).toString("base64url");
    const odd = [words(0, 8e15, "x"), words(0, -1e15, "x"), words("1", {}, []), words(0, 0, "a\0b"), "%", "é", "\0"];
    for (const sort of sorts)
      for (const after of [...odd, Buffer.from('[1e999,0,"x"]').toString("base64url")])
        expect((await first(reader, "address", { sort, after })).isContinued, after).toBe(false);
    for (const comment of ["\0", 'x\'; DROP TABLE "Comment"; --', "a".repeat(5_000)])
      expect((await first(reader, "address", { comment, from: "-1" })).comments).toHaveLength(1);
    const far = writeCursor({ score: 1, createdAt: new Date(0), id: "" });
    expect((await first(reader, "address", { sort: "newest", after: far })).comments).toEqual([]);
    for (const act of ["upvote", "upvote ", "upvote a b", "drop x", "upvote a\0", ` ${"x".repeat(300)}`])
      expect(threadForm.safeParse({ act }).success, act).toBe(false);
  });

  it("cannot post what nobody can see, nor the same again with what nobody can see", async () => {
    const { db } = database;
    await makeQuestions(db, "unseen");
    const newcomer = await makeMember(db, "Newcomer", { createdAt: start });
    await answer(db, newcomer, "unseen");
    for (const text of [
      "<!-- nothing -->",
      "\u200b\u2060",
      "\u3164 \u2800",
      "[](https://example.org)",
      "[a]: https://example.org",
    ])
      expect(await post(db, newcomer, "unseen", text), text).toEqual({ ok: false, error: "nothing-to-see" });
    const id = await posted(db, newcomer, "unseen", "Same words");
    expect(await post(db, newcomer, "unseen", "sa\u200bme \u2066words\u2069", { now: at(2) })).toEqual({
      ok: false,
      error: "same-text",
    });
    const edit = { db, viewer: newcomer, commentId: id, optionIds: [], now: at(3) };
    expect(await editComment({ ...edit, markdown: "<!-- -->" })).toEqual({ ok: false, error: "nothing-to-see" });
  });

  it("is notified of a mention whatever the script and length of the name", async () => {
    const { db } = database;
    await makeQuestions(db, "names");
    const author = await makeRegular(db, "Author", "names");
    const names = [
      "Jean-Luc O’Neil 3rd",
      "अदिति राव",
      "李雷",
      "👩‍💻 Łukasz ★",
      "𐐨".repeat(50),
      "\u202eevil\u202c",
      "A".repeat(80),
    ];
    const handles = ["jean-luc-o-neil-3rd", "अदिति-राव", "李雷", "łukasz", "𐐨".repeat(50), "evil", "a".repeat(80)];
    for (const [i, name] of names.entries()) {
      const person = await makeRegular(db, name, "names");
      await posted(db, author, "names", `See, @${handles[i]}: this`);
      expect(await listNotifications(db, person), name).toMatchObject([{ kind: "mention" }]);
    }
  });
});
