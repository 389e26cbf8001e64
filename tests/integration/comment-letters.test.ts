import { expect, it } from "vitest";
import { questionPageOrder } from "#lib/attempts/question-page-order";
import { printMarks } from "#lib/discussion/letter-marks";
import { getCommentHistory } from "#lib/discussion/read/get-comment-history";
import { getOwnComment } from "#lib/discussion/read/get-own-comment";
import { getThread } from "#lib/discussion/read/get-thread";
import { previewComment } from "#lib/discussion/read/preview-comment";
import { editComment } from "#lib/discussion/write/edit-comment";
import { importThread } from "#lib/discussion/write/import-thread";
import { keepLetters } from "#lib/discussion/write/keep-letters";
import { getModerated } from "#lib/moderation/read/list-reports";
import {
  addRevision,
  type MemberViewer,
  makeMember,
  makeQuestions,
  makeRegular,
  posted,
  singleChoice,
  start,
} from "../support/discussion-world.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { english } from "../support/in-english.ts";

/** The writer's A is the option d; the reader's is the option b. */
const writers = ["d", "c", "b", "a"];
const readers = ["b", "a", "d", "c"];

onEachDatabase("letters in a comment", (database) => {
  /** What somebody with these letters reads, first comment first. */
  async function shownIn(order: readonly string[], viewer: MemberViewer, questionId: string) {
    const thread = await getThread(database.db, viewer, questionId, { now: start, order });
    if (thread.state !== "open") throw new Error(thread.state);
    return thread.comments.map(({ html, typedIn }) => printMarks(english, html ?? "", { typedIn, order }));
  }

  async function write(questionId: string, markdown: string) {
    const { db } = database;
    await makeQuestions(db, questionId);
    const writer = await makeRegular(db, `Writer of ${questionId}`, questionId);
    return { db, writer, commentId: await posted(db, writer, questionId, markdown, { order: writers }) };
  }

  it("are each reader's own, until the writer wants them as typed, and again when not", async () => {
    const { db, writer, commentId } = await write("turned", "Why not D, like B?");
    const other = await makeRegular(db, "Other", "turned");
    expect(await shownIn(readers, other, "turned")).toEqual(["<p>Why not B, like D?</p>"]);
    expect(await shownIn(writers, other, "turned")).toEqual(["<p>Why not D, like B?</p>"]);
    const set = (viewer: MemberViewer, isKept: boolean) => keepLetters({ db, viewer, commentId, isKept, now: start });
    expect(await set(other, true)).toEqual({ ok: false, error: "no-such-comment" });
    expect(await set(writer, true)).toEqual({ ok: true, value: "set" });
    expect(await shownIn(readers, other, "turned")).toEqual(["<p>Why not D, like B?</p>"]);
    await set(writer, false);
    expect(await shownIn(readers, other, "turned")).toEqual(["<p>Why not B, like D?</p>"]);
  });

  it("are those of the page when its writer edits it there, and mean the same after it", async () => {
    const { db, writer, commentId } = await write("edited", "It costs $5, so D.");
    const own = await getOwnComment(db, writer, commentId, readers);
    expect(own).toEqual({ markdown: "It costs $5, so {B}.", optionIds: [] });
    const markdown = `${own?.markdown} Not C!`;
    await editComment({ db, viewer: writer, commentId, markdown, optionIds: [], order: readers, now: start });
    expect(await shownIn(writers, writer, "edited")).toEqual(["<p>It costs $5, so D. Not A!</p>"]);
    const place = { examSlug: "exam", questionName: "edited", commentId };
    const history = await getCommentHistory(db, writer, place, start);
    const order = questionPageOrder(singleChoice(["a", "b", "c", "d"]), "edited");
    const letterOf = (id: string) => "ABCD"[order.indexOf(id)];
    expect(history?.versions.map(({ html }) => printMarks(english, html, history.letters))).toEqual([
      `<p>It costs $5, so ${letterOf("a")}. Not ${letterOf("d")}!</p>`,
      `<p>It costs $5, so ${letterOf("a")}.</p>`,
    ]);
  });

  it("are said to be old where the question has other options by then", async () => {
    const { db, writer, commentId } = await write("reworded", "Why not D?");
    await addRevision(db, "reworded", 2, singleChoice(["b", "c", "d", "e"]), "b");
    const order = ["e", "b", "c", "d"];
    expect(await shownIn(order, writer, "reworded")).toEqual(["<p>Why not D (in another wording)?</p>"]);
    expect(await getOwnComment(db, writer, commentId, order)).toMatchObject({
      markdown: "Why not D?",
      hasOldLetters: true,
    });
  });

  it("stay as typed where the writer's order is not that of the question", async () => {
    const { db } = database;
    await makeQuestions(db, "foreign");
    const writer = await makeRegular(db, "Writer", "foreign");
    for (const order of [[], ["a", "b"], ["a", "a", "b", "c"], ["a", "b", "c", "x"]])
      await posted(db, writer, "foreign", `Why not D? ${order.join("")}`, { order });
    const shown = await shownIn(readers, writer, "foreign");
    expect(shown).toHaveLength(4);
    for (const html of shown) expect(html).toContain("<p>Why not D?");
  });

  it("are marked in a preview as they will be", async () => {
    const { db } = await write("preview", "First");
    const preview = await previewComment(db, {
      exam: "exam",
      question: "preview",
      markdown: "Why not D?",
      order: writers,
    });
    expect(preview).toEqual({ ok: true, value: expect.stringMatching(/^<p>Why not <span [^>]*>D<\/span>\?<\/p>$/) });
  });

  it("of a discussion elsewhere are those of the file", async () => {
    const { db } = database;
    await makeQuestions(db, "brought");
    const reader = await makeRegular(db, "Reader", "brought");
    const line = {
      question: "brought",
      author: "Someone",
      age: "2 days ago",
      captured: "2026-03-27",
      body: "Why not D?",
    };
    const report = await importThread({ db, examSlug: "exam", lines: [JSON.stringify(line)], now: start });
    expect(report).toMatchObject({ imported: 1, refused: [] });
    expect(await shownIn(readers, reader, "brought")).toEqual(["<p>Why not C?</p>"]);
  });

  it("are a moderator's own in the list of reports", async () => {
    const { db, writer, commentId } = await write("reported", "Why not D?");
    expect(writer.member.role).toBe("moderator");
    const comment = await getModerated(db, writer, commentId, start);
    const order = questionPageOrder(singleChoice(["a", "b", "c", "d"]), "reported");
    const letter = "ABCD"[order.indexOf("a")];
    if (!comment?.html) throw new Error("not readable");
    expect(printMarks(english, comment.html, comment.letters)).toBe(`<p>Why not ${letter}?</p>`);
    const outsider = await makeMember(db, "Outsider", { role: "moderator" });
    expect((await getModerated(db, outsider, commentId, start))?.html).toBeNull();
  });
});
