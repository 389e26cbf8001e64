import { expect, it } from "vitest";
import { getOwnData } from "#lib/account/read/own-data";
import { getItem } from "#lib/attempts/read/attempt";
import { missedQuestions } from "#lib/attempts/read/earlier-answers";
import { getResult } from "#lib/attempts/read/get-result";
import { listAttempts } from "#lib/attempts/read/list-attempts";
import { checkAnswer } from "#lib/attempts/write/check-answer";
import { finishAttempt } from "#lib/attempts/write/finish";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import type { Viewer } from "#lib/auth/viewer";
import { syncBank } from "#lib/bank/write/sync";
import { getProgress } from "#lib/progress/read/get-progress";
import { attemptSitter, minutes, start } from "../support/attempt-sitter.ts";
import { makeBank, makeQuestion, syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest } from "../support/people.ts";

onEachDatabase("an attempt", (database) => {
  const { begin, choose } = attemptSitter(database);

  it("keeps nothing of what is sent beside an answer", async () => {
    const { viewer, attemptId } = await begin();
    const item = await getItem(database.db, viewer, attemptId, 1, start);
    const optionId = item?.question.options[0]?.id;
    const entry = { position: 1, field: "answer", version: 1, madeAt: start.toISOString(), elapsedMs: 1 };
    const value = { kind: "single", optionId };
    const send = (entry: object) => {
      const body = { clientId: "client-one", entries: [entry] };
      return saveAnswers({ db: database.db, viewer, attemptId, body, now: minutes(1) });
    };
    const refused = { ok: false, error: "not-understood" };
    expect(await send({ ...entry, value: { ...value, junk: "x".repeat(100_000) } })).toEqual(refused);
    expect(await send({ ...entry, value, junk: "x" })).toEqual(refused);
    expect(await send({ ...entry, value, madeAt: "0000-01-01T00:00:00Z" })).toEqual(refused);
    expect(await database.db.read.itemEntry.count({ where: { attemptId } })).toBe(0);
    expect(await send({ ...entry, value })).toMatchObject({ ok: true, value: { saved: 1 } });
  });

  it("keeps of the choices at its start what the exam has", async () => {
    const viewer = await makeGuest(database.db);
    await syncSample(database.db);
    const { domain } = (await database.db.read.question.findFirst({
      where: { examSlug: "sample", retiredAt: null },
      select: { domain: true },
    })) as { domain: string };
    const choices = { domains: [domain, ...Array.from({ length: 2_000 }, (_, i) => `no domain ${i}`)] };
    const common = { db: database.db, viewer, examSlug: "sample", mode: "drill", seed: "s", now: start } as const;
    const started = await startAttempt({ ...common, choices });
    const id = started.ok ? started.value : "";
    const kept = await database.db.read.attempt.findUnique({ where: { id }, select: { plan: true } });
    expect(JSON.parse(kept?.plan ?? "{}").choices).toEqual({ domains: [domain] });
  });

  it("draws by the blueprint and shows the same options in the same order on every visit", async () => {
    const { viewer, attemptId } = await begin();
    const [first, again] = await Promise.all([
      getItem(database.db, viewer, attemptId, 1, start),
      getItem(database.db, viewer, attemptId, 1, start),
    ]);
    expect(first?.attempt.sitting.count).toBe(4);
    expect(first?.question).toEqual(again?.question);
    expect(first?.secret).toBeNull();
  });

  it("gives the same exam for the same seed", async () => {
    const [a, b] = [await begin("mock", "shared"), await begin("mock", "shared")];
    const items = await Promise.all(
      [a, b].map(({ viewer, attemptId }) => getItem(database.db, viewer, attemptId, 2, start)),
    );
    expect(items[0]?.question).toEqual(items[1]?.question);
  });

  it("does not exist for anybody else", async () => {
    const { attemptId } = await begin();
    const other = await makeGuest(database.db);
    expect(await getItem(database.db, other, attemptId, 1, start)).toBeNull();
    expect(await choose(other, attemptId, 1, "one")).toEqual({ ok: false, error: "no-such-attempt" });
    expect(await finishAttempt({ db: database.db, viewer: other, attemptId, now: minutes(2) })).toEqual({
      ok: false,
      error: "no-such-attempt",
    });
  });

  it("keeps an answer once, however often it arrives", async () => {
    const { viewer, attemptId } = await begin();
    const receipts = await Promise.all(Array.from({ length: 20 }, () => choose(viewer, attemptId, 1, "one")));
    for (const receipt of receipts) expect(receipt).toMatchObject({ ok: true, value: { saved: 1, refused: [] } });
    expect(await database.db.read.itemEntry.count({ where: { attemptId } })).toBe(1);
  });

  it("lets the newest version win, in whatever order the versions arrive", async () => {
    const { viewer, attemptId } = await begin();
    await choose(viewer, attemptId, 1, "two", 2);
    await choose(viewer, attemptId, 1, "three", 1);
    const item = await getItem(database.db, viewer, attemptId, 1, start);
    expect(item?.marks.answer).toMatchObject({ optionId: expect.stringMatching(/-two$/) });
  });

  it("keeps the wording it was made from when the question is edited or retired meanwhile", async () => {
    const { viewer, attemptId } = await begin();
    const before = await getItem(database.db, viewer, attemptId, 1, start);
    await syncBank({ db: database.db, content: makeBank([makeQuestion("q0", { stem: "Edited?" })]), now: minutes(1) });
    expect((await getItem(database.db, viewer, attemptId, 1, start))?.question).toEqual(before?.question);
    await choose(viewer, attemptId, 1, "one");
    await finishAttempt({ db: database.db, viewer, attemptId, now: minutes(5) });
    expect((await getResult(database.db, viewer, attemptId, start))?.score?.points).toBe(1);
  });

  it("opens an item in study when its answer is checked, and then keeps that answer", async () => {
    const { viewer, attemptId } = await begin("study");
    const check = () => checkAnswer({ db: database.db, viewer, attemptId, position: 1, now: minutes(2) });
    expect(await check()).toEqual({ ok: false, error: "nothing-chosen" });
    await choose(viewer, attemptId, 1, "two");
    expect(await check()).toEqual({ ok: true, value: { seed: expect.any(String), examLanguage: null } });
    expect(await check()).toEqual({ ok: true, value: { seed: expect.any(String), examLanguage: null } });
    expect(await choose(viewer, attemptId, 1, "one", 2)).toMatchObject({
      value: { refused: [{ reason: "committed" }] },
    });
    const item = await getItem(database.db, viewer, attemptId, 1, start);
    expect(item?.secret).toMatchObject({ correct: false, explanationHtml: expect.stringContaining("The secret of") });
    expect((await getItem(database.db, viewer, attemptId, 2, start))?.secret).toBeNull();
  });

  it("keeps a question closed in study and on old results while an exam with it is in progress", async () => {
    const { viewer, attemptId } = await begin("study");
    await choose(viewer, attemptId, 1, "one");
    await checkAnswer({ db: database.db, viewer, attemptId, position: 1, now: minutes(2) });
    await finishAttempt({ db: database.db, viewer, attemptId, now: minutes(3) });
    const open = await getResult(database.db, viewer, attemptId, start);
    expect(open?.items[0]?.secret).not.toBeNull();
    // Four of eight questions a draw: ten exams are certain enough to hold each.
    const exams: string[] = [];
    for (let i = 0; i < 10; i++) {
      const started = await startAttempt({
        db: database.db,
        viewer,
        examSlug: "sample",
        mode: "mock",
        seed: `${i}`,
        now: minutes(4),
      });
      if (started.ok) exams.push(started.value);
    }
    const closed = await getResult(database.db, viewer, attemptId, start);
    expect(closed?.items[0]).toMatchObject({ secret: null, isWithheld: true, turns: [] });
    expect(JSON.stringify(closed?.items)).not.toContain("The secret of");
    for (const id of exams) await finishAttempt({ db: database.db, viewer, attemptId: id, now: minutes(5) });
    expect((await getResult(database.db, viewer, attemptId, start))?.items[0]?.secret).not.toBeNull();
  });

  it("shows nothing of an exam before its end, not even by checking", async () => {
    const { viewer, attemptId } = await begin();
    await choose(viewer, attemptId, 1, "one");
    expect(await checkAnswer({ db: database.db, viewer, attemptId, position: 1, now: minutes(2) })).toEqual({
      ok: false,
      error: "not-in-this-mode",
    });
    expect((await getItem(database.db, viewer, attemptId, 1, start))?.secret).toBeNull();
    expect(await getResult(database.db, viewer, attemptId, start)).toBeNull();
  });

  it("does not call two values under one version in one batch both saved", async () => {
    const { viewer, attemptId } = await begin();
    const base = { position: 1, field: "note" as const, version: 1, madeAt: minutes(1).toISOString(), elapsedMs: 1 };
    const entries = ["first", "second", "first"].map((value) => ({ ...base, value }));
    const body = { clientId: "client-one", entries };
    const receipt = await saveAnswers({ db: database.db, viewer, attemptId, body, now: minutes(1) });
    expect(receipt).toMatchObject({
      ok: true,
      value: { saved: 2, refused: [{ version: 1, reason: "version-taken" }] },
    });
    expect((await getItem(database.db, viewer, attemptId, 1, start))?.marks.note).toBe("first");
  });

  it("counts an answer made in time that comes after the end while the server's clock is set back", async () => {
    const { viewer, attemptId } = await begin();
    const deadline = (await getItem(database.db, viewer, attemptId, 1, start))?.attempt.sitting.deadlineAt ?? start;
    await finishAttempt({ db: database.db, viewer, attemptId, now: deadline });
    const scoreBefore = (await listAttempts(database.db, viewer, "sample"))[0]?.score?.points;
    await choose(viewer, attemptId, 1, "one", 1, minutes(2), minutes(3));
    const scoreAfter = (await listAttempts(database.db, viewer, "sample"))[0]?.score?.points;
    expect([scoreBefore, scoreAfter]).toEqual([0, 1]);
  });

  it("shows first what is in progress, however much was begun after it", async () => {
    const { viewer, attemptId } = await begin();
    for (let i = 1; i <= 20; i++) {
      const request = {
        db: database.db,
        viewer,
        examSlug: "sample",
        mode: "study",
        seed: "seed",
        now: minutes(i),
      } as const;
      await startAttempt(request);
    }
    const listed = await listAttempts(database.db, viewer, "sample");
    expect(listed).toHaveLength(20);
    expect(listed[0]?.id).toBe(attemptId);
  });

  it("does not tell by a score what an exam in progress asks", async () => {
    const { viewer, attemptId } = await begin("study");
    await choose(viewer, attemptId, 1, "one");
    const questionId = (await getItem(database.db, viewer, attemptId, 1, start))?.location.questionId ?? "";
    const exam = await startUntil(viewer, questionId);
    await checkAnswer({ db: database.db, viewer, attemptId, position: 1, now: minutes(3) });
    await finishAttempt({ db: database.db, viewer, attemptId, now: minutes(4) });
    expect(await getResult(database.db, viewer, attemptId, start)).toMatchObject({
      score: null,
      attempt: { score: null },
    });
    expect((await listAttempts(database.db, viewer, "sample")).map((each) => each.score)).toEqual([null, null]);
    const [progress] = (await getProgress(database.db, viewer, minutes(5))).exams;
    expect(progress?.attempts.map((each) => each.score)).toEqual([null, null]);
    const own = (await getOwnData(database.db, viewer, minutes(5))) as { attempts: { score: unknown }[] };
    expect(own.attempts.map((each) => each.score)).toEqual([null, null]);
    expect(await missedQuestions(database.db, viewer, attemptId)).toEqual(new Set());
    await finishAttempt({ db: database.db, viewer, attemptId: exam, now: minutes(5) });
    expect(await getResult(database.db, viewer, attemptId, start)).toMatchObject({ score: { items: 1, points: 1 } });
  });

  it("keeps the score of what was finished before an exam began", async () => {
    const { viewer, attemptId } = await begin("study");
    await choose(viewer, attemptId, 1, "two");
    const questionId = (await getItem(database.db, viewer, attemptId, 1, start))?.location.questionId ?? "";
    await checkAnswer({ db: database.db, viewer, attemptId, position: 1, now: minutes(1) });
    await finishAttempt({ db: database.db, viewer, attemptId, now: minutes(1) });
    await startUntil(viewer, questionId);
    expect(await getResult(database.db, viewer, attemptId, start)).toMatchObject({ score: { items: 1, points: 0 } });
  });

  /** Starts mock exams by links, which ask what was asked before, until one asks the question; its id. The others are removed. */
  async function startUntil(viewer: Viewer & { readonly learnerId: string }, questionId: string): Promise<string> {
    for (let seed = 0; ; seed++) {
      const common = { db: database.db, viewer, examSlug: "sample", mode: "mock", now: minutes(2) };
      const request = { ...common, seed: `${seed}`, isNamed: true };
      const started = await startAttempt(request as Parameters<typeof startAttempt>[0]);
      if (!started.ok) throw new Error(started.error);
      const where = { attemptId: started.value, questionId };
      if ((await database.db.read.attemptItem.count({ where })) === 1) return started.value;
      await database.db.write((tx) => tx.attemptItem.deleteMany({ where: { attemptId: started.value } }));
      await database.db.write((tx) => tx.attempt.deleteMany({ where: { id: started.value } }));
    }
  }
});
