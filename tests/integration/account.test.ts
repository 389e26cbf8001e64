import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { getAccount } from "#lib/account/read/get-account";
import { deletedName } from "#lib/auth/reserved-names";
import type { Viewer } from "#lib/auth/viewer";
import { getThread } from "#lib/discussion/read/get-thread";
import { addSignIns, answerOne, post } from "../support/account-owner.ts";
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

  async function makePerson(name: string) {
    const viewer = await makeMember(database.db, name);
    const userId = viewer.member?.userId ?? "";
    await addSignIns(database.db, userId, hash);
    return { viewer, userId };
  }

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

  it("is deleted with everything it learnt; its comments stay, as nobody's", async () => {
    const [{ viewer, userId }, bea] = [await makePerson("Cleo"), await makePerson("Bea")];
    const { name, questionId } = await answerOne(database.db, viewer);
    await answerOne(database.db, bea.viewer);
    const root = await post(database.db, bea.viewer, name, "Why?");
    await post(database.db, viewer, name, "Because of this.", root.ok ? root.value : "");
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
    const { name, questionId } = await answerOne(database.db, viewer);
    await answerOne(database.db, bea.viewer);
    await post(database.db, viewer, name, "Words to forget.");
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
    await answerOne(database.db, guest);
    expect((await account.deleteGuest(database.db, guest)).ok).toBe(true);
    expect(await database.db.read.learner.count({ where: { id: guest.learnerId } })).toBe(0);
    const { viewer } = await makePerson("Ada");
    expect((await account.deleteGuest(database.db, { ...viewer, member: null })).ok).toBe(false);
  });
});
