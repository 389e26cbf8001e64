import { expect, it } from "vitest";
import { mintViewer } from "#lib/auth/viewer";
import { getThread } from "#lib/discussion/read/get-thread";
import { deleteComment, undoDelete } from "#lib/discussion/write/delete-comment";
import { editComment } from "#lib/discussion/write/edit-comment";
import { eraseDeleted } from "#lib/discussion/write/erase-deleted";
import { voteOnComment } from "#lib/discussion/write/vote-on-comment";
import {
  answer,
  at,
  makeMember,
  makeQuestions,
  makeRegular,
  post,
  posted,
  start,
} from "../support/discussion-world.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { threadReader } from "../support/thread-reader.ts";

onEachDatabase("a thread", (database) => {
  const { open, texts } = threadReader(database);

  it("opens to nobody who has not answered, and to nobody in a running exam with the question", async () => {
    const { db } = database;
    await makeQuestions(db, "closed");
    const reader = await makeMember(db, "Reader");
    expect(await getThread(db, reader, "closed", { now: start })).toEqual({ state: "not-yet-disclosed" });
    expect(await post(db, reader, "closed", "First")).toEqual({ ok: false, error: "not-yet-disclosed" });
    await answer(db, reader, "closed");
    expect((await open(reader, "closed")).state).toBe("open");
    const { learnerId } = reader;
    await db.write(async (tx) => {
      await tx.attempt.create({
        data: {
          id: "running",
          learnerId,
          examSlug: "exam",
          mode: "mock",
          reveal: "at-end",
          seed: "s",
          plan: "{}",
          startedAt: start,
        },
      });
      await tx.attemptItem.create({
        data: { attemptId: "running", position: 1, questionId: "closed", revisionId: "closed-1", domain: "d" },
      });
    });
    expect(await getThread(db, reader, "closed", { now: start })).toEqual({ state: "not-yet-disclosed" });
    expect(await post(db, reader, "closed", "Now?")).toEqual({ ok: false, error: "not-yet-disclosed" });
    expect(await getThread(db, mintViewer(null, null), "closed", { now: start })).toEqual({
      state: "not-yet-disclosed",
    });
  });

  it("posts once when the form is sent 20 times at once", async () => {
    const { db } = database;
    await makeQuestions(db, "double");
    const author = await makeRegular(db, "Author", "double");
    const sent = await Promise.all(
      Array.from({ length: 20 }, () => post(db, author, "double", "Once", { requestId: "the-same-form" })),
    );
    expect(new Set(sent.map((result) => result.ok && result.value)).size).toBe(1);
    expect((await open(author, "double")).commentCount).toBe(1);
  });

  it("nests replies to three levels and says whom a deeper one answers", async () => {
    const { db } = database;
    await makeQuestions(db, "nested");
    const author = await makeRegular(db, "Author", "nested");
    let parentId = await posted(db, author, "nested", "level 0");
    for (let level = 1; level <= 5; level++)
      parentId = await posted(db, author, "nested", `level ${level}`, { parentId });
    let level = (await open(author, "nested")).comments;
    for (let depth = 0; depth < 3; depth++) {
      expect(texts(level)).toEqual([`<p>level ${depth}</p>`]);
      level = level[0]?.replies ?? [];
    }
    expect(texts(level)).toEqual(["<p>level 3</p>", "<p>level 4</p>", "<p>level 5</p>"]);
    expect(level.map((comment) => comment.inReplyTo?.author ?? null)).toEqual([null, "Author", "Author"]);
  });

  it("counts one vote a person out of 50 parallel requests, and each person's", async () => {
    const { db } = database;
    await makeQuestions(db, "votes");
    const author = await makeRegular(db, "Author", "votes");
    const commentId = await posted(db, author, "votes", "Vote!");
    const voter = await makeRegular(db, "Voter", "votes");
    await Promise.all(
      Array.from({ length: 50 }, () => voteOnComment({ db, viewer: voter, commentId, value: 1, now: start })),
    );
    expect((await open(voter, "votes")).comments[0]).toMatchObject({ upvotes: 1, vote: 1 });
    const others = await Promise.all(Array.from({ length: 20 }, (_, i) => makeRegular(db, `Other ${i}`, "votes")));
    await Promise.all(
      others.map((viewer, i) => voteOnComment({ db, viewer, commentId, value: i < 15 ? 1 : -1, now: start })),
    );
    expect((await open(voter, "votes")).comments[0]).toMatchObject({ upvotes: 16, downvotes: 5 });
    await voteOnComment({ db, viewer: voter, commentId, value: 0, now: start });
    expect((await open(voter, "votes")).comments[0]).toMatchObject({ upvotes: 15, vote: 0 });
    expect(await voteOnComment({ db, viewer: author, commentId, value: 1, now: start })).toEqual({
      ok: false,
      error: "own-comment",
    });
  });

  it("leaves a placeholder for a deleted comment only while replies stand below it, and brings it back", async () => {
    const { db } = database;
    await makeQuestions(db, "deleted");
    const author = await makeRegular(db, "Author", "deleted");
    const top = await posted(db, author, "deleted", "secret words");
    const reply = await posted(db, author, "deleted", "a reply", { parentId: top });
    const remove = (commentId: string, now = start) => deleteComment({ db, viewer: author, commentId, now });
    await remove(top);
    const [placeholder] = (await open(author, "deleted")).comments;
    expect(placeholder).toMatchObject({ state: "deleted", html: null, author: null });
    expect(placeholder?.replies).toHaveLength(1);
    await remove(reply);
    expect((await open(author, "deleted")).comments).toEqual([]);
    expect((await open(author, "deleted")).undoable).toHaveLength(2);
    expect(await undoDelete({ db, viewer: author, commentId: reply, now: at(0.1) })).toEqual({
      ok: true,
      value: "restored",
    });
    expect((await open(author, "deleted")).comments[0]).toMatchObject({
      state: "deleted",
      replies: [{ state: "shown" }],
    });
    expect(await undoDelete({ db, viewer: author, commentId: top, now: at(2) })).toEqual({
      ok: false,
      error: "too-late",
    });
    const other = await makeRegular(db, "Other", "deleted");
    expect((await deleteComment({ db, viewer: other, commentId: reply, now: start })).ok).toBe(false);
  });

  it("removes the text of a deleted comment, and of what it said before, once that cannot be undone", async () => {
    const { db } = database;
    await makeQuestions(db, "erased");
    const author = await makeRegular(db, "Author", "erased");
    const commentId = await posted(db, author, "erased", "hasty words", { optionIds: ["a"] });
    await editComment({ db, viewer: author, commentId, markdown: "calmer words", optionIds: ["b"], now: at(1) });
    await deleteComment({ db, viewer: author, commentId, now: at(2) });
    const kept = () =>
      db.read.comment.findUniqueOrThrow({
        where: { id: commentId },
        select: { markdown: true, html: true, textHash: true, optionIds: true, edits: true },
      });
    await eraseDeleted({ db, now: at(2.9) });
    expect((await kept()).markdown).toBe("calmer words");
    await eraseDeleted({ db, now: at(3.1) });
    expect(await kept()).toEqual({ markdown: "", html: "", textHash: "", optionIds: null, edits: [] });
    // The server's clock was set back: there is nothing left to bring back.
    expect(await undoDelete({ db, viewer: author, commentId, now: at(2.5) })).toEqual({ ok: false, error: "too-late" });
    const [again, other] = [
      await posted(db, author, "erased", "second"),
      await posted(db, author, "erased", "third", { now: at(9) }),
    ];
    await deleteComment({ db, viewer: author, commentId: again, now: at(10) });
    expect((await undoDelete({ db, viewer: author, commentId: again, now: at(10.5) })).ok).toBe(true);
    await eraseDeleted({ db, now: at(20) });
    expect((await open(author, "erased")).comments.map(({ id }) => id)).toEqual(expect.arrayContaining([again, other]));
  });

  it("keeps what a comment said before an edit", async () => {
    const { db } = database;
    await makeQuestions(db, "edited");
    const author = await makeRegular(db, "Author", "edited");
    const commentId = await posted(db, author, "edited", "before", { optionIds: ["a"] });
    expect(
      (await editComment({ db, viewer: author, commentId, markdown: "after", optionIds: ["b"], now: at(1) })).ok,
    ).toBe(true);
    const [comment] = (await open(author, "edited")).comments;
    expect(comment).toMatchObject({ html: "<p>after</p>", selected: ["A"], editedAt: at(1) });
    expect(await db.read.commentEdit.findMany({ where: { commentId } })).toMatchObject([
      { html: "<p>before</p>", optionIds: '["a"]' },
    ]);
    const other = await makeRegular(db, "Other", "edited");
    expect((await editComment({ db, viewer: other, commentId, markdown: "mine", optionIds: [], now: at(1) })).ok).toBe(
      false,
    );
  });

  it("shows an answer in the reader's letters, and refuses one that is none", async () => {
    const { db } = database;
    await makeQuestions(db, "letters");
    const author = await makeRegular(db, "Author", "letters");
    await posted(db, author, "letters", "c it is", { optionIds: ["c"] });
    const in1 = await getThread(db, author, "letters", { now: start, order: ["c", "a", "b", "d"] });
    const in2 = await getThread(db, author, "letters", { now: start, order: ["a", "b", "d", "c"] });
    expect([in1, in2].map((thread) => thread.state === "open" && thread.comments[0]?.selected)).toEqual([["A"], ["D"]]);
    for (const optionIds of [["z"], ["a", "b"]])
      expect(await post(db, author, "letters", "?", { optionIds })).toEqual({ ok: false, error: "foreign-answer" });
  });
});
