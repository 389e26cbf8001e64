import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { beforeAll, expect, it } from "vitest";
import { getAccount } from "#lib/account/read/get-account";
import { getOwnData } from "#lib/account/read/own-data";
import { deleteAccount } from "#lib/account/write/delete-account";
import type { AttemptMode, StartChoices } from "#lib/attempts/plan";
import { getItem, getReview } from "#lib/attempts/read/attempt";
import { getResult } from "#lib/attempts/read/get-result";
import { listAttempts } from "#lib/attempts/read/list-attempts";
import { getQuestionPage } from "#lib/attempts/read/question-page";
import { getSyncState } from "#lib/attempts/read/sync-state";
import { finishAttempt } from "#lib/attempts/write/finish";
import { finishOverdue } from "#lib/attempts/write/finish-overdue";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { mintViewer } from "#lib/auth/viewer";
import { claimGuest } from "#lib/auth/write/guest-learner";
import { getItemReport } from "#lib/authoring/read/item-report";
import { countUnread, listNotifications } from "#lib/notifications/read/list-notifications";
import { getProgress } from "#lib/progress/read/get-progress";
import { dueQuestions, listReviews } from "#lib/review/read/due-questions";
import { threeYears } from "../support/bulk-rows.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest } from "../support/people.ts";
import { makeVeteran, type Veteran } from "../support/three-years.ts";

