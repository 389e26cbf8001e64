import fc from "fast-check";
import { expect, it } from "vitest";
import { listCandidates } from "#lib/bank/read/exams";
import { newestAnswers } from "#lib/bank/read/newest-answers";
import { syncBank } from "#lib/bank/write/sync";
import { definition, makeBank, makeQuestion } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";

const noon = Date.parse("2026-11-22T12:00:00Z");
const learners = Array.from({ length: 30 }, (_, i) => `learner-${String(i).padStart(2, "0")}`);
const questions = ["q0", "q1", "q2"];
const mostBytes = 40;

interface Given {
  readonly learner: number;
  readonly question: number;
  readonly minute: number;
  /** Whether it was given to the wording before the present one. */
  readonly isOld: boolean;
  readonly answer: string | null;
  readonly counts: boolean;
  readonly byMember: boolean;
}

/** Few moments, so that many answers are given at once. */
const history: fc.Arbitrary<Given[]> = fc.array(
  fc.record({
    learner: fc.nat(learners.length - 1),
    question: fc.nat(questions.length - 1),
    minute: fc.nat(12),
    isOld: fc.boolean(),
    answer: fc.constantFrom('{"kind":"dont-know"}', `"${"long".repeat(20)}"`, null),
    counts: fc.boolean(),
    byMember: fc.boolean(),
  }),
  { maxLength: 120, size: "max" },
);

onEachDatabase("the newest first answers", (database) => {
  const show = (version: string) => {
    const content = questions.map((name) => ({ ...makeQuestion(name), contentHash: `${name} ${version}` }));
    return syncBank({ db: database.db, content: makeBank(content, definition), now: new Date(noon) });
  };

  it("are those that a look at every answer finds, whatever has been answered and by whom", async () => {
    const { db } = database;
    const revisionsOf = async () =>
      new Map((await listCandidates(db, "sample")).map(({ name, ...ids }) => [name, ids] as const));
    await show("old");
    const old = await revisionsOf();
    await show("new");
    const shown = await revisionsOf();
    await db.write(async (tx) => {
      for (const id of learners)
        await tx.learner.create({ data: { id, createdAt: new Date(noon) }, select: { id: true } });
    });
    const compare = async (given: readonly Given[], most: number, isCounted: boolean) => {
      const rows = new Map(
        given.map(({ learner, question, minute, isOld, ...rest }) => {
          const ids = (isOld ? old : shown).get(questions[question] as string);
          const [learnerId, disclosedAt] = [learners[learner] as string, new Date(noon + 60_000 * minute)];
          const { questionId = "", revisionId = "" } = ids ?? {};
          return [`${learnerId} ${questionId}`, { learnerId, questionId, revisionId, disclosedAt, ...rest }] as const;
        }),
      );
      await db.write(async (tx) => {
        await tx.disclosure.deleteMany();
        await tx.disclosure.createMany({ data: [...rows.values()] });
      });
      const asked = [...shown.values()];
      const found = await db.read.$queryRaw<{ readonly questionId: string; readonly learnerId: string }[]>`
        SELECT * FROM ${newestAnswers(db.provider, asked, { most, mostBytes, isCounted })} AS newest`;
      const wanted = asked.flatMap(({ questionId, revisionId }) =>
        [...rows.values()]
          .filter((row) => row.questionId === questionId && row.revisionId === revisionId)
          .filter(({ answer, counts }) => answer !== null && answer.length <= mostBytes && (counts || !isCounted))
          .sort((a, b) => Number(b.disclosedAt) - Number(a.disclosedAt) || (a.learnerId < b.learnerId ? -1 : 1))
          .slice(0, most),
      );
      const nameOf = (row: { readonly questionId: string; readonly learnerId: string }) =>
        `${row.questionId} ${row.learnerId}`;
      expect(found.map(nameOf).sort()).toEqual(wanted.map(nameOf).sort());
    };
    await fc.assert(fc.asyncProperty(history, fc.integer({ min: 1, max: 8 }), fc.boolean(), compare), { numRuns: 10 });
  });
});
