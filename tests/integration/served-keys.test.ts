import { expect, it } from "vitest";
import { getOwnData } from "#lib/account/read/own-data";
import { getItem } from "#lib/attempts/read/attempt";
import { getResult } from "#lib/attempts/read/get-result";
import { getQuestionPage } from "#lib/attempts/read/question-page";
import { standingToServe } from "#lib/attempts/read/standing";
import { finishAttempt } from "#lib/attempts/write/finish";
import { finishOverdue } from "#lib/attempts/write/finish-overdue";
import { revealItem } from "#lib/attempts/write/reveal-item";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { claimGuest } from "#lib/auth/write/guest-learner";
import { getItemReport } from "#lib/authoring/read/item-report";
import { syncBank } from "#lib/bank/write/sync";
import type { Database } from "#lib/db/database";
import { getRevisionDifference } from "#lib/discussion/read/get-revision-difference";
import { getThread } from "#lib/discussion/read/get-thread";
import { definition, makeBank, makeQuestion } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest, makeMember } from "../support/people.ts";

const start = new Date("2026-11-22T12:00:00Z");
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);

type Person = Awaited<ReturnType<typeof makeGuest>>;
interface Scene {
  readonly db: Database;
  readonly viewer: Person;
  readonly attemptId: string;
  /** Of the item at position 1. */
  readonly questionId: string;
  readonly name: string;
}

async function begin(db: Database, viewer: Person, mode: "mock" | "study" | "drill", seed: string, now: Date) {
  const started = await startAttempt({ db, viewer, examSlug: "sample", mode, seed, now });
  if (!started.ok) throw new Error(started.error);
  return started.value;
}

/** Answers an item with its key. */
async function choose(scene: Pick<Scene, "db" | "viewer" | "attemptId">, position: number, at: Date, now: Date) {
  const { db, viewer, attemptId } = scene;
  const { question } = await db.read.attemptItem.findUniqueOrThrow({
    where: { attemptId_position: { attemptId, position } },
    select: { question: { select: { name: true } } },
  });
  const value = { kind: "single" as const, optionId: `${question.name}-one` };
  const entry = { position, field: "answer" as const, version: 9, value, madeAt: at.toISOString(), elapsedMs: 900 };
  return saveAnswers({ db, viewer, attemptId, body: { clientId: "client-one", entries: [entry] }, now });
}

/** Checks the question of the scene in a study session. */
async function study(db: Database, viewer: Person, questionId: string, now: Date) {
  const attemptId = await begin(db, viewer, "study", "other", now);
  const { position } = (await db.read.attemptItem.findMany({ where: { attemptId, questionId } }))[0] ?? { position: 0 };
  await choose({ db, viewer, attemptId }, position, now, now);
  return revealItem({ db, viewer, attemptId, position, now });
}

const at = minutes(32);
const waysToOne: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  "the page of its item": ({ db, viewer, attemptId }) => getItem(db, viewer, attemptId, 1, at),
  "a check in a study session": ({ db, viewer, questionId }) => study(db, viewer, questionId, at),
  "the question's own page": ({ db, viewer, name }) => getQuestionPage(db, viewer, "sample", name, at),
  "the question's discussion": ({ db, viewer, questionId }) => getThread(db, viewer, questionId, { now: at }),
  "the stream of new comments": ({ db, viewer, questionId }) => standingToServe(db, viewer, questionId, at),
  "an earlier wording": ({ db, viewer, name }) =>
    getRevisionDifference(db, viewer, { examSlug: "sample", questionName: name, number: 1 }, at),
};
const waysToAll: typeof waysToOne = {
  "the result": ({ db, viewer, attemptId }) => getResult(db, viewer, attemptId, at),
  "the export of one's own data": ({ db, viewer }) => getOwnData(db, viewer, at),
  "the result of the same exam sat again": async ({ db, viewer }) => {
    const again = await begin(db, viewer, "mock", "seed", at);
    await finishAttempt({ db, viewer, attemptId: again, now: at });
    return getResult(db, viewer, again, at);
  },
  "the statistics of the questions": ({ db, viewer }) => {
    const member = { userId: "staff", name: "Staff", email: "staff@example.org", role: "moderator" as const };
    return getItemReport(db, { ...viewer, member }, "sample", at);
  },
};

