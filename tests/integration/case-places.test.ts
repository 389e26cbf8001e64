import { expect, it } from "vitest";
import { getAttempt, getItem, listOpenItems } from "#lib/attempts/read/attempt";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { syncBank } from "#lib/bank/write/sync";
import type { ShownQuestion } from "#lib/exam/presentation";
import { definition, makeBank, makeQuestion } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest } from "../support/people.ts";

const now = new Date("2026-11-22T12:00:00Z");

onEachDatabase("a question on a case", (database) => {
  it("says which of the attempt's questions on that case it is, on its page and among those brought ahead", async () => {
    const { db } = database;
    const scenario = { title: "Harbour", html: "<p>A harbour</p>" };
    const questions = ["a1", "a2", "a3", "b1", "b2", "b3"].map((name, i) => {
      const question = makeQuestion(name, { domain: i < 3 ? "a" : "b" });
      if (i > 2) return question;
      const publicPart = JSON.stringify({ ...JSON.parse(question.publicPart), scenario });
      return { ...question, publicPart, contentHash: `${question.contentHash}-case` };
    });
    await syncBank({ db, content: makeBank(questions, { ...definition, questions: 6 }), now });
    const viewer = await makeGuest(db);
    const started = await startAttempt({ db, viewer, examSlug: "sample", mode: "mock", seed: "seed", now });
    const attempt = started.ok ? await getAttempt(db, viewer, started.value) : null;
    if (attempt === null) throw new Error("no attempt");
    const positions = [1, 2, 3, 4, 5, 6];
    const placeOf = (question: ShownQuestion | undefined) => question?.scenario?.place;
    const own = await Promise.all(positions.map((position) => getItem(db, viewer, attempt.id, position, now)));
    const places = own.map((item) => placeOf(item?.question));
    const onCase = places.filter((place) => place !== undefined);
    expect(onCase).toEqual([1, 2, 3].map((number) => ({ number, count: 3 })));
    const ahead = await listOpenItems(db, attempt, positions);
    expect(ahead.map(({ question }) => placeOf(question))).toEqual(places);
    const last = places.lastIndexOf(onCase[2]) + 1;
    expect(placeOf((await listOpenItems(db, attempt, [last]))[0]?.question), "brought alone").toEqual(onCase[2]);
  });
});
