import { beforeAll, describe, expect, it } from "vitest";
import { voteOnComment } from "#lib/discussion/write/vote-on-comment";
import { makeQuestions, makeRegular, posted, start } from "../support/discussion-world.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { threadReader } from "../support/thread-reader.ts";

onEachDatabase("a thread read page by page", (database) => {
  const { open, readAll } = threadReader(database);

  it("sorts by Wilson's bound, newest and oldest", async () => {
    const { db } = database;
    await makeQuestions(db, "sorted");
    const author = await makeRegular(db, "Author", "sorted");
    const [split, loved, plain] = [
      await posted(db, author, "sorted", "3 up, 3 down"),
      await posted(db, author, "sorted", "2 up"),
      await posted(db, author, "sorted", "none"),
    ];
    for (let i = 0; i < 6; i++) {
      const voter = await makeRegular(db, `Voter ${i}`, "sorted");
      await voteOnComment({ db, viewer: voter, commentId: split, value: i < 3 ? 1 : -1, now: start });
      if (i < 2) await voteOnComment({ db, viewer: voter, commentId: loved, value: 1, now: start });
    }
    expect(await readAll(author, "sorted", "top")).toEqual([loved, split, plain]);
    expect(await readAll(author, "sorted", "newest")).toEqual([plain, loved, split]);
    expect(await readAll(author, "sorted", "oldest")).toEqual([split, loved, plain]);
  });

  describe("read in each order", () => {
    const question = "pages";
    const there: string[] = [];
    let author: Awaited<ReturnType<typeof makeRegular>>;
    beforeAll(async () => {
      const { db } = database;
      await makeQuestions(db, question);
      author = await makeRegular(db, "Author", question);
      for (let i = 0; i < 65; i++) there.push(await posted(db, author, question, `comment ${i}`));
    });

    it.each(["top", "newest", "oldest"] as const)(
      "shows every comment once as %s while others are posted in between",
      async (sort) => {
        const { db } = database;
        const seen = await readAll(author, question, sort, async () => {
          // All with the same clock, several at a time: order must not hang on it.
          await Promise.all(Array.from({ length: 7 }, (_, i) => posted(db, author, question, `between ${i}`)));
        });
        expect(new Set(seen).size).toBe(seen.length);
        expect(there.filter((id) => !seen.includes(id))).toEqual([]);
      },
    );
  });

  it("reads the oldest first to the very end while ten people post at once", async () => {
    const { db } = database;
    await makeQuestions(db, "stream");
    const author = await makeRegular(db, "Author", "stream");
    await posted(db, author, "stream", "first");
    const writing = Promise.all(
      Array.from({ length: 10 }, async (_, i) => {
        const writer = await makeRegular(db, `Writer ${i}`, "stream");
        for (let n = 0; n < 6; n++) await posted(db, writer, "stream", `${i}/${n}`);
      }),
    );
    // A reader who follows the thread must meet every comment: none may appear behind the place already read.
    const seen: string[] = [];
    let after: string | undefined;
    for (let isDone = false; ; ) {
      const page = await open(author, "stream", { sort: "oldest", ...(after ? { after } : {}) });
      seen.push(...page.comments.map((comment) => comment.id));
      if (page.next !== null) after = page.next;
      else if (isDone) break;
      else {
        const last = page.comments.at(-1);
        if (last) {
          const { writeCursor } = await import("#lib/discussion/cursor");
          after = writeCursor({ score: 0, createdAt: last.createdAt, id: last.id });
        }
        isDone = await Promise.race([
          writing.then(() => true),
          new Promise<false>((resolve) => setTimeout(resolve, 5, false)),
        ]);
      }
    }
    expect(seen).toHaveLength(61);
    expect(new Set(seen).size).toBe(61);
  });

  it("opens a comment at its own address wherever it is", async () => {
    const { db } = database;
    await makeQuestions(db, "focus");
    const author = await makeRegular(db, "Author", "focus");
    const root = await posted(db, author, "focus", "root");
    let last = "";
    for (let i = 0; i < 70; i++) last = await posted(db, author, "focus", `reply ${i}`, { parentId: root });
    for (let i = 0; i < 25; i++) await posted(db, author, "focus", `later ${i}`);
    const [whole] = (await open(author, "focus", { sort: "oldest" })).comments;
    expect(whole).toMatchObject({ id: root, moreFrom: 11, hasEarlier: false });
    expect(whole?.replies).toHaveLength(10);
    const [first, ...rest] = (await open(author, "focus", { comment: last })).comments;
    expect(first).toMatchObject({ id: root, hasEarlier: true, moreFrom: null });
    expect(first?.replies.at(-1)?.id).toBe(last);
    expect(rest.some((comment) => comment.id === root)).toBe(false);
  });
});
