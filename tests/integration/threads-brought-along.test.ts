import { expect, it } from "vitest";
import { type CommentEvent, listen } from "#lib/discussion/live/announce";
import { startHearing } from "#lib/discussion/live/hear-other-instances";
import { commentsSince } from "#lib/discussion/read/comments-since";
import { getDistributions } from "#lib/discussion/read/get-distributions";
import { getThread } from "#lib/discussion/read/get-thread";
import { listDiscussed } from "#lib/discussion/read/list-discussed";
import { importThread } from "#lib/discussion/write/import-thread";
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
import { openGateway } from "../support/gateway.ts";

const order = ["a", "b", "c", "d"];

onEachDatabase("threads brought along", (database) => {
  const lines = (captured: string, age: string) =>
    [
      { question: "brought", id: "1", author: "Traveller", body: "It is **b**", answer: ["B"], age, captured },
      { question: "brought", id: "2", parent: "1", author: "Second", age, captured },
      { question: "brought", author: "Nameless", body: "No id here", at: "2025-05-05", answer: ["nothing like it"] },
      { question: "brought", parent: "77", author: "Orphan", body: "Hello?", at: "2025-05-06" },
      { question: "no-such", author: "Lost", body: "?", at: "2025-05-06" },
    ].map((line) => JSON.stringify(line));

  it("come in once, however often and on whatever day they were captured", async () => {
    const { db } = database;
    await makeQuestions(db, "brought");
    const bring = (from: readonly string[]) => importThread({ db, examSlug: "exam", lines: from, now: new Date() });
    const first = await bring([...lines("2026-03-20", "7 days ago"), "", "{not json"]);
    expect(first).toMatchObject({ imported: 4, alreadyThere: 0 });
    expect(first.refused.map((one) => one.line)).toEqual([5, 7]);
    expect(first.refused[0]?.message).toContain("no-such");
    expect(first.notes.map((one) => one.message)).toEqual([
      "answer: no option of the question reads “nothing like it”; left out",
      "parent: not imported before this line; stands on its own",
    ]);
    expect(await bring(lines("2026-04-20", "1 month ago"))).toMatchObject({ imported: 0, alreadyThere: 4 });
  });

  it("are taken as far as they can be kept: a line with a NUL or an impossible year is refused, and the next one comes in", async () => {
    const { db } = database;
    await makeQuestions(db, "nul");
    const line = { question: "nul", author: "Ada", body: "Yes", at: "2025-05-05" };
    const spoilt = [{ body: "\0" }, { author: "\0Ada" }, { parent: "\0" }, { at: "0000-01-01" }];
    const lines = [...spoilt.map((each) => ({ ...line, ...each })), line];
    const reported = await importThread({
      db,
      examSlug: "exam",
      lines: lines.map((each) => JSON.stringify(each)),
      now: new Date(),
    });
    expect(reported).toMatchObject({ imported: 1, alreadyThere: 0 });
    expect(reported.refused.map(({ line, message }) => `${line} ${message}`)).toEqual([
      ...["body", "author", "parent"].map(
        (field, i) => `${i + 1} ${field}: holds a NUL character, which cannot be kept`,
      ),
      "4 at: the year 0 cannot be kept: only those from 1 to 9999 can",
    ]);
  });

  it("hold nobody up: a line of a day to come is refused, or whoever answers would answer from then", async () => {
    const { db } = database;
    await makeQuestions(db, "to-come");
    const line = { question: "to-come", author: "Ada", body: "Yes" };
    const lines = [
      { ...line, at: "2062-11-22" },
      { ...line, age: "1 day ago", captured: "2062-11-22" },
      // In the east the day has begun.
      { ...line, age: "now", captured: "2026-11-23" },
    ].map((each) => JSON.stringify(each));
    const reported = await importThread({ db, examSlug: "exam", lines, now: start });
    expect(reported.refused.map(({ message }) => message)).toEqual([
      "at: 2062-11-22 has not come yet: write when it was written",
      "captured: 2062-11-22 has not come yet: write when the age was read",
    ]);
    const ada = await makeMember(db, "Ada");
    await answer(db, ada, "to-come");
    await posted(db, ada, "to-come", "first");
    expect(await post(db, ada, "to-come", "second", { now: at(1) })).toMatchObject({ ok: true });
    const thread = await getThread(db, ada, "to-come", { now: at(1), order });
    if (thread.state !== "open") throw new Error(thread.state);
    for (const { createdAt } of thread.comments) expect(createdAt.getTime()).toBeLessThanOrEqual(at(1).getTime());
  });

  it("show a name and an age, and have no vote", async () => {
    const { db } = database;
    const reader = await makeRegular(db, "Reader", "brought");
    const thread = await getThread(db, reader, "brought", { now: start, order });
    if (thread.state !== "open") throw new Error(thread.state);
    const imported = thread.comments.find((comment) => comment.author === "Traveller");
    expect(imported).toMatchObject({
      isImported: true,
      importedAge: "7 days ago, on 2026-03-20",
      selected: ["B"],
      html: expect.stringMatching(/^<p>It is <strong><span [^>]*>b<\/span><\/strong><\/p>$/),
    });
    expect(imported?.createdAt.toISOString().slice(0, 7)).toBe("2026-03");
    expect(imported?.replies).toMatchObject([{ author: "Second", html: "" }]);
    const found = await getDistributions(db, thread, order);
    expect(found?.afterDiscussion.people).toBe(0);
    expect(await db.read.user.count({ where: { name: "Traveller" } })).toBe(0);
    expect((await post(db, reader, "brought", "Welcome", { parentId: imported?.id ?? "" })).ok).toBe(true);
  });
});

