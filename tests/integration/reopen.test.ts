import { expect, it } from "vitest";
import { getAttempt, getItem } from "#lib/attempts/read/attempt";
import { getResult } from "#lib/attempts/read/get-result";
import { checkAnswer } from "#lib/attempts/write/check-answer";
import { confirmClock, mayClockDecide } from "#lib/attempts/write/clock-watch";
import { finishAttempt } from "#lib/attempts/write/finish";
import { finishOverdue } from "#lib/attempts/write/finish-overdue";
import { reopenAttempt } from "#lib/attempts/write/reopen";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import type { Viewer } from "#lib/auth/viewer";
import { syncBank } from "#lib/bank/write/sync";
import { makeBank, makeQuestion, syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest } from "../support/people.ts";

const start = new Date("2026-11-22T12:00:00Z");
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);

onEachDatabase("an exam that a wrong clock handed in", (database) => {
  async function begin(mode: "mock" | "study" = "mock") {
    await syncSample(database.db);
    const viewer = await makeGuest(database.db);
    return { viewer, attemptId: await another(viewer, mode, start) };
  }

  async function another(viewer: Viewer & { readonly learnerId: string }, mode: "mock" | "study", now: Date) {
    const started = await startAttempt({ db: database.db, viewer, examSlug: "sample", mode, seed: "seed", now });
    if (!started.ok) throw new Error(started.error);
    return started.value;
  }

  async function choose(viewer: Viewer, attemptId: string, position: number, at: Date) {
    const item = await getItem(database.db, viewer, attemptId, position, start);
    const optionId = item?.question.options.find((option) => option.id.endsWith("-one"))?.id ?? "";
    const entry = {
      position,
      field: "answer" as const,
      version: 1,
      value: { kind: "single", optionId },
      madeAt: at.toISOString(),
      elapsedMs: 900,
    };
    const body = { clientId: "client-one", entries: [entry] };
    const saved = await saveAnswers({ db: database.db, viewer, attemptId, body, now: at });
    expect(saved).toMatchObject({ ok: true, value: { saved: 1 } });
    return item?.location.questionId ?? "";
  }

  const handIn = async () =>
    expect((await finishOverdue({ db: database.db, now: minutes(130) })).finished).toBeGreaterThan(0);
  const reopen = (attemptId: string, now = minutes(40)) =>
    reopenAttempt({ db: database.db, attemptId, reason: "The server’s clock was wrong.", now });

  it("goes on with the time that was left at its last change, and every answer is there", async () => {
    const { viewer, attemptId } = await begin();
    await choose(viewer, attemptId, 1, minutes(10));
    await handIn();
    expect(await reopen(attemptId)).toEqual({ ok: true, value: minutes(60) });
    const attempt = await getAttempt(database.db, viewer, attemptId);
    expect(attempt).toMatchObject({
      finishedAt: null,
      finishedBy: null,
      score: null,
      committed: 0,
      deadlineAt: minutes(60),
    });
    expect((await getItem(database.db, viewer, attemptId, 1, start))?.marks.answer).toMatchObject({ kind: "single" });
    expect((await getItem(database.db, viewer, attemptId, 1, start))?.secret).toBeNull();
    await choose(viewer, attemptId, 2, minutes(59));
    await finishAttempt({ db: database.db, viewer, attemptId, now: minutes(59.5) });
    const result = await getResult(database.db, viewer, attemptId, start);
    expect(result?.score?.points).toBe(2);
    expect(result?.attempt.reopened).toEqual({ at: minutes(40), reason: "The server’s clock was wrong." });
  });

  it("leaves no first answer and no card behind, but those of other attempts", async () => {
    const { db } = database;
    const { viewer, attemptId } = await begin();
    const first = await choose(viewer, attemptId, 1, minutes(10));
    await choose(viewer, attemptId, 2, minutes(10));
    await handIn();
    // The same question, answered in study after the false end.
    const study = await another(viewer, "study", minutes(35));
    const items = await db.read.attemptItem.findMany({
      where: { attemptId: study },
      select: { position: true, questionId: true },
    });
    const position = items.find((item) => item.questionId === first)?.position ?? 0;
    await choose(viewer, study, position, minutes(36));
    await checkAnswer({ db, viewer, attemptId: study, position, now: minutes(36) });
    const { learnerId } = viewer;
    expect(await db.read.card.count({ where: { learnerId } })).toBe(4);
    await reopen(attemptId);
    const disclosed = await db.read.disclosure.findMany({
      where: { learnerId },
      select: { questionId: true, disclosedAt: true },
    });
    expect(disclosed).toEqual([{ questionId: first, disclosedAt: minutes(36) }]);
    const cards = await db.read.card.findMany({ where: { learnerId }, select: { questionId: true, reviews: true } });
    expect(cards).toEqual([{ questionId: first, reviews: 1 }]);
  });

  it("moves its sections along", async () => {
    const sections = [
      { title: "One", domains: ["a"], minutes: 10 },
      { title: "Two", domains: ["b"], minutes: 20 },
    ];
    const { definition } = await import("../support/bank.ts");
    const questions = Array.from({ length: 8 }, (_, i) => makeQuestion(`q${i}`, { domain: i < 4 ? "a" : "b" }));
    await syncBank({ db: database.db, content: makeBank(questions, { ...definition, sections }), now: start });
    const viewer = await makeGuest(database.db);
    const attemptId = await another(viewer, "mock", start);
    await choose(viewer, attemptId, 1, minutes(4));
    await handIn();
    expect(await reopen(attemptId)).toEqual({ ok: true, value: minutes(66) });
    const attempt = await getAttempt(database.db, viewer, attemptId);
    expect(attempt?.sitting.startedAt).toEqual(minutes(36));
    await choose(viewer, attemptId, 1 + 1, minutes(45));
  });

  it("is reopened only if it ended, and not by its learner", async () => {
    const { viewer, attemptId } = await begin();
    expect(await reopen("nothing")).toEqual({ ok: false, error: "no-such-attempt" });
    expect(await reopen(attemptId)).toEqual({ ok: false, error: "still-running" });
    await finishAttempt({ db: database.db, viewer, attemptId, now: minutes(5) });
    expect(await reopen(attemptId)).toEqual({ ok: false, error: "submitted-by-learner" });
  });

  it("notes a time that is believed, and what an operator confirms", async () => {
    const { db } = database;
    expect(await mayClockDecide(db)).toBe(true);
    const noted = await db.read.clockMark.findUniqueOrThrow({
      where: { id: 1 },
      select: { newestAt: true, confirmedAt: true },
    });
    expect(noted.confirmedAt).toBeNull();
    const at = new Date();
    await confirmClock(db, at);
    expect(await db.read.clockMark.findUniqueOrThrow({ where: { id: 1 } })).toEqual({
      id: 1,
      newestAt: at,
      confirmedAt: at,
    });
  });
});