onEachDatabase("an answer that comes after the deadline", (database) => {
  /** An exam of all eight questions that the deadline has ended with nothing answered. */
  async function scene(viewer?: Person): Promise<Scene> {
    const { db } = database;
    const questions = Array.from({ length: 8 }, (_, i) => makeQuestion(`q${i}`, { domain: i < 4 ? "a" : "b" }));
    await syncBank({ db, content: makeBank(questions, { ...definition, questions: 8 }), now: start });
    const learner = viewer ?? (await makeGuest(db));
    const attemptId = await begin(db, learner, "mock", "seed", start);
    const { questionId, question } = await db.read.attemptItem.findUniqueOrThrow({
      where: { attemptId_position: { attemptId, position: 1 } },
      select: { questionId: true, question: { select: { name: true } } },
    });
    await finishOverdue({ db, now: minutes(31) });
    return { db, viewer: learner, attemptId, questionId, name: question.name };
  }
  const late = (made: Scene, position: number) => choose(made, position, minutes(29), minutes(33));
  const counted = { value: { saved: 1, refused: [] } };
  const refused = { value: { saved: 0, refused: [{ reason: "key-shown" }] } };
  const points = async ({ db, viewer, attemptId }: Scene) =>
    (await getResult(db, viewer, attemptId, minutes(34)))?.score?.points;
  const firstAnswer = async ({ db, viewer, questionId }: Scene) =>
    (
      await db.read.disclosure.findUniqueOrThrow({
        where: { learnerId_questionId: { learnerId: viewer.learnerId, questionId } },
      })
    ).answer;

  it("counts, is marked and is the first answer while its key has not been served", async () => {
    const made = await scene();
    expect(await late(made, 1)).toMatchObject(counted);
    expect(await firstAnswer(made)).toContain(`${made.name}-one`);
    expect(await points(made)).toBe(1);
  });

  for (const [way, serve] of Object.entries(waysToOne))
    it(`counts for nothing once its key was served by ${way}, and those to other questions still count`, async () => {
      const made = await scene();
      expect(await serve(made)).not.toBeNull();
      expect(await late(made, 1)).toMatchObject(refused);
      expect(await firstAnswer(made)).toBeNull();
      expect(await late(made, 2)).toMatchObject(counted);
      expect(await points(made)).toBe(1);
    });

  for (const [way, serve] of Object.entries(waysToAll))
    it(`counts for nothing once the keys were served by ${way}`, async () => {
      const made = await scene();
      expect(await serve(made)).not.toBeNull();
      for (const position of [1, 5, 8]) expect(await late(made, position)).toMatchObject(refused);
      expect(await firstAnswer(made)).toBeNull();
      expect(await points(made)).toBe(0);
    });

  it("counts for nothing when a guest saw the key whom the account has adopted since, and the other way round", async () => {
    const { db } = database;
    for (const isGuestSitting of [true, false]) {
      const [guest, member] = [await makeGuest(db), await makeMember(db, "Ada")];
      const [sitting, reading] = isGuestSitting ? [guest, member] : [member, guest];
      const made = await scene(sitting);
      await study(db, reading, made.questionId, minutes(32));
      await claimGuest(db, guest.learnerId, member.learnerId, minutes(32));
      const merged = { ...made, viewer: member };
      expect(await late(merged, 1)).toMatchObject(refused);
      expect(await late(merged, 2)).toMatchObject(counted);
    }
  });

  it("counts when the account had studied the question before the exam began", async () => {
    const { db } = database;
    const [guest, member] = [await makeGuest(db), await makeMember(db, "Ada")];
    const first = await scene();
    await study(db, member, first.questionId, minutes(-60));
    const made = await scene(guest);
    await claimGuest(db, guest.learnerId, member.learnerId, minutes(32));
    expect(await late({ ...made, viewer: member }, 1)).toMatchObject(counted);
  });

  it("counts while others see the key, and is the same again when it is delivered twice", async () => {
    const made = await scene();
    const other = await makeGuest(database.db);
    await study(database.db, other, made.questionId, minutes(32));
    expect(await late(made, 1)).toMatchObject(counted);
    await getResult(made.db, made.viewer, made.attemptId, minutes(34));
    expect(await late(made, 1)).toMatchObject(counted);
    expect(await points(made)).toBe(1);
  });
});
