import { expect, it } from "vitest";
import { getOwnData } from "#lib/account/read/own-data";
import { changeSettings } from "#lib/auth/write/change-settings";
import { claimGuest } from "#lib/auth/write/guest-learner";
import { syncBank } from "#lib/bank/write/sync";
import { forecastText } from "#lib/cli/forecast-command";
import type { Database } from "#lib/db/database";
import { forecastFit } from "#lib/progress/read/forecast-fit";
import { getExamProgress } from "#lib/progress/read/get-progress";
import { allOutcomes, ownOutcomes } from "#lib/progress/read/reported-outcomes";
import { deleteOutcome, reportOutcome } from "#lib/progress/write/report-outcome";
import { keepPlan } from "#lib/review/write/keep-plan";
import { definition, makeBank, makeQuestion } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest, makeMember } from "../support/people.ts";

const now = new Date("2026-11-22T12:00:00Z");
const examDate = "2026-12-06";
const after = new Date("2026-12-07T12:00:00Z");

onEachDatabase("how a real exam went", (database) => {
  const plan = (learnerId: string) =>
    keepPlan({
      ...{ db: database.db, learnerId, examSlug: "sample", timeZone: "UTC", now },
      plan: { examDate, weekdays: [1], minutesPerDay: 30 },
    });

  const bank = () => {
    const questions = Array.from({ length: 40 }, (_, i) => makeQuestion(`q${i}`, { domain: i % 2 === 0 ? "a" : "b" }));
    return syncBank({ db: database.db, content: makeBank(questions, { ...definition, questions: 20 }), now });
  };

  it("can be reported from the day of the exam on, again, and be deleted", async () => {
    await bank();
    const viewer = await makeMember(database.db, "Pat");
    const tell = (passed: boolean, at = after) =>
      reportOutcome({ db: database.db, viewer, examSlug: "sample", passed, score: 78, now: at });
    expect(await tell(true)).toEqual({ ok: false, error: "no-such-exam" });
    await plan(viewer.learnerId);
    expect(await tell(true, new Date("2026-12-05T12:00:00Z"))).toEqual({ ok: false, error: "not-yet" });
    await tell(false);
    expect(await tell(true)).toEqual({ ok: true, value: "kept" });
    const reported = { examDate, passed: true, score: 78, forecast: null };
    expect(await ownOutcomes(database.db, viewer.learnerId)).toEqual({ sample: [reported] });
    expect(await getOwnData(database.db, viewer, after)).toMatchObject({
      settings: { outcomes: { sample: [reported] } },
    });
    expect(await allOutcomes(database.db, "sample")).toEqual([reported]);
    await deleteOutcome(database.db, viewer.learnerId, "sample", examDate);
    expect(await allOutcomes(database.db, "sample")).toEqual([]);
  });

  it("goes with its guest to the account, and counts for others from then on", async () => {
    await bank();
    const [guest, member] = [await makeGuest(database.db), await makeMember(database.db, "Ada")];
    await plan(guest.learnerId);
    await reportOutcome({ db: database.db, viewer: guest, examSlug: "sample", passed: true, score: null, now: after });
    const before = await allOutcomes(database.db, "sample");
    await claimGuest(database.db, guest.learnerId, member.learnerId, after);
    expect((await allOutcomes(database.db, "sample")).length - before.length).toBe(1);
  });

  it("keeps what was forecast from the answers until that day", async () => {
    await bank();
    const viewer = await makeMember(database.db, "Lin");
    await plan(viewer.learnerId);
    await answerAll(database.db, viewer.learnerId, now);
    const standing = await getExamProgress(database.db, viewer, "sample", now);
    await reportOutcome({ db: database.db, viewer, examSlug: "sample", passed: true, score: 90, now: after });
    const [reported] = (await ownOutcomes(database.db, viewer.learnerId)).sample ?? [];
    expect(standing?.readiness).toMatchObject(reported?.forecast ?? { state: "none" });
    const late = await makeMember(database.db, "Kim");
    await plan(late.learnerId);
    await answerAll(database.db, late.learnerId, after);
    await reportOutcome({ db: database.db, viewer: late, examSlug: "sample", passed: true, score: null, now: after });
    expect((await ownOutcomes(database.db, late.learnerId)).sample).toMatchObject([{ forecast: null }]);
  });

  it("recalibrates the forecast from 300 outcomes on, when an operator wants it", async () => {
    await bank();
    const viewer = await makeMember(database.db, "Sam");
    await answerAll(database.db, viewer.learnerId, now);
    const chance = async () => {
      const { readiness } = (await getExamProgress(database.db, viewer, "sample", now)) ?? {};
      return readiness?.state === "estimated" ? readiness.passProbability : null;
    };
    const print = (options = {}) => forecastText(database.db, "sample", options, after);
    expect(await print()).toContain("it takes 300 outcomes to recalibrate, and there are ");
    await expect(print({ keep: "recalibration" })).rejects.toThrow("it takes 300 outcomes");
    await expect(print({ keep: "prior" })).rejects.toThrow("it takes 200 learners");
    await expect(print({ keep: "memory" })).rejects.toThrow("it takes 5000 such answers");
    // Of those with a forecast of one half, nine in ten passed.
    const outcomes = Array.from({ length: 300 }, (_, i) => ({
      ...{ examDate: `2026-01-${i}`, score: 80, forecast: { passProbability: 0.5, expected: 75 } },
      passed: i % 10 > 0,
    }));
    await database.db.write((tx) =>
      changeSettings(tx, viewer.learnerId, (kept) => ({ ...kept, outcomes: { sample: outcomes } })),
    );
    const before = (await chance()) ?? 1;
    expect(await print()).toContain("--keep recalibration");
    expect(await chance()).toBe(before);
    const kept = await print({ keep: "recalibration" });
    expect(kept).toContain("Better, and in use from now on.");
    expect(kept).toContain("recalibration of 2026-12-07");
    expect(await chance()).toBeGreaterThan(before);
    expect(await forecastFit(database.db, "sample")).toMatchObject({ recalibrationAt: after });
    await print({ drop: "recalibration" });
    expect(await chance()).toBe(before);
  });

  /** Every second answer is right. */
  async function answerAll(db: Database, learnerId: string, at: Date): Promise<void> {
    await db.write(async (tx) => {
      const questions = await tx.question.findMany({ where: { examSlug: "sample", retiredAt: null } });
      for (const [i, { id, name, revisionId }] of questions.entries()) {
        const answer = JSON.stringify({ kind: "single", optionId: `${name}-${i % 2 === 0 ? "one" : "two"}` });
        const data = { learnerId, questionId: id, revisionId: revisionId ?? "", answer, disclosedAt: at };
        await tx.disclosure.create({ data, select: { learnerId: true } });
      }
    });
  }
});
