import { expect, it } from "vitest";
import { BackOff } from "#lib/attempts/back-off";
import { getReview } from "#lib/attempts/read/attempt";
import { getResult } from "#lib/attempts/read/get-result";
import { finishAttempt } from "#lib/attempts/write/finish";
import { finishOverdue } from "#lib/attempts/write/finish-overdue";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { syncBank } from "#lib/bank/write/sync";
import { countStuck } from "#lib/metrics/stuck-attempts";
import { attemptSitter, minutes, start } from "../support/attempt-sitter.ts";
import { definition, makeBank, makeQuestion } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest } from "../support/people.ts";

onEachDatabase("the end of an attempt", (database) => {
  const { begin, choose } = attemptSitter(database);

  it("is finished once by 50 finishes at the same time, with one score", async () => {
    const { viewer, attemptId } = await begin();
    await choose(viewer, attemptId, 1, "one");
    await choose(viewer, attemptId, 2, "two");
    const finishes = Array.from({ length: 50 }, (_, i) =>
      finishAttempt({ db: database.db, viewer, attemptId, now: minutes(5 + i) }),
    );
    for (const finish of await Promise.all(finishes)) expect(finish).toEqual({ ok: true, value: "finished" });
    const result = await getResult(database.db, viewer, attemptId, start);
    expect(result?.score).toMatchObject({ points: 1, items: 4, percent: 25, passed: false });
    expect(result?.items.map((item) => item.secret?.correct)).toEqual([true, false, false, false]);
    expect(await database.db.read.disclosure.count({ where: { learnerId: viewer.learnerId } })).toBe(4);
  });

  it("takes no answer after its learner has submitted it", async () => {
    const { viewer, attemptId } = await begin();
    await finishAttempt({ db: database.db, viewer, attemptId, now: minutes(5) });
    expect(await choose(viewer, attemptId, 1, "one", 1, minutes(4), minutes(6))).toMatchObject({
      value: { saved: 0, finished: true, refused: [{ position: 1, reason: "finished" }] },
    });
  });

  it("tells before its end which answers cannot count in full", async () => {
    const single = makeQuestion("q");
    const options = ["q-one", "q-two", "q-three"].map((id) => ({ id, html: id, text: id }));
    const publicPart = JSON.stringify({ ...JSON.parse(single.publicPart), kind: "multiple", options, select: 2 });
    const key = { kind: "multiple", optionIds: ["q-one", "q-two"] };
    const secretPart = JSON.stringify({ ...JSON.parse(single.secretPart), key });
    const { db } = database;
    await syncBank({ db, content: makeBank([{ ...single, publicPart, secretPart, contentHash: "m" }]), now: start });
    const viewer = await makeGuest(db);
    const begun = await startAttempt({ db, viewer, examSlug: "sample", mode: "mock", seed: "m", now: start });
    const attemptId = begun.ok ? begun.value : "";
    const entry = { position: 1, field: "answer" as const, madeAt: minutes(1).toISOString(), elapsedMs: 900 };
    for (const [version, optionIds] of [["q-one"], ["q-one", "q-three"]].entries()) {
      const value = { kind: "multiple", optionIds };
      const entries = [{ ...entry, version: version + 1, value }];
      await saveAnswers({ db, viewer, attemptId, body: { clientId: "client-one", entries }, now: minutes(1) });
      const review = await getReview(db, viewer, attemptId);
      expect(review?.map).toMatchObject([{ answered: true, parts: 2, incomplete: version === 0 }]);
    }
  });

  it("is scored by the version of the rule that it began under", async () => {
    const options = ["a", "b", "c", "d", "e"].map((id) => ({ id, html: id, text: id }));
    const multiple = { kind: "multiple", stemHtml: "Which?", stemText: "Which?", scenario: null, options, select: 2 };
    const publicPart = JSON.stringify({ ...multiple, shuffle: true, pinned: [] });
    const key = { kind: "multiple", optionIds: ["a", "b"] };
    const secretPart = JSON.stringify({ key, explanation: [], optionNotes: {}, references: [] });
    const content = makeBank([makeQuestion("q0", { publicPart, secretPart, contentHash: "in part" })], {
      ...definition,
      scoring: "proportional",
    });
    await syncBank({ db: database.db, content, now: start });
    const viewer = await makeGuest(database.db);
    const scoreOf = async (version: 1 | 2) => {
      const common = { db: database.db, viewer, examSlug: "sample", mode: "mock", now: start } as const;
      const begun = await startAttempt({ ...common, seed: `version ${version}` });
      const id = begun.ok ? begun.value : "";
      const kept = await database.db.read.attempt.findUniqueOrThrow({ where: { id }, select: { plan: true } });
      const { ruleVersion, ...older } = JSON.parse(kept.plan);
      if (version === 1)
        await database.db.write((tx) => tx.attempt.update({ where: { id }, data: { plan: JSON.stringify(older) } }));
      const value = { kind: "multiple", optionIds: ["a", "c"] };
      const entry = { position: 1, field: "answer", version: 1, madeAt: start.toISOString(), elapsedMs: 1, value };
      const body = { clientId: "client-one", entries: [entry] };
      await saveAnswers({ db: database.db, viewer, attemptId: id, body, now: minutes(1) });
      await finishAttempt({ db: database.db, viewer, attemptId: id, now: minutes(2) });
      return (await getResult(database.db, viewer, id, minutes(3)))?.score;
    };
    expect(await scoreOf(2)).toMatchObject({ ruleVersion: 2, points: expect.closeTo(1 / 2 - 1 / 3) });
    expect(await scoreOf(1)).toMatchObject({ ruleVersion: 1, points: 0 });
  });

  it("is submitted at its deadline with what was saved, by the sweeper", async () => {
    const { viewer, attemptId } = await begin();
    await choose(viewer, attemptId, 1, "one");
    expect(await finishOverdue({ db: database.db, now: minutes(29) })).toEqual({ finished: 0, failures: [] });
    expect((await finishOverdue({ db: database.db, now: minutes(31) })).finished).toBeGreaterThan(0);
    const result = await getResult(database.db, viewer, attemptId, start);
    expect(result?.attempt).toMatchObject({ finishedBy: "deadline", finishedAt: minutes(30) });
    expect(result?.score?.points).toBe(1);
  });

  it("is submitted at its deadline beside one that is damaged, which is named", async () => {
    const [damaged, sound] = [await begin(), await begin()];
    const where = { id: damaged.attemptId };
    const { plan } = await database.db.read.attempt.findUniqueOrThrow({ where });
    await database.db.write((tx) => tx.attempt.update({ where, data: { plan: "{" } }));
    const backOff = new BackOff();
    const sweep = (at: Date) => finishOverdue({ db: database.db, now: at, backOff });
    const { failures } = await sweep(minutes(31));
    expect(failures).toMatchObject([{ attemptId: damaged.attemptId, nextTryAt: minutes(31.5) }]);
    expect(await sweep(minutes(31.25))).toEqual({ finished: 0, failures: [] });
    expect((await sweep(minutes(31.5))).failures).toMatchObject([{ nextTryAt: minutes(32.5) }]);
    expect(await countStuck(database.db, minutes(34))).toBe(0);
    expect(await countStuck(database.db, minutes(36))).toBe(1);
    await database.db.write((tx) => tx.attempt.update({ where, data: { plan } }));
    const finished = async ({ attemptId }: { readonly attemptId: string }) =>
      (await database.db.read.attempt.findUniqueOrThrow({ where: { id: attemptId } })).finishedBy;
    expect([await finished(damaged), await finished(sound)]).toEqual([null, "deadline"]);
    expect(await sweep(minutes(33))).toEqual({ finished: 1, failures: [] });
  });

  it("is submitted although a hundred that are longer overdue cannot be", async () => {
    const damaged = await Promise.all(Array.from({ length: 100 }, () => begin()));
    const ids = damaged.map(({ attemptId }) => attemptId);
    const where = { id: { in: ids } };
    const first = await database.db.read.attempt.findUniqueOrThrow({ where: { id: ids[0] ?? "" } });
    await database.db.write((tx) => tx.attempt.updateMany({ where, data: { plan: "{", deadlineAt: minutes(1) } }));
    const sound = await begin();
    const backOff = new BackOff();
    const sweep = () => finishOverdue({ db: database.db, now: minutes(31), backOff });
    expect((await sweep()).failures.length).toBe(100);
    expect(await sweep()).toEqual({ finished: 1, failures: [] });
    expect((await getResult(database.db, sound.viewer, sound.attemptId, start))?.attempt.finishedBy).toBe("deadline");
    await database.db.write((tx) => tx.attempt.updateMany({ where, data: { plan: first.plan } }));
    await sweep();
  });

  it("counts an answer made before the deadline and delivered after it, and marks it", async () => {
    const { viewer, attemptId } = await begin();
    await finishOverdue({ db: database.db, now: minutes(31) });
    expect(await choose(viewer, attemptId, 2, "one", 1, minutes(29), minutes(60))).toMatchObject({
      value: { saved: 1, refused: [] },
    });
    const result = await getResult(database.db, viewer, attemptId, start);
    expect(result?.score?.points).toBe(1);
    expect(result?.items[1]).toMatchObject({ lateSync: true, secret: { correct: true } });
  });

  it("refuses an answer made after the deadline", async () => {
    const { viewer, attemptId } = await begin();
    expect(await choose(viewer, attemptId, 1, "one", 1, minutes(31), minutes(32))).toMatchObject({
      value: { saved: 0, refused: [{ reason: "too-late" }] },
    });
  });
});
