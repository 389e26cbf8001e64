import { expect, it } from "vitest";
import { editComment } from "#lib/discussion/write/edit-comment";
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
import { inRun } from "../support/run-length.ts";

onEachDatabase("the limits of posting", (database) => {
  it("let a script of hundreds of posts from a new account put in at most ten", async () => {
    const { db } = database;
    await makeQuestions(db, "script");
    const script = await makeMember(db, "Script", { createdAt: start });
    await answer(db, script, "script");
    const results = [];
    const atOnce = inRun(10, 50);
    for (let burst = 0; burst < 20; burst++) {
      results.push(
        ...(await Promise.all(
          Array.from({ length: atOnce }, (_, i) => post(db, script, "script", `${burst}/${i}`, { now: at(burst) })),
        )),
      );
    }
    expect(results.filter((result) => result.ok)).toHaveLength(10);
    expect(results.filter((result) => !result.ok && result.error === "too-soon").length).toBeGreaterThan(8 * atOnce);
    expect(results.at(-1)).toEqual({ ok: false, error: "enough-today" });
    expect((await post(db, script, "script", "tomorrow", { now: at(25 * 60) })).ok).toBe(true);
  });

  it("let a new account edit ten times a day, counted apart from what it posts, and send an edit twice", async () => {
    const { db } = database;
    await makeQuestions(db, "edits");
    const author = await makeMember(db, "Editor", { createdAt: start });
    await answer(db, author, "edits");
    const commentId = await posted(db, author, "edits", "draft 0");
    const edit = (text: string, now: Date) =>
      editComment({ db, viewer: author, commentId, markdown: text, optionIds: [], now });
    const storm = await Promise.all(Array.from({ length: 50 }, (_, i) => edit(`storm ${i}`, at(0.1))));
    expect(storm.filter((result) => result.ok)).toHaveLength(10);
    expect(storm.filter((result) => !result.ok && result.error === "enough-today")).toHaveLength(40);
    expect(await edit("one more", at(10))).toEqual({ ok: false, error: "enough-today" });
    const last = (await db.read.comment.findUnique({ where: { id: commentId } }))?.markdown ?? "";
    expect(await edit(last, at(10)), "the same again").toEqual({ ok: true, value: "edited" });
    expect(await db.read.commentEdit.count({ where: { commentId } })).toBe(10);
    expect((await edit("tomorrow", at(25 * 60))).ok).toBe(true);
  });

  it("refuse a third link, the same text within five minutes, and whoever is suspended", async () => {
    const { db } = database;
    await makeQuestions(db, "links");
    const author = await makeMember(db, "Newcomer", { createdAt: start });
    await answer(db, author, "links");
    const link = "[x](https://example.org)";
    expect(await post(db, author, "links", `${link} ${link} https://example.org`)).toEqual({
      ok: false,
      error: "too-many-links",
    });
    expect((await post(db, author, "links", `${link} ${link}`)).ok).toBe(true);
    expect(await post(db, author, "links", ` ${link}   ${link}`, { now: at(4) })).toEqual({
      ok: false,
      error: "same-text",
    });
    expect((await post(db, author, "links", `${link} ${link}`, { now: at(6) })).ok).toBe(true);
    await db.write((tx) => tx.user.update({ where: { id: author.member.userId }, data: { suspendedUntil: at(60) } }));
    expect(await post(db, author, "links", "Let me in", { now: at(30) })).toEqual({ ok: false, error: "suspended" });
    expect((await post(db, author, "links", "Let me in", { now: at(61) })).ok).toBe(true);
  });

  it("never show an image that somebody posted", async () => {
    const { db } = database;
    await makeQuestions(db, "image");
    const author = await makeRegular(db, "Author", "image");
    const id = await posted(db, author, "image", "![a cat](https://example.org/cat.png)");
    expect((await db.read.comment.findUniqueOrThrow({ where: { id } })).html).toBe("<p>a cat</p>");
  });
});
