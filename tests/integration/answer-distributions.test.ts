import { expect, it } from "vitest";
import { getDistributions } from "#lib/discussion/read/get-distributions";
import {
  addRevision,
  answer,
  makeMember,
  makeQuestions,
  makeRegular,
  posted,
  singleChoice,
  start,
} from "../support/discussion-world.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { order, threadReader } from "../support/thread-reader.ts";

onEachDatabase("the answers beside a thread", (database) => {
  const { open } = threadReader(database);

  it("keeps blind answers and votes of the discussion apart, one vote a person", async () => {
    const { db } = database;
    await makeQuestions(db, "distribution");
    const people = [];
    for (let i = 0; i < 12; i++) {
      const viewer = await makeMember(db, `P${i}`, { role: "moderator" });
      await answer(db, viewer, "distribution", i < 7 ? "a" : "b");
      people.push(viewer);
    }
    const [first] = people as [(typeof people)[0]];
    for (const viewer of people.slice(0, 10))
      await posted(db, viewer, "distribution", "So I think", { optionIds: ["b"] });
    await posted(db, first, "distribution", "No, rather", { optionIds: ["c"] });
    const distributions = await getDistributions(db, await open(first, "distribution"), order);
    const counts = (bars: readonly { optionId: string; people: number }[] = []) =>
      bars.map((bar) => `${bar.optionId}${bar.people}`);
    expect(counts(distributions?.blind.bars)).toEqual(["b5", "a7", "c0", "d0"]);
    expect(distributions?.blind.majority).toEqual(["a"]);
    expect(counts(distributions?.afterDiscussion.bars)).toEqual(["b9", "a0", "c1", "d0"]);
  });

  it("does not load what was once kept beside an answer", async () => {
    const { db } = database;
    await makeQuestions(db, "laden");
    const viewer = await makeRegular(db, "Reader", "laden");
    const { revisionId } = await open(viewer, "laden");
    const junk = JSON.stringify({ kind: "single", optionId: "c", junk: "x".repeat(1_000_000) });
    await db.write(async (tx) => {
      await tx.learner.create({ data: { id: "laden", createdAt: start } });
      const data = { learnerId: "laden", questionId: "laden", revisionId, answer: junk, disclosedAt: start };
      await tx.disclosure.create({ data });
    });
    const found = await getDistributions(db, await open(viewer, "laden"), order);
    // The reader's own.
    expect(found?.blind.people).toBe(1);
  });

  it("says that older comments are about an earlier wording, and drops votes when the options changed", async () => {
    const { db } = database;
    await makeQuestions(db, "revised");
    const author = await makeRegular(db, "Author", "revised");
    await posted(db, author, "revised", "Old", { optionIds: ["a"] });
    const people = async () => {
      const thread = await open(author, "revised");
      const found = await getDistributions(db, thread, order);
      return [found?.blind.people, found?.afterDiscussion.people, thread.comments[0]?.earlierWording];
    };
    expect(await people()).toEqual([1, 1, null]);
    await addRevision(db, "revised", 2, singleChoice(["a", "b", "c", "d"], "Which, then?"), "a");
    expect(await people()).toEqual([1, 1, 1]);
    await addRevision(db, "revised", 3, singleChoice(["a", "b", "c", "e"], "Which, then?"), "a");
    expect(await people()).toEqual([0, 0, 1]);
  });
});
