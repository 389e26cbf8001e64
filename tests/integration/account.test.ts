import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { getAccount } from "#lib/account/read/get-account";
import { getOwnData } from "#lib/account/read/own-data";
import { getItem } from "#lib/attempts/read/attempt";
import { checkAnswer } from "#lib/attempts/write/check-answer";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { deletedName } from "#lib/auth/reserved-names";
import type { Viewer } from "#lib/auth/viewer";
import { getThread } from "#lib/discussion/read/get-thread";
import { postComment } from "#lib/discussion/write/post-comment";
import { notify } from "#lib/notifications/write/notify";
import { syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest, makeMember } from "../support/people.ts";
import { beginQuickHashes, endQuickHashes } from "../support/quick-hashes.ts";

const now = new Date("2026-11-22T12:00:00Z");
const later = new Date("2026-12-22T12:00:00Z");
const password = "a long password";

onEachDatabase("an account", (database) => {
  let account: typeof import("#lib/account/write/change-account") & typeof import("#lib/account/write/delete-account");
  let hash: string;
  beforeAll(async () => {
    vi.resetModules();
    beginQuickHashes();
    hash = await (await import("#lib/auth/hash-password")).hashPassword(password);
    account = {
      ...(await import("#lib/account/write/change-account")),
      ...(await import("#lib/account/write/delete-account")),
    };
  });
  afterAll(() => {
    endQuickHashes();
    vi.resetModules();
  });

  type Owner = Viewer & { readonly learnerId: string };

  async function makePerson(name: string) {
    const viewer = await makeMember(database.db, name);
    const userId = viewer.member?.userId ?? "";
    const dates = { createdAt: now, updatedAt: now };
    await database.db.write(async (tx) => {
      await tx.account.create({
        data: { id: randomUUID(), accountId: userId, providerId: "credential", userId, password: hash, ...dates },
      });
      for (const place of ["here", "there", "elsewhere"]) {
        const id = `${place} ${userId}`;
        await tx.session.create({ data: { id, token: id, userId, expiresAt: later, ...dates } });
      }
    });
    return { viewer, userId };
  }

  /** Answers the first item of a study attempt, with words of one's own in a note. */
  async function answerOne(viewer: Owner, note = "a note of mine") {
    await syncSample(database.db);
    const request = { db: database.db, viewer, examSlug: "sample", mode: "study", seed: "s", now } as const;
    const started = await startAttempt(request);
    const attemptId = started.ok ? started.value : "";
    const common = { position: 1, version: 1, madeAt: now.toISOString(), elapsedMs: 0 };
    const entries = [
      { ...common, field: "answer" as const, value: { kind: "dont-know" } },
      { ...common, field: "note" as const, value: note },
    ];
    await saveAnswers({ db: database.db, viewer, attemptId, body: { clientId: "client-one", entries }, now });
    await checkAnswer({ db: database.db, viewer, attemptId, position: 1, now });
    const item = await getItem(database.db, viewer, attemptId, 1, now);
    return { attemptId, name: item?.location.name ?? "", questionId: item?.location.questionId ?? "" };
  }

  const post = (viewer: Viewer, questionName: string, markdown: string, parentId?: string) =>
    postComment({
      db: database.db,
      viewer,
      examSlug: "sample",
      questionName,
      requestId: randomUUID(),
      markdown,
      now,
      ...(parentId === undefined ? {} : { parentId }),
    });

  const isRight = async (viewer: Viewer, word: string) =>
    (await account.confirmPassword({ db: database.db, viewer, password: word, sessionId: null, now })).ok;

  it("is renamed, with the name that it is mentioned by", async () => {
    const { viewer, userId } = await makePerson("Ada");
    await account.rename({ db: database.db, viewer, name: "Countess Ada", now: later });
    const row = await database.db.read.user.findUniqueOrThrow({ where: { id: userId } });
    expect(row).toMatchObject({ name: "Countess Ada", handle: "countess-ada" });
  });

  it("changes its password with the old one only, and is then signed in here alone", async () => {
    const { viewer, userId } = await makePerson("Ada");
    const sessionId = `here ${userId}`;
    const request = { db: database.db, viewer, sessionId, now };
    const refused = await account.changePassword({ ...request, password: "not this", next: "another password" });
    expect(refused).toEqual({ ok: false, error: "wrong-password" });
    expect((await getAccount(database.db, viewer, sessionId, now))?.sessions).toHaveLength(3);
    const changed = await account.changePassword({ ...request, password, next: "another password" });
    const kept = await database.db.read.session.findUnique({ where: { id: sessionId }, select: { token: true } });
    expect(kept?.token, "the session here has another token").not.toBe(sessionId);
    expect(changed).toEqual({ ok: true, value: kept?.token });
    expect(await isRight(viewer, password)).toBe(false);
    expect(await isRight(viewer, "another password")).toBe(true);
    const shown = await getAccount(database.db, viewer, sessionId, now);
    expect(shown?.sessions).toMatchObject([{ id: sessionId, isCurrent: true }]);
  });

  it("is no place to guess a password at", async () => {
    const { viewer } = await makePerson("Ada");
    for (let tries = 0; tries < 10; tries++) expect(await isRight(viewer, "guess")).toBe(false);
    expect(await account.confirmPassword({ db: database.db, viewer, password, sessionId: null, now })).toEqual({
      ok: false,
      error: "too-many-tries",
    });
  });

  it("ends its own sessions with the password, one or all, and nobody else's", async () => {
    const [ada, bea] = [await makePerson("Ada"), await makePerson("Bea")];
    const { db } = database;
    const end = (endedId: string, word = password) =>
      account.endSessions({ db, viewer: ada.viewer, password: word, sessionId: `here ${ada.userId}`, endedId, now });
    expect(await end(`there ${ada.userId}`, "not it")).toEqual({ ok: false, error: "wrong-password" });
    expect((await getAccount(db, ada.viewer, null, now))?.sessions).toHaveLength(3);
    expect(await end(`there ${bea.userId}`)).toEqual({ ok: true, value: 0 });
    expect(await end(`there ${ada.userId}`)).toEqual({ ok: true, value: 1 });
    expect(await end("all")).toEqual({ ok: true, value: 2 });
    expect((await getAccount(database.db, bea.viewer, null, now))?.sessions).toHaveLength(3);
  });

  it("can be downloaded whole, by its owner, without a key and without anybody else's", async () => {
    const { viewer } = await makePerson("Ada");
    const { attemptId, name } = await answerOne(viewer);
    await answerOne((await makePerson("Bea")).viewer, "a note of hers");
    await post(viewer, name, "What I think.");
    const text = JSON.stringify(await getOwnData(database.db, viewer, now));
    for (const own of [attemptId, "a note of mine", "What I think.", "dont-know", viewer.member?.email ?? "?"])
      expect(text).toContain(own);
    expect(text).not.toMatch(/a note of hers|The secret of|optionNotes/);
    expect(text).not.toContain("password");
  });

  it("holds back what an answer was worth while an exam with its question is in progress", async () => {
    const { viewer } = await makePerson("Ada");
    const { questionId } = await answerOne(viewer);
    const pointsOf = async () => {
      const data = (await getOwnData(database.db, viewer, now)) as {
        attempts: { items: { questionId: string; points: number | null; committedAt: Date | null }[] }[];
      };
      const items = data.attempts.flatMap((attempt) => attempt.items);
      return items.find((item) => item.questionId === questionId && item.committedAt !== null)?.points;
    };
    expect(await pointsOf()).toBe(0);
    for (const seed of ["1", "2", "3", "4", "5", "6"])
      await startAttempt({ db: database.db, viewer, examSlug: "sample", mode: "mock", seed, now });
    expect(await pointsOf()).toBeNull();
  });

  it("does not see a changed key in its data while an exam with the question is in progress", async () => {
    const { db } = database;
    const { viewer, userId } = await makePerson("Ada");
    const { questionId } = await answerOne(viewer);
    const news = { userId, commentId: null, text: "" };
    const keyChanged = { ...news, kind: "key-changed" as const, questionId, cause: "key" };
    const warning = { ...news, kind: "warning" as const, questionId: null, text: "Calm down.", cause: "warning" };
    await db.write((tx) => notify(db, tx, [keyChanged, warning], now));
    const reported = async () => {
      const data = (await getOwnData(db, viewer, now)) as { account: { notifications: { kind: string }[] } };
      return data.account.notifications.map(({ kind }) => kind).sort();
    };
    expect(await reported()).toEqual(["key-changed", "warning"]);
    for (const seed of ["1", "2", "3", "4", "5", "6"])
      await startAttempt({ db, viewer, examSlug: "sample", mode: "mock", seed, now });
    expect(await reported()).toEqual(["warning"]);
  });

  it("holds back what an author answered to its suggested edit while an exam with the question is in progress", async () => {
    const { db } = database;
    const { viewer, userId } = await makePerson("Ada");
    const { questionId } = await answerOne(viewer);
    const { revisionId } = await db.read.question.findUniqueOrThrow({ where: { id: questionId } });
    const edit = {
      file: "sample/q.md",
      before: "a",
      after: "b",
      comment: "Why not?",
      answer: "The other one is right.",
    };
    const of = { id: randomUUID(), questionId, revisionId: revisionId ?? "", proposerId: userId, createdAt: now };
    await db.write((tx) => tx.suggestion.create({ data: { ...of, ...edit, state: "declined" }, select: { id: true } }));
    const reported = async () => JSON.stringify(await getOwnData(db, viewer, now));
    expect(await reported()).toContain("The other one is right.");
    for (const seed of ["1", "2", "3", "4", "5", "6"])
      await startAttempt({ db, viewer, examSlug: "sample", mode: "mock", seed, now });
    expect(await reported()).not.toContain("The other one is right.");
    expect(await reported()).toContain("Why not?");
  });

  it("is deleted with everything it learnt; its comments stay, as nobody's", async () => {
    const [{ viewer, userId }, bea] = [await makePerson("Cleo"), await makePerson("Bea")];
    const { name, questionId } = await answerOne(viewer);
    await answerOne(bea.viewer);
    const root = await post(bea.viewer, name, "Why?");
    await post(viewer, name, "Because of this.", root.ok ? root.value : "");
    const request = { db: database.db, viewer, comments: "keep", now } as const;
    expect(await account.deleteAccount({ ...request, sessionId: null, password: "wrong" })).toEqual({
      ok: false,
      error: "wrong-password",
    });
    expect(await database.db.read.attempt.count({ where: { learnerId: viewer.learnerId } })).toBe(1);
    expect((await account.deleteAccount({ ...request, sessionId: null, password })).ok).toBe(true);
    for (const model of ["attempt", "disclosure"] as const)
      expect(
        await (database.db.read[model].count as (arg: object) => Promise<number>)({
          where: { learnerId: viewer.learnerId },
        }),
      ).toBe(0);
    const left = { sessions: true, accounts: true, name: true, email: true, handle: true } as const;
    const row = await database.db.read.user.findUniqueOrThrow({ where: { id: userId }, select: left });
    expect(row).toEqual({
      sessions: [],
      accounts: [],
      name: deletedName,
      email: `${userId}@deleted.invalid`,
      handle: "",
    });
    const thread = JSON.stringify(await getThread(database.db, bea.viewer, questionId, { now }));
    expect(thread).toContain("Because of this.");
    expect(thread).toContain('"author":null');
    expect(thread).not.toContain("Cleo");
    const reported = await database.db.read.notification.findMany({ where: { userId: bea.userId } });
    expect(reported.map((one) => one.text)).toEqual([deletedName]);
    expect((await account.deleteAccount({ ...request, sessionId: null, password })).ok).toBe(false);
  });

  it("takes the text of its comments with it when asked to, from every place", async () => {
    const [{ viewer, userId }, bea] = [await makePerson("Ada"), await makePerson("Bea")];
    const { name, questionId } = await answerOne(viewer);
    await answerOne(bea.viewer);
    await post(viewer, name, "Words to forget.");
    expect(
      (await account.deleteAccount({ db: database.db, viewer, password, sessionId: null, comments: "erase", now })).ok,
    ).toBe(true);
    const comments = await database.db.read.comment.findMany({ where: { authorId: userId } });
    expect(comments.map(({ markdown, html, state }) => ({ markdown, html, state }))).toEqual([
      { markdown: "", html: "", state: "deleted" },
    ]);
    expect(JSON.stringify(await getThread(database.db, bea.viewer, questionId, { now }))).not.toContain("Words");
  });

  it("of a guest goes with everything; an account is not a guest's to delete", async () => {
    const guest = await makeGuest(database.db);
    await answerOne(guest);
    expect((await account.deleteGuest(database.db, guest)).ok).toBe(true);
    expect(await database.db.read.learner.count({ where: { id: guest.learnerId } })).toBe(0);
    const { viewer } = await makePerson("Ada");
    expect((await account.deleteGuest(database.db, { ...viewer, member: null })).ok).toBe(false);
  });
});
