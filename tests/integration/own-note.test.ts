import { expect, it } from "vitest";
import { listNotes } from "#lib/attempts/read/list-notes";
import { getOwnNote } from "#lib/attempts/read/own-note";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { publicPartsOf } from "#lib/bank/read/revisions";
import { readableText } from "#lib/exam/readable-text";
import { itemSeed, optionOrder } from "#lib/exam/selection";
import { syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest } from "../support/people.ts";

const now = new Date("2026-11-22T12:00:00Z");
const later = new Date("2026-11-22T13:00:00Z");

onEachDatabase("the own note on a question", (database) => {
  it("is the one that was written last, in whichever attempt, and nobody else's", async () => {
    const { db } = database;
    await syncSample(db);
    const [viewer, other] = [await makeGuest(db), await makeGuest(db)];
    const note = async (value: string, at: Date, field: "note" | "flag" = "note") => {
      const started = await startAttempt({ db, viewer, examSlug: "sample", mode: "drill", seed: value, now: at });
      if (!started.ok) throw new Error(started.error);
      const item = await db.read.attemptItem.findFirst({ where: { attemptId: started.value, questionId } });
      const position = item?.position ?? 0;
      const entry = { position, field, version: 1, madeAt: at.toISOString(), elapsedMs: 0 };
      const body = { clientId: "client-of-note", entries: [{ ...entry, value: field === "flag" ? true : value }] };
      await saveAnswers({ db, viewer, attemptId: started.value, body, now: at });
    };
    const questionId =
      (await db.read.question.findFirst({ where: { examSlug: "sample" }, orderBy: { name: "asc" } }))?.id ?? "";
    expect(await getOwnNote(db, viewer, questionId, [])).toBeNull();
    await note("First", now);
    await note("Second: not B", later);
    await note("flagged", now, "flag");
    const found = await getOwnNote(db, viewer, questionId, []);
    expect(found).toMatchObject({ questionId, note: "Second: not B", isFlagged: true });
    const { revisionId = "" } = (await db.read.attemptItem.findFirst({ where: { questionId } })) ?? {};
    const part = (await publicPartsOf(db.read, [revisionId])).get(revisionId);
    if (part === undefined || !("options" in part)) throw new Error("a question with options is needed");
    const order = optionOrder(part, itemSeed("Second: not B", questionId));
    const meant = [{ letter: "B", text: readableText(part.options.find(({ id }) => id === order[1])?.html ?? "") }];
    expect(found?.letters, "the letters of the attempt in which it was written").toEqual(meant);
    expect((await getOwnNote(db, viewer, questionId, order))?.letters).toEqual([]);
    expect((await listNotes(db, viewer))[0]?.letters).toEqual(meant);
    expect(await getOwnNote(db, other, questionId, [])).toBeNull();
  });
});