onEachDatabase("a new comment", (database) => {
  it("is announced once it is there, to who listens to its question, and not when it is refused", async () => {
    const { db, url } = database;
    await makeQuestions(db, "live", "other");
    const author = await makeRegular(db, "Author", "live");
    const heard: unknown[] = [];
    const stopListening: () => void = listen("live", (news) => {
      heard.push(news);
    });
    const hearing = db.provider === "postgresql" ? startHearing(url) : null;
    await hearing?.ready;
    try {
      const id = await posted(db, author, "live", "news", { requestId: "one-request" });
      await posted(db, author, "live", "news", { requestId: "one-request" });
      await post(db, author, "live", "no news", { parentId: "nobody" });
      const last = await posted(db, author, "live", "the last of them");
      const news = (commentId: string) => ({ questionId: "live", commentId, authorId: author.member.userId });
      await expect.poll(() => heard.at(-1)).toEqual(news(last));
      expect(heard).toEqual([news(id), news(last)]);
    } finally {
      stopListening();
      await hearing?.stop();
    }
  });

  it("is heard again after the connection to PostgreSQL was lost", async () => {
    const { db, url } = database;
    if (db.provider !== "postgresql") return;
    const author = await makeRegular(db, "Author", "live");
    const heard: CommentEvent[] = [];
    let isBack = false;
    const hearing = startHearing(
      url,
      (event) => heard.push(event),
      undefined,
      () => {
        isBack = true;
      },
    );
    await hearing.ready;
    await db.read
      .$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()`;
    await expect.poll(() => isBack, { timeout: 20_000 }).toBe(true);
    await posted(db, author, "live", "after the storm");
    await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(1);
    await hearing.stop();
  });

  it("is heard again after the connection went dead without a word, as a gateway forgets one on which nothing is said", async () => {
    const { db, url } = database;
    if (db.provider !== "postgresql") return;
    const author = await makeRegular(db, "Author of old", "live");
    const gateway = await openGateway(url);
    const heard: CommentEvent[] = [];
    let isBack = false;
    const hearing = startHearing(
      gateway.url,
      (event) => heard.push(event),
      { everyMs: 100, patienceMs: 1_000 },
      () => {
        isBack = true;
      },
    );
    try {
      await hearing.ready;
      gateway.forget();
      await expect.poll(() => isBack, { timeout: 20_000 }).toBe(true);
      await posted(db, author, "live", "after the silence");
      await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(1);
    } finally {
      await hearing.stop();
      gateway.close();
    }
  });

  it("is found afterwards when it was posted while nobody could be notified", async () => {
    const { db, url } = database;
    if (db.provider !== "postgresql") return;
    const author = await makeRegular(db, "Author unheard", "live");
    const gateway = await openGateway(url);
    const heard: CommentEvent[] = [];
    const missed: Date[] = [];
    const watch = { everyMs: 100, patienceMs: 1_000 };
    const hearing = startHearing(
      gateway.url,
      (event) => heard.push(event),
      watch,
      ({ missedSince }) => {
        missed.push(missedSince);
      },
    );
    try {
      await hearing.ready;
      gateway.forget();
      const id = await posted(db, author, "live", "into the silence", { now: new Date() });
      await expect.poll(() => missed.length, { timeout: 20_000 }).toBeGreaterThan(0);
      const found = await commentsSince(db, "live", missed[0] as Date);
      expect(found.map(({ commentId }) => commentId)).toContain(id);
      expect(heard).toEqual([]);
    } finally {
      await hearing.stop();
      gateway.close();
    }
  });

  it("puts its question into the feed of its exam, with what is public", async () => {
    const { db } = database;
    const discussed = await listDiscussed(db, "exam");
    expect(discussed).toMatchObject([{ name: "live", stemText: "Which?" }]);
    expect(Object.keys(discussed[0] ?? {}).sort()).toEqual(["commentCount", "lastCommentAt", "name", "stemText"]);
  });
});
