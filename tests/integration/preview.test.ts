import { expect, it } from "vitest";
import { answerQuestion } from "#lib/attempts/write/answer-question";
import { finishAttempt } from "#lib/attempts/write/finish";
import { finishOverdue } from "#lib/attempts/write/finish-overdue";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { storedQuestion } from "#lib/preview/stored-question";
import { syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest } from "../support/people.ts";

const now = new Date("2026-11-22T12:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

onEachDatabase("the preview for authors", (database) => {
  async function sit() {
    const { db } = database;
    await syncSample(db);
    const viewer = await makeGuest(db);
    const started = await startAttempt({ db, viewer, examSlug: "sample", mode: "mock", seed: "s", now });
    if (!started.ok) throw new Error(started.error);
    const attemptId = started.value;
    const item = await db.read.attemptItem.findUniqueOrThrow({
      where: { attemptId_position: { attemptId, position: 1 } },
      select: { question: { select: { name: true } } },
    });
    const { name } = item.question;
    const see = (at: Date) => storedQuestion(db, viewer, "sample", name, at);
    return { db, viewer, attemptId, name, see };
  }

  it("shows a question with its key without an answer, and null for one that does not exist", async () => {
    const { db, see, viewer, attemptId } = await sit();
    await finishAttempt({ db, viewer, attemptId, now });
    expect(await see(now)).toMatchObject({ public: { kind: "single" }, secret: { key: { kind: "single" } } });
    expect(await storedQuestion(db, viewer, "sample", "none", now)).toBeNull();
  });

  it("keeps a question closed while its viewer sits an exam with it, also one that they have answered before", async () => {
    const { db, viewer, name, see } = await sit();
    expect(await see(now)).toBe("withheld");
    const answer = { kind: "single", optionId: `${name}-one` } as const;
    await answerQuestion({ db, viewer, examSlug: "sample", questionName: name, answer, now });
    expect(await see(now)).toBe("withheld");
  });

  it("ends late delivery of the question, as every page with a key does", async () => {
    const { db, attemptId, see } = await sit();
    await finishOverdue({ db, now: later(40) });
    const served = () => db.read.attemptItem.count({ where: { attemptId, keyServedAt: { not: null } } });
    expect(await served()).toBe(0);
    await see(later(41));
    expect(await served()).toBe(1);
  });
});
