import { expect, it } from "vitest";
import { questionPageOrder } from "#lib/attempts/question-page-order";
import { getRevisionDifference } from "#lib/discussion/read/get-revision-difference";
import { letterAt } from "#lib/exam/letters";
import {
  addRevision,
  answer,
  makeMember,
  makeQuestions,
  secretOf,
  singleChoice,
  start,
} from "../support/discussion-world.ts";
import { onEachDatabase } from "../support/each-database.ts";

onEachDatabase("two wordings of a question", (database) => {
  it("are compared in the letters of its own page", async () => {
    const { db } = database;
    await makeQuestions(db, "reworded");
    const reader = await makeMember(db, "Reader");
    await answer(db, reader, "reworded");
    const asked = singleChoice(["a", "b", "c", "e"]);
    await addRevision(db, "reworded", 2, asked, "a", start);
    const about = (id: string) => ({ optionIds: [id], join: "and" as const });
    for (const [id, explanation] of [
      ["reworded-1", ["<p>Neither ", about("b"), " nor ", about("d"), ".</p>"]],
      ["reworded-2", ["<p>Neither ", about("b"), " nor <em>", about("e"), "</em>.</p>"]],
    ] as const) {
      const secretPart = JSON.stringify({ ...secretOf("a"), explanation });
      await db.write((tx) => tx.revision.update({ where: { id }, data: { secretPart }, select: { id: true } }));
    }
    const place = { examSlug: "exam", questionName: "reworded", number: 1 };
    const difference = await getRevisionDifference(db, reader, place, start);
    const order = questionPageOrder(asked, "reworded");
    const letterOf = (id: string) => letterAt(order.indexOf(id));
    expect(difference?.options).toEqual([
      ...order.map((id) => ({ letter: letterOf(id), text: id, kind: id === "e" ? "added" : "same" })),
      { letter: null, text: "d", kind: "removed" },
    ]);
    const textOf = (kind: string) =>
      difference?.explanation.flatMap((part) => (part.kind === "same" || part.kind === kind ? part.text : [])).join("");
    expect(textOf("removed"), "an option that is gone has no letter").toBe(`Neither ${letterOf("b")} nor ….`);
    expect(textOf("added")).toBe(`Neither ${letterOf("b")} nor ${letterOf("e")}.`);
  });
});
