import { expect, it } from "vitest";
import { getAttempt, getItem } from "#lib/attempts/read/attempt";
import { checkAnswer } from "#lib/attempts/write/check-answer";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { isGuest } from "#lib/auth/read/find-user";
import type { Viewer } from "#lib/auth/viewer";
import { createAccount } from "#lib/auth/write/create-account";
import { claimGuest } from "#lib/auth/write/guest-learner";
import { getThread } from "#lib/discussion/read/get-thread";
import { deleteComment } from "#lib/discussion/write/delete-comment";
import { postComment } from "#lib/discussion/write/post-comment";
import { syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest, makeMember } from "../support/people.ts";

const now = new Date("2026-11-22T12:00:00Z");

onEachDatabase("people", (database) => {
  type Owner = Viewer & { readonly learnerId: string };

  async function start(viewer: Owner) {
    await syncSample(database.db);
    const started = await startAttempt({ db: database.db, viewer, examSlug: "sample", mode: "study", seed: "s", now });
    if (!started.ok) throw new Error(started.error);
    return started.value;
  }

  /** Answers the first item of a study attempt and returns its question. */
  async function answerOne(viewer: Owner) {
    const attemptId = await start(viewer);
    const value = { kind: "dont-know" };
    const entries = [
      { position: 1, field: "answer" as const, version: 1, value, madeAt: now.toISOString(), elapsedMs: 0 },
    ];
    await saveAnswers({ db: database.db, viewer, attemptId, body: { clientId: "client-one", entries }, now });
    await checkAnswer({ db: database.db, viewer, attemptId, position: 1, now });
    const item = await getItem(database.db, viewer, attemptId, 1, now);
    if (item === null) throw new Error("no item");
    return { attemptId, ...item.location };
  }

  const post = (viewer: Viewer, questionName: string, markdown = "Hello", requestId = "request-1") =>
    postComment({ db: database.db, viewer, examSlug: "sample", questionName, requestId, markdown, now });

  async function signUp(guestId: string | null, email: string) {
    await createAccount({ db: database.db, guestId, name: "Ada", email, passwordHash: "a hash", now });
    return database.db.read.user.findUnique({
      where: { email },
      select: { learnerId: true, accounts: { select: { providerId: true, password: true } } },
    });
  }

  it("who press Create account many times at once have one account, and leave no learner behind", async () => {
    const { db } = database;
    const guest = await makeGuest(db);
    const email = `many-${guest.learnerId}@example.org`;
    const before = await db.read.learner.count();
    const request = { db, guestId: guest.learnerId, name: "Ada", email, passwordHash: "a hash", now };
    const made = await Promise.all(Array.from({ length: 10 }, () => createAccount(request)));
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    const user = await db.read.user.findUnique({ where: { email }, select: { learnerId: true, accounts: true } });
    expect(user?.learnerId).toBe(guest.learnerId);
    expect(user?.accounts).toHaveLength(1);
    expect(await db.read.learner.count()).toBe(before);
  });

  it("who sign up on one device with two addresses at once have an account each", async () => {
    const guest = await makeGuest(database.db);
    const emails = [1, 2, 3].map((n) => `twice-${n}-${guest.learnerId}@example.org`);
    const accounts = await Promise.all(emails.map((email) => signUp(guest.learnerId, email)));
    const learners = accounts.map((account) => account?.learnerId);
    expect(new Set(learners).size).toBe(3);
    expect(learners.filter((id) => id === guest.learnerId)).toHaveLength(1);
  });

  it("who sign up keep what they did as guests", async () => {
    const guest = await makeGuest(database.db);
    const account = await signUp(guest.learnerId, `${guest.learnerId}@example.org`);
    expect(account?.learnerId).toBe(guest.learnerId);
    expect(account?.accounts).toEqual([{ providerId: "credential", password: "a hash" }]);
  });

  it("do not get another account's attempts by an old guest cookie", async () => {
    const member = await makeMember(database.db, "Ada");
    const late = await signUp(member.learnerId, `late-${member.learnerId}@example.org`);
    expect(late?.learnerId).not.toBe(member.learnerId);
    const other = await makeMember(database.db, "Bea");
    const attemptId = await start(member);
    await claimGuest(database.db, member.learnerId, other.learnerId, now);
    expect(await getAttempt(database.db, member, attemptId)).not.toBeNull();
  });

  it("who sign in take over what they did as guests, once, however often it is tried", async () => {
    const guest = await makeGuest(database.db);
    const member = await makeMember(database.db, "Ada");
    const { attemptId, questionId } = await answerOne(guest);
    await answerOne(member);
    for (let tries = 0; tries < 2; tries++) await claimGuest(database.db, guest.learnerId, member.learnerId, now);
    expect(await getAttempt(database.db, member, attemptId)).not.toBeNull();
    expect(await getAttempt(database.db, guest, attemptId)).toBeNull();
    expect(await database.db.read.disclosure.count({ where: { learnerId: member.learnerId, questionId } })).toBe(1);
  });

  it("who sign in keep the first answer to a question, wherever it was given: the later one came after the key", async () => {
    const { db } = database;
    const [guest, member] = [await makeGuest(db), await makeMember(db, "Ada")];
    await syncSample(db);
    const questions = await db.read.question.findMany({
      where: { examSlug: "sample", name: { in: ["q0", "q1"] } },
      orderBy: { name: "asc" },
      select: { id: true, revisionId: true },
    });
    const answers = [
      { viewer: guest, answer: '"guest"', minutes: [0, 2] },
      { viewer: member, answer: '"member"', minutes: [1, 1] },
    ];
    for (const { viewer, answer, minutes } of answers)
      for (const [i, question] of questions.entries()) {
        const { id: questionId, revisionId } = question;
        const disclosedAt = new Date(now.getTime() + (minutes[i] ?? 0) * 60_000);
        const { learnerId } = viewer;
        const data = { learnerId, questionId, revisionId: revisionId ?? "", answer, disclosedAt };
        await db.write((tx) => tx.disclosure.create({ data }));
      }
    await claimGuest(db, guest.learnerId, member.learnerId, now);
    const kept = await db.read.disclosure.findMany({
      where: { learnerId: member.learnerId },
      orderBy: { question: { name: "asc" } },
      select: { answer: true },
    });
    expect(kept).toEqual([{ answer: '"guest"' }, { answer: '"member"' }]);
    expect(await db.read.disclosure.count({ where: { learnerId: guest.learnerId } })).toBe(0);
  });

  it("who sign in on several devices at once take over each guest", async () => {
    const member = await makeMember(database.db, "Ada");
    const guests = await Promise.all(Array.from({ length: 6 }, () => makeGuest(database.db)));
    for (const guest of guests) await answerOne(guest);
    await Promise.all(guests.map((guest) => claimGuest(database.db, guest.learnerId, member.learnerId, now)));
    expect(await database.db.read.attempt.count({ where: { learnerId: member.learnerId } })).toBe(6);
    expect(await database.db.read.disclosure.count({ where: { learnerId: member.learnerId } })).toBe(1);
  });

  it("are guests only as long as no account has adopted them", async () => {
    const [guest, member] = [await makeGuest(database.db), await makeMember(database.db, "Ada")];
    expect(await isGuest(database.db, guest.learnerId)).toBe(true);
    expect(await isGuest(database.db, member.learnerId)).toBe(false);
    expect(await isGuest(database.db, "a learner of another database")).toBe(false);
  });

  it("see no thread and post nothing before they have answered", async () => {
    const member = await makeMember(database.db, "Ada");
    const { questionId } = await answerOne(await makeGuest(database.db));
    expect(await getThread(database.db, member, questionId, { now })).toMatchObject({ state: "not-yet-disclosed" });
    const question = await database.db.read.question.findUniqueOrThrow({
      where: { id: questionId },
      select: { name: true },
    });
    expect(await post(member, question.name)).toEqual({ ok: false, error: "not-yet-disclosed" });
  });

  it("see no thread of a question in an exam they are sitting", async () => {
    const member = await makeMember(database.db, "Ada");
    const { questionId } = await answerOne(member);
    for (const seed of ["1", "2", "3", "4"]) {
      await startAttempt({ db: database.db, viewer: member, examSlug: "sample", mode: "mock", seed, now });
    }
    expect(await getThread(database.db, member, questionId, { now })).toMatchObject({ state: "not-yet-disclosed" });
  });

  it("post once, however often the form is sent, and delete only their own", async () => {
    const [member, other] = [await makeMember(database.db, "Ada"), await makeMember(database.db, "Bea")];
    const { questionId, name } = await answerOne(member);
    const posted = await Promise.all(
      Array.from({ length: 5 }, () => post(member, name, "Is **this** right? <script>x</script>")),
    );
    const [first] = posted;
    if (!first?.ok) throw new Error("not posted");
    expect(new Set(posted.map((each) => each.ok && each.value)).size).toBe(1);
    const thread = await getThread(database.db, member, questionId, { now });
    expect(thread).toMatchObject({ comments: [{ author: "Ada", own: true }] });
    expect(JSON.stringify(thread)).toContain("<strong>this</strong>");
    expect(JSON.stringify(thread)).not.toContain("<script");
    const remove = (viewer: Viewer) => deleteComment({ db: database.db, viewer, commentId: first.value, now });
    expect(await remove(other)).toEqual({ ok: false, error: "no-such-comment" });
    expect(await remove(member)).toEqual({ ok: true, value: "deleted" });
    expect(await getThread(database.db, member, questionId, { now })).toMatchObject({ comments: [] });
  });
});
