import { expect, it } from "vitest";
import { getRevisionDifference } from "#lib/discussion/read/get-revision-difference";
import { setMute } from "#lib/discussion/write/mute";
import { mailer } from "#lib/mail/mailer";
import { countUnread, listNotifications } from "#lib/notifications/read/list-notifications";
import { sendDigests } from "#lib/notifications/write/digest";
import { notify } from "#lib/notifications/write/notify";
import { notifyKeyChanges } from "#lib/notifications/write/notify-key-changes";
import { markAllRead, openNotification } from "#lib/notifications/write/settings";
import { keepReader } from "#lib/settings/write/keep-reader";
import {
  addRevision,
  answer,
  at,
  makeMember,
  makeQuestions,
  makeRegular,
  posted,
  singleChoice,
  start,
} from "../support/discussion-world.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { english, german } from "../support/in-english.ts";
import { startSmtpServer } from "../support/smtp-server.ts";

onEachDatabase("notifications", (database) => {
  it("tell of replies and mentions, once, and not of one's own, and are read when they are opened", async () => {
    const { db } = database;
    await makeQuestions(db, "replies");
    const ada = await makeRegular(db, "Ada Lovelace", "replies");
    const bob = await makeRegular(db, "Bob", "replies");
    const first = await posted(db, ada, "replies", "I, @ada-lovelace, say so");
    expect(await countUnread(db, ada)).toBe(0);
    await posted(db, bob, "replies", "@ada-lovelace really?", { parentId: first });
    await posted(db, bob, "replies", "what says @Ada-Lovelace?");
    const news = await listNotifications(db, ada);
    expect(news.map(({ kind, text, isRead }) => [kind, text, isRead])).toEqual(
      expect.arrayContaining([
        ["reply", "Bob", false],
        ["mention", "Bob", false],
      ]),
    );
    expect(news).toHaveLength(2);
    expect(news[0]?.stem).toBe("Which?");
    const id = news.find(({ kind }) => kind === "reply")?.id ?? "";
    expect(await openNotification({ db, viewer: bob, id, now: at(1) })).toBeNull();
    expect(await countUnread(db, ada)).toBe(2);
    expect(await openNotification({ db, viewer: ada, id, now: at(1) })).toMatch(
      /^\/exams\/exam\/questions\/replies\?comment=/,
    );
    expect(await countUnread(db, ada)).toBe(1);
    expect(await markAllRead({ db, viewer: ada, now: at(1) })).toEqual({ ok: true, value: 1 });
    expect(await countUnread(db, ada)).toBe(0);
  });

  it("go, of several people with one handle, to those who wrote in the thread", async () => {
    const { db } = database;
    await makeQuestions(db, "namesakes");
    const [here, elsewhere] = [await makeRegular(db, "Sam", "namesakes"), await makeRegular(db, "sam!", "namesakes")];
    const bob = await makeRegular(db, "Bob", "namesakes");
    await posted(db, here, "namesakes", "I am here");
    await posted(db, bob, "namesakes", "@sam, see above");
    expect([await countUnread(db, here), await countUnread(db, elsewhere)]).toEqual([1, 0]);
  });

  it("stay away while a thread is muted", async () => {
    const { db } = database;
    await makeQuestions(db, "muted");
    const [ada, bob] = [await makeRegular(db, "Ada", "muted"), await makeRegular(db, "Bob", "muted")];
    const parentId = await posted(db, ada, "muted", "first");
    await Promise.all(
      [1, 2, 3].map(() => setMute({ db, viewer: ada, questionId: "muted", isMuted: true, now: start })),
    );
    await posted(db, bob, "muted", "reply 1", { parentId });
    expect(await countUnread(db, ada)).toBe(0);
    await setMute({ db, viewer: ada, questionId: "muted", isMuted: false, now: start });
    await posted(db, bob, "muted", "reply 2", { parentId });
    expect(await countUnread(db, ada)).toBe(1);
  });

  it("of a question wait until the reader has answered it, and while it is in a running exam", async () => {
    const { db } = database;
    await makeQuestions(db, "waiting");
    const reader = await makeMember(db, "Unready Reader");
    const bob = await makeRegular(db, "Bob", "waiting");
    await posted(db, bob, "waiting", "@unready-reader look");
    expect([await countUnread(db, reader), (await listNotifications(db, reader)).length]).toEqual([0, 0]);
    await answer(db, reader, "waiting");
    expect([await countUnread(db, reader), (await listNotifications(db, reader)).length]).toEqual([1, 1]);
    const attempt = {
      id: "running",
      learnerId: reader.learnerId,
      examSlug: "exam",
      mode: "mock",
      reveal: "at-end",
      seed: "s",
      plan: "{}",
      startedAt: start,
    };
    await db.write(async (tx) => {
      await tx.attempt.create({ data: attempt });
      await tx.attemptItem.create({
        data: { attemptId: "running", position: 1, questionId: "waiting", revisionId: "waiting-1", domain: "d" },
      });
    });
    expect(await countUnread(db, reader)).toBe(0);
    await markAllRead({ db, viewer: reader, now: at(1) });
    await db.write((tx) => tx.attempt.update({ where: { id: "running" }, data: { finishedAt: start } }));
    expect(await countUnread(db, reader)).toBe(1);
  });

  it("tell who answered before that a key changed, once, and nobody of another wording or a mended typo", async () => {
    const { db } = database;
    await makeQuestions(db, "key", "wording", "typo");
    const [early, late] = [await makeMember(db, "Early"), await makeMember(db, "Late")];
    await answer(db, early, "key");
    await answer(db, early, "wording");
    await answer(db, early, "typo");
    await addRevision(db, "key", 2, singleChoice(["a", "b", "c", "d"]), "b", start);
    await addRevision(db, "wording", 2, singleChoice(["a", "b", "c", "d"], "Which one?"), "a", start);
    await addRevision(db, "typo", 2, singleChoice(["recieve", "b", "c", "d"]), "recieve", start);
    await addRevision(db, "typo", 3, singleChoice(["receive", "b", "c", "d"]), "receive", start);
    await db.write((tx) =>
      tx.disclosure.create({
        data: { learnerId: late.learnerId, questionId: "key", revisionId: "key-2", disclosedAt: at(1) },
      }),
    );
    for (let times = 0; times < 2; times++) expect(await notifyKeyChanges({ db, now: at(2) })).toBe(1);
    expect(await listNotifications(db, early)).toMatchObject([{ kind: "key-changed", stem: "Which?" }]);
    expect(await listNotifications(db, late)).toEqual([]);
    const differenceOf = (questionName: string, number = 1) =>
      getRevisionDifference(db, early, { examSlug: "exam", questionName, number }, start);
    expect(await differenceOf("key"), "its page says the same").toMatchObject({ isKeyChanged: true });
    expect(await differenceOf("typo", 2)).toMatchObject({ isKeyChanged: false });
  });

  it("are mailed as one digest a day to who wants it, and again when the server refused", async () => {
    const { db } = database;
    await makeQuestions(db, "mail");
    const [ada, quiet] = [await makeRegular(db, "Mail Ada", "mail"), await makeRegular(db, "Mail Quiet", "mail")];
    const bob = await makeRegular(db, "Bob", "mail");
    await db.write(async (tx) => {
      await tx.notification.updateMany({ data: { readAt: start } });
      await tx.user.update({ where: { id: quiet.member.userId }, data: { wantsDigest: false } });
    });
    await posted(db, bob, "mail", "@mail-ada @mail-quiet secret words of a comment");
    await posted(db, bob, "mail", "@mail-ada and more");
    const smtp = await startSmtpServer();
    try {
      const send = mailer(smtp.url, "https://example.org");
      const round = (now: Date) => sendDigests({ db, t: english, send, siteUrl: "https://example.org", now });
      smtp.refuse(true);
      const warned = console.warn;
      console.warn = () => {};
      expect(await round(at(1))).toMatchObject({ sent: 0, failed: 1 });
      console.warn = warned;
      smtp.refuse(false);
      const rounds = await Promise.all([round(at(2)), round(at(2)), round(at(2))]);
      expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBe(1);
      await posted(db, bob, "mail", "@mail-ada once more");
      expect(await round(at(60))).toMatchObject({ sent: 0, failed: 0 });
      expect(await round(at(25 * 60))).toMatchObject({ sent: 1, failed: 0 });
      expect(smtp.mails.map((mail) => mail.to)).toEqual([ada.member.email, ada.member.email]);
      expect(smtp.mails[0]?.text).toContain("Subject: 2 notifications on Mockdown");
      expect(smtp.mails[0]?.text).toContain("https://example.org/exams/exam/questions/mail?comment");
      expect(smtp.mails[0]?.text).not.toContain("secret words");
      await keepReader(db, ada.learnerId, { locale: "de-AT", timeZone: "Europe/Vienna" });
      await posted(db, bob, "mail", "@mail-ada in German", { now: at(50 * 60) });
      expect(await round(at(51 * 60))).toMatchObject({ sent: 1 });
      expect(smtp.mails[2]?.text).toContain(`Subject: ${german("notifications.mailSubject", { count: 1 })}`);
    } finally {
      await smtp.stop();
    }
  });

  it("are mailed to everybody in turn, also behind hundreds whose notifications wait", async () => {
    const { db } = database;
    await makeQuestions(db, "crowd");
    const ids = Array.from({ length: 250 }, (_, i) => `crowd-${String(i).padStart(3, "0")}`);
    await db.write(async (tx) => {
      await tx.notification.updateMany({ data: { readAt: start } });
      await tx.learner.createMany({ data: ids.map((id) => ({ id, createdAt: start })) });
      const common = { name: "Waiting", handle: "", createdAt: start, updatedAt: start };
      await tx.user.createMany({
        data: ids.map((id) => ({ id, email: `${id}@example.org`, learnerId: id, ...common })),
      });
      const news = { kind: "key-changed" as const, questionId: "crowd", commentId: null, text: "" };
      await notify(
        db,
        tx,
        ids.map((userId) => ({ userId, ...news, cause: `crowd/${userId}` })),
        start,
      );
    });
    const [early, late] = [
      await makeMember(db, "Early", { id: "crowd" }),
      await makeMember(db, "Late", { id: "crowe" }),
    ];
    for (const viewer of [early, late]) {
      const news = { kind: "warning" as const, questionId: null, commentId: null, text: "Calm down." };
      const { userId } = viewer.member;
      await db.write((tx) => notify(db, tx, [{ userId, ...news, cause: `calm/${userId}` }], start));
    }
    const mails: string[] = [];
    const round = (after?: string) =>
      sendDigests({
        db,
        t: english,
        send: async ({ to }) => void mails.push(to),
        siteUrl: "https://example.org",
        now: at(1),
        ...(after === undefined ? {} : { after }),
      });
    expect(await round("crowd"), "whoever stands behind that person").toEqual({ sent: 1, failed: 0, next: "" });
    expect(mails).toEqual([late.member.email]);
    expect(await round(), "and from the start").toEqual({ sent: 1, failed: 0, next: "" });
    expect(mails).toEqual([late.member.email, early.member.email]);
  });
});