const now = new Date("2026-11-22T12:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
/** Long enough for every card to be due again. */
const later = minutes(2_000_000);
const { questions, attempts, itemsEach, comments } = threeYears;

onEachDatabase("a learner of three years", (database) => {
  let veteran: Veteran;
  beforeAll(async () => {
    veteran = await makeVeteran(database.db, now);
  }, 120_000);

  async function begin(mode: AttemptMode, choices: StartChoices, at = later) {
    const { db } = database;
    const { viewer } = veteran;
    const started = await startAttempt({ db, viewer, examSlug: "sample", mode, seed: randomUUID(), now: at, choices });
    if (!started.ok) throw new Error(started.error);
    return started.value;
  }

  function answersTo(names: readonly string[], from: number, at: Date, version = 1) {
    return names.map((name, i) => ({
      position: from + i,
      field: "answer" as const,
      version,
      value: { kind: "single" as const, optionId: `${name}-one` },
      madeAt: at.toISOString(),
      elapsedMs: 1_000,
    }));
  }

  it("has an overdue exam of every question handed in, whose cards have moved on since", async () => {
    const { db } = database;
    const id = await begin("drill", { reveal: "at-end", minutes: 30 }, minutes(-10_000));
    expect(await finishOverdue({ db, now })).toEqual({ finished: 1, failures: [] });
    expect((await getResult(db, veteran.viewer, id, now))?.items.length).toBe(questions);
  });

  it("has late answers to every item of a long exam taken", async () => {
    const { db } = database;
    const { viewer } = veteran;
    const id = await begin("drill", { reveal: "at-end", minutes: 30 }, minutes(-60));
    const items = await db.read.attemptItem.findMany({
      where: { attemptId: id },
      orderBy: { position: "asc" },
      select: { question: { select: { name: true } } },
    });
    const names = items.map((item) => item.question.name);
    await finishOverdue({ db, now });
    for (const start of [0, 1_000]) {
      const entries = answersTo(names.slice(start, start + 1_000), start + 1, minutes(-40));
      const saved = await saveAnswers({ db, viewer, attemptId: id, body: { clientId: "client-one", entries }, now });
      expect(saved).toMatchObject({ ok: true, value: { saved: entries.length, refused: [] } });
    }
    const result = await getResult(db, viewer, id, now);
    expect(result?.items.filter((item) => item.secret?.correct).length).toBe(questions);
    expect(result?.score?.percent).toBe(100);
    expect((await getReview(db, viewer, id))?.map.length).toBe(questions);
    expect((await getSyncState(db, viewer, id, 0, now))?.registers.length).toBe(questions);
  });

  it("starts every kind of attempt, submits it, and looks at each of its pages", async () => {
    const { db } = database;
    const { viewer } = veteran;
    for (const [mode, choices] of [
      ["mock", {}],
      ["study", {}],
      ["review", { count: 1_000 }],
      ["drill", { missedOf: veteran.attemptIds[0] ?? "" }],
    ] as const) {
      const id = await begin(mode, choices);
      expect(await getItem(db, viewer, id, 1, now)).not.toBeNull();
      expect(await getReview(db, viewer, id)).not.toBeNull();
      expect(await finishAttempt({ db, viewer, attemptId: id, now: later })).toMatchObject({ ok: true });
      expect(await getResult(db, viewer, id, now)).not.toBeNull();
    }
  });

  it("sees every page", async () => {
    const { db } = database;
    const { viewer } = veteran;
    const moderator = mintViewer(viewer.learnerId, {
      ...(viewer.member as NonNullable<typeof viewer.member>),
      role: "administrator",
    });
    expect((await getProgress(db, viewer, now)).exams.length).toBe(1);
    expect((await listReviews(db, viewer, later))[0]?.due).toBeGreaterThan(0);
    expect((await dueQuestions(db, viewer.learnerId, later)).size).toBeGreaterThan(0);
    expect((await listAttempts(db, viewer, "sample")).length).toBe(20);
    expect(await getQuestionPage(db, viewer, "sample", "q7", now)).not.toBeNull();
    expect(await getAccount(db, viewer, null, now)).not.toBeNull();
    expect(await countUnread(db, viewer)).toBeGreaterThan(0);
    expect((await listNotifications(db, viewer)).length).toBe(100);
    expect((await getItemReport(db, moderator, "sample", now))?.items.length).toBe(questions);
  });

  it("takes their data away whole", async () => {
    const data = (await getOwnData(database.db, veteran.viewer, now)) as {
      readonly attempts: readonly {
        readonly id: string;
        readonly items: readonly { readonly entries: readonly unknown[] }[];
      }[];
      readonly account: { readonly comments: readonly { readonly edits: readonly unknown[] }[] };
    };
    const ids = new Set(veteran.attemptIds);
    const old = data.attempts.filter((attempt) => ids.has(attempt.id));
    expect(old.map((attempt) => attempt.id)).toEqual(veteran.attemptIds);
    const items = old.flatMap((attempt) => attempt.items);
    expect(items.length).toBe(attempts * itemsEach);
    expect(items.flatMap((item) => item.entries).length).toBe(attempts * itemsEach * 1.5);
    expect(data.account.comments.length).toBe(comments);
    expect(data.account.comments.every((comment) => comment.edits.length === 1)).toBe(true);
  });

  it("brings all of it along to an account that a guest signs in to", async () => {
    const { db } = database;
    const { viewer } = veteran;
    const [guest, stranger] = [await makeGuest(db), await makeGuest(db)];
    const { learnerId: from } = viewer;
    // The same work as a guest's: for a moment the account belongs to another learner.
    const belongsTo = (learnerId: string) =>
      db.write((tx) =>
        tx.user.update({ where: { id: viewer.member?.userId ?? "" }, data: { learnerId }, select: { id: true } }),
      );
    await belongsTo(stranger.learnerId);
    for (const [source, target] of [
      [from, guest.learnerId],
      [guest.learnerId, from],
    ] as const) {
      await claimGuest(db, source, target, now);
      expect(await db.read.attempt.count({ where: { learnerId: target } })).toBeGreaterThanOrEqual(attempts);
      expect(await db.read.card.count({ where: { learnerId: target } })).toBe(questions);
      expect(await db.read.attempt.count({ where: { learnerId: source } })).toBe(0);
    }
    await belongsTo(from);
  });

  it("is deleted with everything, comments too", async () => {
    const { db } = database;
    const { viewer } = veteran;
    const userId = viewer.member?.userId ?? "";
    const password = "correct horse battery";
    const account = { id: userId, accountId: userId, providerId: "credential", userId, createdAt: now, updatedAt: now };
    const hash = await hashPassword(password);
    await db.write((tx) => tx.account.create({ data: { ...account, password: hash }, select: { id: true } }));
    expect((await deleteAccount({ db, viewer, password, sessionId: null, comments: "erase", now })).ok).toBe(true);
    const { learnerId } = viewer;
    expect(await db.read.attempt.count({ where: { learnerId } })).toBe(0);
    expect(await db.read.card.count({ where: { learnerId } })).toBe(0);
    expect(
      await db.read.comment.count({
        where: { authorId: userId, OR: [{ state: "shown" }, { html: { not: "" } }, { listed: true }] },
      }),
    ).toBe(0);
    expect(await db.read.answerVote.count({ where: { userId } })).toBe(0);
    const thread = await db.read.thread.findUnique({
      where: { questionId: veteran.questions[0]?.id ?? "" },
      select: { commentCount: true },
    });
    expect(thread?.commentCount).toBe(threeYears.others / 500);
  });
});
