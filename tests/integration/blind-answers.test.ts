import { expect, it } from "vitest";
import { getAfterCheck } from "#lib/attempts/read/after-check";
import { checkAnswer } from "#lib/attempts/write/check-answer";
import { finishAttempt } from "#lib/attempts/write/finish";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { mintViewer } from "#lib/auth/viewer";
import { createAccount } from "#lib/auth/write/create-account";
import { claimGuest, createLearner } from "#lib/auth/write/guest-learner";
import { syncBank } from "#lib/bank/write/sync";
import { getDistributions, getShares, mostOfGuests, mostOfMembers } from "#lib/discussion/read/get-distributions";
import type { OpenThread } from "#lib/discussion/read/get-thread";
import { makeBank, makeQuestion } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { inRun } from "../support/run-length.ts";

const morning = new Date("2026-11-29T09:00:00Z");
const clock = (seconds: number) => new Date(morning.getTime() + seconds * 1000);

onEachDatabase("what is shown of first answers", (database) => {
  /** A bank of one question, whose name is its own. */
  async function ask(name: string) {
    const { db } = database;
    await syncBank({ db, content: makeBank([makeQuestion(name)]), now: morning });
    const { id: questionId, revisionId } = await db.read.question.findUniqueOrThrow({
      where: { examSlug_name: { examSlug: "sample", name } },
    });
    const order = ["one", "two", "three", "four"].map((id) => `${name}-${id}`);
    const thread = { questionId, revisionId, votes: "[]" } as unknown as OpenThread;
    return { questionId, shown: async () => getDistributions(db, thread, order), of: (id: string) => `${name}-${id}` };
  }

  async function begin(at: Date, visitor: string | null = null) {
    const learnerId = await createLearner(database.db, at, visitor);
    return { ...mintViewer(learnerId, null), learnerId };
  }

  async function register(n: number | string, at: Date, guestId: string | null = null) {
    const { db } = database;
    const email = `${n}@example.org`;
    const name = `Learner ${n}`;
    const made = await createAccount({ db, guestId, name, email, passwordHash: "", now: at });
    if (!made.ok) throw new Error(made.error);
    const { learnerId } = await db.read.user.findUniqueOrThrow({ where: { email } });
    return { ...mintViewer(learnerId, null), learnerId };
  }

  /** Studies the one question and checks an answer to it. */
  async function study(viewer: Awaited<ReturnType<typeof begin>>, optionId: string, startedAt: Date, checkedAt: Date) {
    const { db } = database;
    const started = await startAttempt({ db, viewer, examSlug: "sample", mode: "study", seed: "s", now: startedAt });
    if (!started.ok) throw new Error(started.error);
    const attemptId = started.value;
    const value = { kind: "single" as const, optionId };
    const entry = { position: 1, field: "answer" as const, version: 1, value, elapsedMs: 600_000 };
    const entries = [{ ...entry, madeAt: checkedAt.toISOString() }];
    await saveAnswers({ db, viewer, attemptId, body: { clientId: "one-device", entries }, now: checkedAt });
    const checked = await checkAnswer({ db, viewer, attemptId, position: 1, now: checkedAt });
    if (!checked.ok) throw new Error(checked.error);
    return attemptId;
  }

  const people = (found: Awaited<ReturnType<typeof getDistributions>>) =>
    found?.blind.bars.map((bar) => Math.round(bar.people));

  it("stands at each option from the tenth first answer on, with how hard the question is and when it comes again", async () => {
    const { db } = database;
    const { questionId, of } = await ask("tenth");
    const order = ["one", "two", "three", "four"].map(of);
    const reported = async (viewer: Awaited<ReturnType<typeof begin>>, now: Date) => ({
      shares: await getShares(db, questionId, order),
      ...(await getAfterCheck(db, viewer, { examSlug: "sample", questionId, now })),
    });
    for (let i = 0; i < 9; i++)
      await study(await register(`tenth-${i}`, clock(i)), of(i < 5 ? "one" : "two"), clock(80), clock(90 + i));
    const last = await register("tenth", clock(20));
    const hour = 3600;
    expect(await reported(last, clock(hour))).toEqual({
      shares: undefined,
      dueAt: null,
      level: null,
      firstTries: null,
    });
    await study(last, of("two"), clock(100), clock(110));
    // What is known of difficulty is read once an hour.
    const { shares, dueAt, firstTries } = await reported(last, clock(3 * hour));
    expect(shares).toEqual({ [of("one")]: 0.5, [of("two")]: 0.5, [of("three")]: 0, [of("four")]: 0 });
    expect(firstTries).toEqual({ people: 10, share: 0.5 });
    expect(dueAt?.getTime()).toBeGreaterThan(clock(110).getTime());
  });

  it("is not turned by hundreds of guests in 14 seconds, and shows an honest class of 30 accounts", async () => {
    const { shown, of } = await ask("class");
    for (let i = 0; i < 30; i++) {
      const pupil = await register(`pupil-${i}`, clock(i));
      await study(pupil, of(i < 20 ? "one" : "two"), clock(80), clock(90 + i));
    }
    expect(people(await shown())).toEqual([20, 10, 0, 0]);
    expect((await shown())?.blind.majority).toEqual([of("one")]);
    for (let second = 600; second < 614; second++)
      await Promise.all(
        Array.from({ length: inRun(8, 36) }, async () =>
          study(await begin(clock(second)), of("two"), clock(second), clock(second)),
        ),
      );
    expect(people(await shown())).toEqual([20, 10, 0, 0]);
    expect((await shown())?.blind.majority).toEqual([of("one")]);
  }, 120_000);

  it("is not turned by guests who wait before they answer, from one address or from many", async () => {
    const { shown, of } = await ask("patient");
    for (let i = 0; i < 12; i++) await study(await register(`calm-${i}`, clock(0)), of("one"), clock(70), clock(100));
    for (let i = 0; i < 40; i++) await study(await begin(clock(0), "an address"), of("two"), clock(1), clock(200));
    expect(people(await shown())).toEqual([12, 1, 0, 0]);
    expect((await shown())?.leftOut).toBe(0);
    for (let i = 0; i < mostOfGuests; i++)
      await study(await begin(clock(0), `${i}`), of("two"), clock(1), clock(300 + i));
    expect(people(await shown())).toEqual([12, 0, 0, 0]);
    expect((await shown())?.leftOut).toBe(mostOfGuests);
  }, 60_000);

  it("counts guests at different addresses one by one, and those whose address is not known as one", async () => {
    const { shown, of } = await ask("guests");
    for (let i = 0; i < 12; i++)
      await study(await begin(clock(0), `home-${i}`), of("one"), clock(1), clock(100 * (i + 1)));
    for (let i = 0; i < 8; i++) await study(await begin(clock(0)), of("two"), clock(1), clock(100 * (i + 1)));
    expect(people(await shown())).toEqual([12, 1, 0, 0]);
    expect((await shown())?.blind.majority).toEqual([of("one")]);
  });

  it("counts a guest who makes an account, or signs in to one, as an account", async () => {
    const { shown, of } = await ask("adopted");
    const guests = await Promise.all(Array.from({ length: 12 }, () => begin(clock(0))));
    for (const guest of guests) await study(guest, of("one"), clock(1), clock(100));
    expect(people(await shown())).toEqual([1, 0, 0, 0]);
    for (const [i, guest] of guests.entries()) {
      const member = await register(`adopted-${i}`, clock(200), i < 6 ? guest.learnerId : null);
      await claimGuest(database.db, guest.learnerId, member.learnerId, clock(201));
    }
    expect(people(await shown())).toEqual([12, 0, 0, 0]);
  });

  it("goes by the server's clock for how long an exam took, whatever the device says", async () => {
    const { db } = database;
    const { shown, of, questionId } = await ask("timed");
    for (const [i, seconds] of [1, 2, 4].entries()) {
      const viewer = await register(`timed-${i}`, clock(0));
      const started = await startAttempt({ db, viewer, examSlug: "sample", mode: "mock", seed: "s", now: clock(100) });
      if (!started.ok) throw new Error(started.error);
      const value = { kind: "single" as const, optionId: of("one") };
      const entry = { position: 1, field: "answer" as const, version: 1, value, elapsedMs: 600_000 };
      const now = clock(100 + seconds);
      const entries = [{ ...entry, madeAt: now.toISOString() }];
      await saveAnswers({ db, viewer, attemptId: started.value, body: { clientId: "one-device", entries }, now });
      await finishAttempt({ db, viewer, attemptId: started.value, now });
    }
    expect(await db.read.disclosure.count({ where: { questionId } })).toBe(3);
    expect(people(await shown())).toEqual([1, 0, 0, 0]);
  });

  it("is the newest answers when there are many", async () => {
    const { db } = database;
    const { questionId, shown, of } = await ask("crowded");
    const { revisionId } = await db.read.question.findUniqueOrThrow({ where: { id: questionId } });
    const add = (from: number, count: number, optionId: string, byMember: boolean) =>
      db.write(async (tx) => {
        const ids = Array.from({ length: count }, (_, i) => `crowd-${byMember}-${from + i}`);
        await tx.learner.createMany({ data: ids.map((id) => ({ id, createdAt: morning, visitor: id })) });
        const answer = JSON.stringify({ kind: "single", optionId: of(optionId) });
        const same = { questionId, revisionId: revisionId ?? "", answer, byMember };
        const at = (i: number) => clock(60 * (from + i));
        await tx.disclosure.createMany({
          data: ids.map((learnerId, i) => ({ ...same, learnerId, disclosedAt: at(i) })),
        });
      });
    await add(0, mostOfMembers - 1, "one", true);
    await add(0, mostOfGuests - 1, "two", false);
    expect([(await shown())?.isBlindCut, people(await shown())]).toEqual([
      false,
      [mostOfMembers - 1, mostOfGuests - 1, 0, 0],
    ]);
    await add(mostOfMembers, 100, "three", true);
    await add(mostOfGuests, 50, "four", false);
    expect([(await shown())?.isBlindCut, people(await shown())]).toEqual([
      true,
      [mostOfMembers - 100, mostOfGuests - 50, 100, 50],
    ]);
  });
});
