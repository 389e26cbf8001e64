import { expect, it } from "vitest";
import { answerQuestion } from "#lib/attempts/write/answer-question";
import { closeOpenSection } from "#lib/attempts/write/close-section";
import { finishAttempt } from "#lib/attempts/write/finish";
import { saveItemForm } from "#lib/attempts/write/item-form";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { getExam } from "#lib/bank/read/exams";
import { syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest } from "../support/people.ts";

const now = new Date("2026-11-22T12:00:00Z");

onEachDatabase("a name with a NUL, which a made-up form may hold", (database) => {
  const name = "sam\0ple";

  async function learner() {
    await syncSample(database.db);
    return makeGuest(database.db);
  }

  it("is the name of no exam", async () => {
    const [{ db }, viewer] = [database, await learner()];
    expect(await getExam(db, name)).toBeNull();
    const request = { db, viewer, examSlug: name, mode: "study", seed: "s", now } as const;
    expect(await startAttempt(request)).toEqual({ ok: false, error: "no-such-exam" });
  });

  it("is the name of no question", async () => {
    const [{ db }, viewer] = [database, await learner()];
    const answer = { kind: "dont-know" } as const;
    for (const place of [
      { examSlug: name, questionName: "q0" },
      { examSlug: "sample", questionName: name },
    ])
      expect(await answerQuestion({ db, viewer, ...place, answer, now })).toEqual({ ok: false, error: "no-such-item" });
  });

  it("is the name of no attempt", async () => {
    const [{ db }, viewer] = [database, await learner()];
    const none = { ok: false, error: "no-such-attempt" };
    expect(await finishAttempt({ db, viewer, attemptId: name, now })).toEqual(none);
    expect(await closeOpenSection({ db, viewer, attemptId: name, index: 0, now })).toEqual(none);
    const form = new FormData();
    form.set("attempt", name);
    form.set("position", "1");
    expect(await saveItemForm({ db, viewer, form, now })).toBeNull();
  });
});
