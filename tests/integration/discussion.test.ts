import { expect, it } from "vitest";
import { mintViewer } from "#lib/auth/viewer";
import { getDistributions } from "#lib/discussion/read/get-distributions";
import { getThread } from "#lib/discussion/read/get-thread";
import { deleteComment, undoDelete } from "#lib/discussion/write/delete-comment";
import { editComment } from "#lib/discussion/write/edit-comment";
import { eraseDeleted } from "#lib/discussion/write/erase-deleted";
import { voteOnComment } from "#lib/discussion/write/vote-on-comment";
import {
  addRevision,
  answer,
  at,
  makeMember,
  makeQuestions,
  makeRegular,
  post,
  posted,
  singleChoice,
  start,
} from "../support/discussion-world.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { order, threadReader } from "../support/thread-reader.ts";

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

  it("keeps blind answers and votes of the discussion apart, one vote a person", async () => {
    const { db } = database;
    await makeQuestions(db, "distribution");
    const people = [];
    for (let i = 0; i < 12; i++) {
      const viewer = await makeMember(db, `P${i}`, { role: "moderator" });
      await answer(db, viewer, "distribution", i < 7 ? "a" : "b");
      people.push(viewer);
    }
    const [first] = people as [(typeof people)[0]];
    for (const viewer of people.slice(0, 10))
      await posted(db, viewer, "distribution", "So I think", { optionIds: ["b"] });
    await posted(db, first, "distribution", "No, rather", { optionIds: ["c"] });
    const distributions = await getDistributions(db, await open(first, "distribution"), order);
    const counts = (bars: readonly { optionId: string; people: number }[] = []) =>
      bars.map((bar) => `${bar.optionId}${bar.people}`);
    expect(counts(distributions?.blind.bars)).toEqual(["b5", "a7", "c0", "d0"]);
    expect(distributions?.blind.majority).toEqual(["a"]);
    expect(counts(distributions?.afterDiscussion.bars)).toEqual(["b9", "a0", "c1", "d0"]);
  });

  it("does not load what was once kept beside an answer", async () => {
    const { db } = database;
    await makeQuestions(db, "laden");
    const viewer = await makeRegular(db, "Reader", "laden");
    const { revisionId } = await open(viewer, "laden");
    const junk = JSON.stringify({ kind: "single", optionId: "c", junk: "x".repeat(1_000_000) });
    await db.write(async (tx) => {
      await tx.learner.create({ data: { id: "laden", createdAt: start } });
      const data = { learnerId: "laden", questionId: "laden", revisionId, answer: junk, disclosedAt: start };
      await tx.disclosure.create({ data });
    });
    const found = await getDistributions(db, await open(viewer, "laden"), order);
    // The reader's own.
    expect(found?.blind.people).toBe(1);
  });

  it("says that older comments are about an earlier wording, and drops votes when the options changed", async () => {
    const { db } = database;
    await makeQuestions(db, "revised");
    const author = await makeRegular(db, "Author", "revised");
    await posted(db, author, "revised", "Old", { optionIds: ["a"] });
    const people = async () => {
      const thread = await open(author, "revised");
      const found = await getDistributions(db, thread, order);
      return [found?.blind.people, found?.afterDiscussion.people, thread.comments[0]?.earlierWording];
    };
    expect(await people()).toEqual([1, 1, null]);
    await addRevision(db, "revised", 2, singleChoice(["a", "b", "c", "d"], "Which, then?"), "a");
    expect(await people()).toEqual([1, 1, 1]);
    await addRevision(db, "revised", 3, singleChoice(["a", "b", "c", "e"], "Which, then?"), "a");
    expect(await people()).toEqual([0, 0, 1]);
  });
});
