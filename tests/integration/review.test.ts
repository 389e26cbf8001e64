import { expect, it } from "vitest";
import { getItem } from "#lib/attempts/read/attempt";
import { checkAnswer } from "#lib/attempts/write/check-answer";
import { finishAttempt } from "#lib/attempts/write/finish";
import { finishOverdue } from "#lib/attempts/write/finish-overdue";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import type { Viewer } from "#lib/auth/viewer";
import { claimGuest } from "#lib/auth/write/guest-learner";
import { localDay } from "#lib/exam/local-time";
import { dueQuestions, listReviews } from "#lib/review/read/due-questions";
import { keepReader } from "#lib/settings/write/keep-reader";
import { syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest, makeMember } from "../support/people.ts";

const start = new Date("2026-11-22T12:00:00Z");
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
const days = (count: number) => minutes(count * 24 * 60);

onEachDatabase("reviews", (database) => {
  type Owner = Viewer & { readonly learnerId: string };
  type Given = "right" | "wrong" | "dont-know";

  /** A mock exam with the same seed asks the same questions. */
  async function begin(viewer: Owner, mode: "study" | "mock" | "review", now = start, seed = "s") {
    await syncSample(database.db);
    return startAttempt({ db: database.db, viewer, examSlug: "sample", mode, seed, isNamed: true, now });
  }

  async function started(...args: Parameters<typeof begin>): Promise<string> {
    const result = await begin(...args);
    if (!result.ok) throw new Error(result.error);
    return result.value;
  }

  const itemsOf = (attemptId: string) =>
    database.db.read.attemptItem.findMany({
      where: { attemptId },
      orderBy: { position: "asc" },
      select: { position: true, questionId: true, question: { select: { name: true } } },
    });

  async function give(
    viewer: Owner,
    attemptId: string,
    position: number,
    given: Given,
    { at = start, now = null as Date | null, confidence = null as string | null } = {},
  ) {
    const name = (await itemsOf(attemptId))[position - 1]?.question.name;
    const answer =
      given === "dont-know"
        ? { kind: "dont-know" }
        : { kind: "single", optionId: `${name}-${given === "right" ? "one" : "two"}` };
    const common = { position, version: 1, madeAt: at.toISOString(), elapsedMs: 0 };
    const entries = [{ ...common, field: "answer" as const, value: answer as unknown }];
    const mark = { ...common, field: "confidence" as const, value: confidence as unknown };
    const body = { clientId: "client-one", entries: confidence === null ? entries : [...entries, mark] };
    await saveAnswers({ db: database.db, viewer, attemptId, body, now: now ?? at });
  }

  async function check(viewer: Owner, attemptId: string, position: number, given: Given, at = start) {
    await give(viewer, attemptId, position, given, { at });
    return checkAnswer({ db: database.db, viewer, attemptId, position, now: at });
  }

  const cardsOf = (viewer: Owner) =>
    database.db.read.card.findMany({ where: { learnerId: viewer.learnerId }, orderBy: { questionId: "asc" } });
  const due = (viewer: Owner, now: Date) => dueQuestions(database.db, viewer.learnerId, now);

  it("begin with the answer that is checked, and count it once however often it is asked for", async () => {
    const viewer = await makeGuest(database.db);
    const attemptId = await started(viewer, "study");
    await check(viewer, attemptId, 1, "wrong");
    const [card] = await cardsOf(viewer);
    expect(card).toMatchObject({ reviews: 1, lapses: 0, dueAt: minutes(10), reviewedAt: start });
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        checkAnswer({ db: database.db, viewer, attemptId, position: 1, now: minutes(i) }),
      ),
    );
    expect(await cardsOf(viewer)).toEqual([card]);
  });

  it("begin with a mock exam when it is finished, once of fifty calls, blanks and confidence included", async () => {
    const viewer = await makeGuest(database.db);
    const attemptId = await started(viewer, "mock");
    await give(viewer, attemptId, 1, "right", { confidence: "sure" });
    await give(viewer, attemptId, 2, "right", { confidence: "guess" });
    await give(viewer, attemptId, 3, "wrong");
    expect(await cardsOf(viewer)).toEqual([]);
    await Promise.all(
      Array.from({ length: 50 }, () => finishAttempt({ db: database.db, viewer, attemptId, now: minutes(5) })),
    );
    const dueAt = new Map((await cardsOf(viewer)).map((card) => [card.questionId, card.dueAt.getTime()]));
    const ids = (await itemsOf(attemptId)).map((item) => item.questionId);
    expect([...dueAt.keys()].sort()).toEqual([...ids].sort());
    const waits = ids.map((id) => ((dueAt.get(id) ?? 0) - minutes(5).getTime()) / 60_000);
    expect(waits[0]).toBeGreaterThan(24 * 60);
    expect(waits.slice(1)).toEqual([10, 10, 10]);
  });

  it("put answers in the order in which they were committed, whatever order they come in", async () => {
    const [one, other] = [await makeGuest(database.db), await makeGuest(database.db)];
    for (const [viewer, isLate] of [
      [one, false],
      [other, true],
    ] as const) {
      const mock = await started(viewer, "mock");
      await give(viewer, mock, 1, "wrong", { at: minutes(1) });
      const question = (await itemsOf(mock))[0]?.questionId;
      const study = await started(viewer, "study", minutes(2));
      const position = (await itemsOf(study)).find((item) => item.questionId === question)?.position ?? 0;
      // The mock exam ends by the clock after 30 minutes, and is swept before the study's answer or after it.
      if (!isLate) await finishOverdue({ db: database.db, now: minutes(31) });
      await check(viewer, study, position, "right", minutes(40));
      if (isLate) await finishOverdue({ db: database.db, now: minutes(41) });
    }
    const known = async (viewer: Owner) => (await cardsOf(viewer)).map(({ learnerId: _, ...card }) => card);
    expect(await known(other)).toEqual(await known(one));
  });

  it("count days in the time zone of their learner, which an account takes over from its guest", async () => {
    const { db } = database;
    const [guest, member] = [await makeGuest(db), await makeMember(db, "Nia")];
    await keepReader(db, guest.learnerId, { locale: "en", timeZone: "Asia/Tokyo" });
    await keepReader(db, guest.learnerId, { locale: "en", timeZone: null });
    await claimGuest(db, guest.learnerId, member.learnerId, start);
    // From 18:40 to 19:40 UTC: in Tokyo a day begins in between.
    const stability = async (viewer: Owner) => {
      const attemptId = await started(viewer, "study");
      await check(viewer, attemptId, 1, "wrong", minutes(400));
      const again = await started(viewer, "study", minutes(401));
      const question = (await itemsOf(attemptId))[0]?.questionId;
      const position = (await itemsOf(again)).find((item) => item.questionId === question)?.position ?? 0;
      await check(viewer, again, position, "right", minutes(460));
      return (await cardsOf(viewer)).find((card) => card.questionId === question)?.stability ?? 0;
    };
    const [inTokyo, elsewhere] = [await stability(member), await stability(await makeGuest(db))];
    expect(inTokyo).toBeGreaterThan(2 * elsewhere);
  });

  it("follow an answer that was made in time and delivered late", async () => {
    const viewer = await makeGuest(database.db);
    const attemptId = await started(viewer, "mock");
    await finishOverdue({ db: database.db, now: minutes(31) });
    const questionId = (await itemsOf(attemptId))[0]?.questionId ?? "";
    expect((await due(viewer, minutes(60))).has(questionId)).toBe(true);
    await give(viewer, attemptId, 1, "right", { at: minutes(10), now: minutes(50) });
    expect((await due(viewer, minutes(60))).has(questionId)).toBe(false);
    expect(await cardsOf(viewer)).toContainEqual(expect.objectContaining({ questionId, reviews: 1, lapses: 0 }));
  });

  it("start a session of what is due, the longest overdue first, closed until each is answered", async () => {
    const viewer = await makeGuest(database.db);
    expect(await begin(viewer, "review")).toEqual({ ok: false, error: "no-questions" });
    const study = await started(viewer, "study");
    await check(viewer, study, 1, "dont-know", minutes(5));
    await check(viewer, study, 2, "wrong", minutes(3));
    await check(viewer, study, 3, "right", minutes(4));
    const ids = (await itemsOf(study)).map((item) => item.questionId);
    const session = await started(viewer, "review", minutes(20));
    expect((await itemsOf(session)).map((item) => item.questionId)).toEqual([ids[1], ids[0]]);
    expect((await getItem(database.db, viewer, session, 1, start))?.secret).toBeNull();
    await check(viewer, session, 1, "right", minutes(21));
    expect((await getItem(database.db, viewer, session, 1, start))?.secret).not.toBeNull();
    expect([...(await due(viewer, minutes(30)))]).toEqual([ids[0]]);
  });

  it("are counted by exam and time, without those of an exam in progress", async () => {
    const viewer = await makeGuest(database.db);
    const study = await started(viewer, "study");
    for (let position = 1; position <= 7; position++) await check(viewer, study, position, "wrong");
    await check(viewer, study, 8, "right");
    const list = (now: Date) => listReviews(database.db, viewer, now);
    expect(await list(start)).toMatchObject([{ slug: "sample", due: 0, withinDay: 7, nextAt: minutes(10) }]);
    expect(await list(days(1))).toMatchObject([{ due: 7, nextAt: null }]);
    const [ahead] = await list(days(1));
    expect(ahead?.forecast.counts).toHaveLength(14);
    expect(ahead?.forecast.counts[0], "what is overdue is of today").toBe(7);
    const mock = await started(viewer, "mock", days(1));
    const closed = (await itemsOf(mock)).map((item) => item.questionId);
    const [during] = await list(days(1));
    expect((during?.due ?? 0) + (during?.withinDay ?? 0) + (during?.withinWeek ?? 0)).toBe(4);
    expect(during?.closed).toBe(4);
    const session = await started(viewer, "review", days(1));
    for (const { questionId } of await itemsOf(session)) expect(closed).not.toContain(questionId);
    await finishAttempt({ db: database.db, viewer, attemptId: mock, now: days(1) });
    expect((await due(viewer, days(2))).size).toBeGreaterThanOrEqual(7);
  });

  it("say that they are left out when all of them are asked by an exam in progress", async () => {
    const viewer = await makeGuest(database.db);
    const mock = await started(viewer, "mock");
    await give(viewer, mock, 1, "wrong");
    await finishAttempt({ db: database.db, viewer, attemptId: mock, now: start });
    const again = await started(viewer, "mock");
    const forecast = { from: localDay(days(1), "UTC"), counts: Array.from({ length: 14 }, () => 0) };
    const nothing = { due: 0, withinDay: 0, withinWeek: 0, later: 0, nextAt: null, forecast };
    expect(await listReviews(database.db, viewer, days(1))).toEqual([
      { slug: "sample", title: "Sample", ...nothing, closed: 4 },
    ]);
    await finishAttempt({ db: database.db, viewer, attemptId: again, now: start });
    expect(await listReviews(database.db, viewer, days(1))).toMatchObject([{ closed: 0, due: 4 }]);
  });

  it("come along to the account, of a question known both ways the one due first, however often it is tried", async () => {
    const [guest, member] = [await makeGuest(database.db), await makeMember(database.db, "Ada")];
    for (const [viewer, given] of [
      [guest, "wrong"],
      [member, "right"],
    ] as const) {
      const attemptId = await started(viewer, "study");
      await check(viewer, attemptId, 1, given);
      if (viewer === guest) await check(viewer, attemptId, 2, "right");
    }
    for (let tries = 0; tries < 2; tries++) await claimGuest(database.db, guest.learnerId, member.learnerId, start);
    const cards = await cardsOf(member);
    expect(cards).toHaveLength(2);
    expect(cards.filter((card) => card.dueAt.getTime() === minutes(10).getTime())).toHaveLength(1);
    expect(await cardsOf(guest)).toEqual([]);
  });

  it("are each learner's own", async () => {
    const [one, other] = [await makeGuest(database.db), await makeGuest(database.db)];
    await check(one, await started(one, "study"), 1, "wrong");
    expect((await due(other, days(1))).size).toBe(0);
    expect(await listReviews(database.db, other, days(1))).toEqual([]);
  });
});
